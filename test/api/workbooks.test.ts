import { expect, it, vi } from 'vitest'
import { storedWorkbook, writeWorkbook } from '#main/api/workbooks.ts'
import type { Json } from '#main/runs/json.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { RunKind } from '#shared/runs.ts'
import { readWorkbook } from '../export/workbook/read-workbook.ts'
import { SCENARIO } from './cases.ts'
import { storedApi } from './stored-api.ts'

const ID = '0198c1f2-7c3e-7000-8000-000000000001'

const unused = () => {
  throw new Error('Not called in this test.')
}

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

it('is told of as a run with the token of its asker, and called off where nobody waits for it any more', async () => {
  const started: { kind: RunKind; token: string | undefined }[] = []
  const cancelled: string[] = []
  const answered = Promise.withResolvers<Result<Json>>()
  const runs: Parameters<typeof storedWorkbook>[0]['runs'] = {
    start: (kind, _input, token) => {
      started.push({ kind, token })
      return { id: 'the-run', method: kind, status: 'running', progress: null, problems: [] }
    },
    answered: () => answered.promise,
    cancel: (id) => {
      cancelled.push(id)
      const called = refuse({ code: 'run.cancelled', message: 'The run was cancelled.', path: 'id' })
      answered.resolve(called)
      return called
    },
    list: unused,
    result: unused,
    close: unused,
  }
  const kept = () => Promise.resolve(succeed({ scenario: SCENARIO }))
  const leaving = new AbortController()
  const input = { id: ID, token: 'the-token-of-the-asker' }
  const answer = storedWorkbook({ kept, runs }, input, leaving.signal)
  await vi.waitUntil(() => started.length > 0)
  expect(started).toEqual([{ kind: 'workbook.write', token: 'the-token-of-the-asker' }])
  expect(cancelled).toEqual([])
  leaving.abort()
  expect(await answer).toMatchObject({ ok: false, problems: [{ code: 'run.cancelled' }] })
  expect(cancelled).toEqual(['the-run'])
})

it('a document that is no scenario has none, nor has one that is not there', async () => {
  const { answer } = storedApi()
  const made = await answer('library.create', { name: 'Acme', document: { kind: 'company', content: {} } })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  expect(await answer('export.storedWorkbook', { id: made.value.id })).toMatchObject({
    ok: false,
    problems: [{ code: 'workbook.not_a_scenario', path: 'id' }],
  })
  const unknown = await answer('export.storedWorkbook', { id: ID })
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

it('tells of the months that are billed as its first half, and of the rows that are written as its second', async () => {
  const told: number[] = []
  await writeWorkbook({ scenario: { ...SCENARIO, months: 2 } }, (done, of) => void told.push(done / of))
  // Two of the months, each a quarter; then the rows, up to the last.
  expect(told[0]).toBeGreaterThan(0.2)
  expect(told[0]).toBeLessThan(0.3)
  expect(told[1]).toBe(0.5)
  expect(told[2]).toBeGreaterThan(0.5)
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((left, right) => left - right))
})

/*
 * One month of 400,000 credits: Creator is $22.00, and $90.00 for the 300,000 beyond its own; Pro is $99.00 and has more
 * than enough, so that the 200,000 left of its 600,000 are carried on.
 */
it('has the variants that are kept with a stored scenario, beside their baseline and by kind', async () => {
  const { answer } = storedApi()
  const scenario = {
    ...SCENARIO,
    plan: 'creator',
    start: '2026-01-01',
    months: 1,
    overage: { optIn: true },
    usage: { kind: 'pattern' as const, monthly: '400000', pattern: { kind: 'flat' as const } },
  }
  const list = [
    { name: '=Pro', plan: 'pro' },
    { name: 'None such', plan: 'none' },
  ]
  const content = { scenario, variants: { list, baseline: null } }
  const made = await answer('library.create', { name: 'Acme', document: { kind: 'scenario', content } })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const workbook = await answer('export.storedWorkbook', { id: made.value.id })
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems))
  const sheets = readWorkbook(workbook.value.file)
  const rowsOf = (name: string) =>
    sheets
      .get(name)
      ?.rows.slice(1)
      .map((row) => row.map(({ value }) => value))
  const variants = rowsOf('Variants') ?? []
  expect(variants.map((row) => [...row.slice(0, 3), ...row.slice(5, 9)])).toEqual([
    ['The account as it is', 'yes', 2, 112, 112, 0, 0],
    ['=Pro', null, 1, 99, 99, -13, -13],
    ['None such', null, null, null, null, null, null],
  ])
  expect(variants[2]?.at(-1)).toMatch(/none/)
  expect(rowsOf('Differences by kind')?.map((row) => row.slice(0, 4))).toEqual([
    ['=Pro', 'Money', 'Overage', -90],
    ['=Pro', 'Money', 'Subscription', 77],
  ])
})

it('has no sheet of variants where none are kept', async () => {
  const workbook = await storedApi().answer('export.workbook', { scenario: SCENARIO })
  expect(workbook.ok && readWorkbook(workbook.value.file).has('Variants')).toBe(false)
})
