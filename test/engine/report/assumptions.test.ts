import { describe, expect, test } from 'vitest'
import { runBriefly } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { figure, valueOf } from '../support/build.ts'
import { billPeople, full, peopleOf, use, workspaceOf } from '../support/people.ts'

const policy = figure({ count: 2, withinMinutes: 120, products: ['create'] })
const sound = workspaceOf({ freeRegenerations: policy })
/** The rate of `agents` is a guess. */
const guessed: Catalog = {
  ...sound,
  sources: { ...sound.sources, guess: { title: 'A guess', date: '2026-01-01', basis: 'assumed' } },
  burnRates: sound.burnRates.map((rate) =>
    rate.product === 'agents' ? { ...rate, rate: { ...rate.rate, source: 'guess' } } : rate,
  ),
}
const members = [full('ann')]
const stream = (id: string, monthly = '1', product = 'create') => ({
  id,
  member: 'ann',
  product,
  model: 'Standard',
  monthly,
})
const streams = (...list: ReturnType<typeof stream>[]) => ({
  usage: { kind: 'streams' as const, streams: list },
})

/** What a run assumes: in full, and told first. */
function assumed(given: Parameters<typeof billPeople>[1], catalog = guessed): readonly string[] {
  const scenario = { members, ...given }
  const { assumptions, basis } = billPeople(catalog, scenario)
  expect(valueOf(runBriefly(catalog, peopleOf(catalog, scenario)))).toMatchObject({ assumptions, basis })
  return assumptions
}

const MODELLED =
  'Modelled usage is spread evenly over each month and is divisible: when credits run out, it is served to the last one.'
const DAY_BY_DAY =
  'Several sources of modelled usage are taken day by day, each day in the order of their ids.'
const EVENTS =
  'A usage event is served whole or not at all: what does not fit into the credits left is blocked.'

describe('a run states exactly what it assumes', () => {
  test('nothing of usage where there is none', () => {
    expect(assumed({})).toEqual([])
    expect(assumed(streams(stream('s', '0'), stream('t', '0')))).toEqual([])
  })

  test('of modelled usage, with its order where there are several sources', () => {
    expect(assumed({ usage: { kind: 'pattern', monthly: '5', pattern: { kind: 'flat' } } })).toEqual([
      MODELLED,
    ])
    expect(assumed(streams(stream('s')))).toEqual([MODELLED])
    expect(assumed(streams(stream('s'), stream('t')))).toEqual([MODELLED, DAY_BY_DAY])
  })

  test('of modelled usage with a weekday profile, beside what is spread evenly', () => {
    const weekdays = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 0, sun: 0 }
    const by = { ...stream('t'), weekdays }
    const BY_WEEKDAY =
      'Modelled usage with a weekday profile falls on the days of each month (UTC) as busy as their weekdays are, and is divisible in the same way.'
    expect(assumed(streams(by))).toEqual([BY_WEEKDAY])
    expect(assumed(streams(stream('s'), by))).toEqual([MODELLED, BY_WEEKDAY, DAY_BY_DAY])
    expect(assumed(streams(by, { ...by, id: 'u' }))).toEqual([BY_WEEKDAY, DAY_BY_DAY])
  })

  test('of events', () => {
    expect(assumed({ usageEvents: [use(1, 'ann', 'create', 1)] })).toEqual([EVENTS])
    expect(assumed({ ...streams(stream('s')), usageEvents: [use(1, 'ann', 'create', 1)] })).toEqual([
      MODELLED,
      EVENTS,
    ])
  })

  test('of burn rates that are used and that no source backs', () => {
    const rate = 'the burn rate of agents with Standard is assumed (A guess).'
    expect(assumed(streams(stream('s', '1', 'agents')))).toEqual([MODELLED, rate])
    expect(assumed({ usageEvents: [use(1, 'ann', 'agents', 1), use(2, 'ann', 'agents', 1)] })).toEqual([
      EVENTS,
      rate,
    ])
    expect(assumed({ usageEvents: [use(1, 'ann', 'agents', 1)] }, sound)).toEqual([EVENTS])
  })

  test('of burn rates of the plan that it changes to, where only those are a guess', () => {
    const [plan] = sound.plans
    if (plan === undefined) throw new Error('There is no plan.')
    const agents = guessed.burnRates.filter(({ product }) => product === 'agents')
    const others = sound.burnRates.map((rate) => ({ ...rate, plans: [plan.id] }))
    const larger = {
      ...guessed,
      plans: [plan, { ...plan, id: 'larger', name: 'Larger' }],
      burnRates: [...others, ...agents.map((rate) => ({ ...rate, plans: ['larger'] }))],
    }
    const change = {
      kind: 'changePlan' as const,
      on: '2026-01-11',
      plan: 'larger',
      mode: 'prorated' as const,
      timing: 'now' as const,
    }
    const usageEvents = [use(1, 'ann', 'agents', 1), use(20, 'ann', 'agents', 1)]
    expect(assumed({ usageEvents }, larger)).toEqual([EVENTS])
    expect(assumed({ usageEvents, changes: [change] }, larger)).toEqual([
      EVENTS,
      'Larger: the burn rate of agents with Standard is assumed (A guess).',
    ])
  })

  test('of free regenerations, where any was free', () => {
    const first = use(1, 'ann', 'create', 1, { id: 'first' })
    const again = use(1, 'ann', 'create', 1, { at: '2026-01-01T12:30:00Z', regenerates: 'first' })
    const late = { ...again, at: '2026-01-01T15:00:00Z' }
    expect(assumed({ usageEvents: [first, late] })).toEqual([EVENTS])
    expect(assumed({ usageEvents: [first, again] })).toEqual([
      EVENTS,
      'Making unchanged content again was free for 1 of the requests: at most 2 within 120 minutes (A test).',
    ])
  })
})
