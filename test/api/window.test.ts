import { expect, it } from 'vitest'
import { storedApi } from './stored-api.ts'
import { newStore, scenarioWithMonthly } from '../store/support.ts'
import { SCENARIO } from './cases.ts'
import { regrown } from './grown-catalog.ts'

const begin = (app: ReturnType<typeof storedApi>, scenario: string | null = null) =>
  app.ask('window.begin', { scenario })

async function withTwo() {
  let hour = 0
  const app = storedApi(newStore({ now: () => new Date(Date.UTC(2026, 4, 1, hour++)) }))
  const older = await app.ask('library.create', { name: 'Older', document: scenarioWithMonthly('100000') })
  const newer = await app.ask('library.create', { name: 'Newer', document: scenarioWithMonthly('200000') })
  return { app, older, newer }
}

it('answers an empty library with the settings, the catalogues and nothing opened', async () => {
  const app = storedApi()
  expect(await begin(app)).toEqual({
    settings: await app.ask('settings.get', {}),
    catalogs: await app.ask('catalogs.list', {}),
    opened: null,
  })
})

it('opens the scenario named, else the one that was open last, else the one changed last', async () => {
  const { app, older, newer } = await withTwo()
  expect((await begin(app)).opened?.document.id).toBe(newer.id)
  await app.ask('library.rename', { id: older.id, name: 'Changed last' })
  expect((await begin(app)).opened?.document.name).toBe('Changed last')
  await app.ask('settings.change', { lastScenario: newer.id })
  expect((await begin(app)).opened?.document.id).toBe(newer.id)
  expect((await begin(app, older.id)).opened?.document.id).toBe(older.id)
})

it('leaves out what lies in the bin, is not there or is no scenario', async () => {
  const { app, older, newer } = await withTwo()
  await app.ask('settings.change', { lastScenario: older.id })
  await app.ask('library.delete', { id: newer.id })
  expect((await begin(app, newer.id)).opened?.document.id).toBe(older.id)
  expect((await begin(app, 'no-such')).opened?.document.id).toBe(older.id)
  await app.ask('library.delete', { id: older.id })
  expect((await begin(app)).opened).toBeNull()
})

it('answers each part as the call for that part would', async () => {
  const { app, newer } = await withTwo()
  const { opened } = await begin(app)
  if (!opened?.compared) throw new Error('it compared nothing')
  expect(opened.document).toEqual(await app.ask('library.get', { id: newer.id }))
  expect(opened.history).toEqual(await app.ask('history.state', { scope: newer.id }))
  expect(opened.catalog).toEqual(await app.ask('catalogs.get', { id: 'elevenlabs-2026-04' }))
  expect(opened.compared.comparison).toEqual(await app.ask('analysis.compare', opened.compared.input))
})

it.each([
  ['whose usage is written out', { ...SCENARIO }],
  [
    'that cannot be compared',
    {
      ...SCENARIO,
      customTerms: { creator: { monthly: '1' } },
      usage: { kind: 'pattern' as const, monthly: '1', pattern: { kind: 'flat' as const } },
    },
  ],
  [
    'that would keep everybody waiting',
    {
      ...SCENARIO,
      months: 120,
      catalog: regrown(undefined, { plans: 50 }),
      plan: 'enterprise',
      usage: { kind: 'pattern' as const, monthly: '1', pattern: { kind: 'flat' as const } },
    },
  ],
])('compares no scenario %s', async (_which, scenario) => {
  const app = storedApi()
  await app.ask('library.create', {
    name: 'Written out',
    document: { kind: 'scenario', content: { scenario } },
  })
  const { opened } = await begin(app)
  expect(opened?.document.name).toBe('Written out')
  expect(opened?.compared).toBeNull()
})
