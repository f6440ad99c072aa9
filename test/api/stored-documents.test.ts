import { describe, expect, it } from 'vitest'
import { companyWith, newStore, problemOf, scenarioUsing } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

describe('what is done to documents', () => {
  it('is told to every window, with what can be undone where', async () => {
    const { ask, told } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: scenarioUsing('1') })
    await ask('library.edit', { id, base: 1, label: 'Change usage', document: scenarioUsing('2') })
    await ask('history.undo', { scope: id })
    await ask('library.delete', { id })
    await ask('history.undo', { scope: 'library' })
    await ask('library.nameVersion', { id, revision: 1, name: 'As quoted' })
    const changes = told.map((event) =>
      event.kind === 'document'
        ? `${event.document.name} ${event.document.revision} ${event.document.deletedAt === null ? 'in use' : 'in the bin'}`
        : event.kind === 'history' && (event.scope === id ? 'its history' : event.scope),
    )
    expect(changes.join(', ')).toBe(
      [
        'May 1 in use, library',
        'May 2 in use, its history',
        'May 3 in use, its history',
        'May 3 in the bin, library',
        'May 3 in use, library',
        'May 3 in use',
      ].join(', '),
    )
  })

  it('is told to nobody when it is refused', async () => {
    const { answer, ask, told } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: scenarioUsing('1') })
    told.length = 0
    const late = await answer('library.edit', { id, base: 7, label: 'Late', document: scenarioUsing('2') })
    expect(problemOf(late).code).toBe('library.conflict')
    expect(problemOf(await answer('history.redo', { scope: id })).code).toBe('history.empty')
    expect(told).toEqual([])
  })

  it('is taken only with content of its kind, whose paths are named', async () => {
    const { api } = storedApi()
    const broken = {
      ...scenarioUsing('1'),
      content: { scenario: { ...scenarioUsing('1').content.scenario, months: 0 } },
    }
    expect(await api('library.create', { name: 'May', document: broken })).toMatchObject({
      ok: false,
      problems: [{ path: 'document.content.scenario.months' }],
    })
  })
})

describe('the store as a whole', () => {
  it('is backed up, restored and checked over the API, and restoring is told', async () => {
    const { ask, told } = storedApi()
    await ask('library.create', { name: 'Acme', document: companyWith('x') })
    const { name } = await ask('store.backup', {})
    await ask('library.create', { name: 'Bolt', document: companyWith('x') })
    expect(await ask('store.info', {})).toMatchObject({ documents: 2 })
    expect(await ask('store.restore', { name })).toMatchObject({ documents: 1 })
    expect(told.slice(-2)).toEqual([
      { kind: 'store' },
      { kind: 'settings', settings: await ask('settings.get', {}) },
    ])
    expect(await ask('store.check', {})).toEqual({ checkedDocuments: 1, findings: [] })
  })

  it('keeps settings, and tells every window of a change', async () => {
    const { ask, told } = storedApi()
    const settings = await ask('settings.change', { theme: 'dark' })
    expect(settings.theme).toBe('dark')
    expect(told).toEqual([{ kind: 'settings', settings }])
    expect(await ask('settings.get', {})).toEqual(settings)
  })

  it('says in words that a full disk took nothing', async () => {
    const { answer } = storedApi(newStore({ mostPages: 40 }))
    const document = companyWith('x'.repeat(10_000))
    const answers = []
    for (let number = 0; number < 20; number++) {
      answers.push(await answer('library.create', { name: `Acme ${number}`, document }))
    }
    expect(problemOf(answers.at(-1) ?? answers[0] ?? { ok: true, value: null })).toMatchObject({
      code: 'store.full',
      message: expect.stringContaining('disk is full'),
    })
  })
})
