import { expect, it } from 'vitest'
import { readWorkbook } from '../export/workbook/read-workbook.ts'
import { SCENARIO } from './cases.ts'
import { storedApi } from './stored-api.ts'

const valueAt = (file: Uint8Array, row: number) =>
  readWorkbook(file)
    .get('Inputs')
    ?.rows[row]?.map(({ value }) => value)

it('a stored scenario is a workbook by the name it has in the library', async () => {
  const { answer } = storedApi()
  const made = await answer('library.create', {
    name: 'Acme: May/June',
    document: { kind: 'scenario', content: { scenario: SCENARIO } },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const workbook = await answer('export.storedWorkbook', { id: made.value.id })
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems))
  expect(workbook.value.fileName).toBe('Acme- May-June.xlsx')
  expect(valueAt(workbook.value.file, 4)).toEqual(['Scenario', 'Acme: May/June'])
})

it('a document that is no scenario has none, nor has one that is not there', async () => {
  const { answer } = storedApi()
  const made = await answer('library.create', { name: 'Acme', document: { kind: 'company', content: {} } })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  expect(await answer('export.storedWorkbook', { id: made.value.id })).toMatchObject({
    ok: false,
    problems: [{ code: 'workbook.not_a_scenario', path: 'id' }],
  })
  const unknown = await answer('export.storedWorkbook', { id: '0198c1f2-7c3e-7000-8000-000000000001' })
  expect(unknown).toMatchObject({ ok: false, problems: [{ code: 'document.unknown' }] })
})

it('is the same from a scenario that is handed over, and refused as its run is', async () => {
  const { answer } = storedApi()
  const workbook = await answer('export.workbook', { scenario: SCENARIO })
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems))
  const hash = await answer('scenarios.run', SCENARIO)
  expect(valueAt(workbook.value.file, 3)).toEqual(['Input hash', hash.ok && hash.value.inputHash])
  expect(await answer('export.workbook', { scenario: { ...SCENARIO, plan: 'none' } })).toMatchObject({
    ok: false,
    problems: [{ path: 'scenario.plan' }],
  })
})
