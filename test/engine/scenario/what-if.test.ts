import { describe, expect, test } from 'vitest'
import { leversOf, whatIf } from '#main/engine/scenario/what-if.ts'
import type { Scenario } from '#shared/scenario.ts'
import { admin, basic, full, peopleOf, use, workspaceOf } from '../support/people.ts'

const CATALOG = workspaceOf()
const of = (given: Parameters<typeof peopleOf>[1]): Scenario => peopleOf(CATALOG, given)

const FLAT = of({ usage: { kind: 'pattern', monthly: '1400', pattern: { kind: 'flat' } } })
const stream = (id: string, whose: object) => ({
  id,
  ...whose,
  product: 'create',
  model: 'Standard',
  monthly: '10',
})

describe('usage', () => {
  test('that is one figure is another figure, and grows', () => {
    const { usage } = whatIf(FLAT, { usage: { kind: 'monthly', credits: '2000' }, growth: '8' })
    expect(usage).toEqual({ kind: 'pattern', monthly: '2000', pattern: { kind: 'growth', percent: '8' } })
    expect(whatIf(FLAT, {})).toEqual(FLAT)
  })

  test('is multiplied where it is written out or by streams', () => {
    const half = { usage: { kind: 'times' as const, factor: '0.5' } }
    const series = of({ usage: { kind: 'series', credits: ['100', '200'] } })
    expect(whatIf(series, half).usage).toEqual({ kind: 'series', credits: ['50', '100'] })
    const streams = of({ usage: { kind: 'streams', streams: [stream('s', {})] } })
    expect(whatIf(streams, half).usage).toMatchObject({ streams: [{ monthly: '5' }] })
  })

  test('of a season has no growth to change, and that of streams no figure', () => {
    const season = of({
      usage: {
        kind: 'pattern',
        monthly: '1400',
        pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 11 },
      },
    })
    expect(whatIf(season, { growth: '8' })).toEqual(season)
    expect(leversOf(season, {}).growth).toBeNull()
    const streams = of({})
    expect(whatIf(streams, { usage: { kind: 'monthly', credits: '1' } })).toEqual(streams)
    expect(leversOf(streams, {}).usage).toEqual({ kind: 'times', factor: '1' })
  })

  test('is told as it is with what was tried', () => {
    expect(leversOf(FLAT, {})).toEqual({
      usage: { kind: 'monthly', credits: '1400' },
      growth: '0',
      people: null,
    })
    const tried = { usage: { kind: 'times', factor: '1.5' } } as const
    expect(leversOf(of({ usageEvents: [use(1, null, 'api', 1)] }), tried).usage).toEqual(tried.usage)
  })
})

describe('people', () => {
  const TEAM = of({
    members: [admin('boss'), full('ann'), full('bob'), basic('cid'), basic('dan'), basic('eve')],
    apiKeys: [{ id: 'key', member: 'eve' }],
    usage: {
      kind: 'streams',
      streams: [stream('own', { member: 'eve' }), stream('key', { apiKey: 'key' }), stream('all', {})],
    },
  })
  const people = (fullSeats: number, basicSeats: number) =>
    whatIf(TEAM, { people: { full: fullSeats, basic: basicSeats } })
  const seats = ({ members }: Scenario) =>
    members.map(({ id, seat, locked }) => `${id} ${locked ? 'left' : seat}`).join(', ')

  test('join without any usage of their own', () => {
    const more = people(4, 4)
    expect(seats(more)).toBe(
      'boss full, ann full, bob full, cid basic, dan basic, eve basic, full 1 full, basic 1 basic',
    )
    expect(more.usage).toEqual(TEAM.usage)
    expect(leversOf(more, {}).people).toEqual({ full: 4, basic: 4 })
  })

  test('leave, the last who joined first, with what they used in person or by their key', () => {
    const fewer = people(3, 1)
    expect(seats(fewer)).toBe('boss full, ann full, bob full, cid basic, dan left, eve left')
    expect(fewer.usage).toMatchObject({ streams: [{ id: 'all' }] })
  })

  test('turn from one kind of seat to the other before anybody leaves or joins', () => {
    expect(seats(people(5, 1))).toBe('boss full, ann full, bob full, cid basic, dan full, eve full')
    expect(seats(people(1, 5))).toBe('boss full, ann basic, bob basic, cid basic, dan basic, eve basic')
    expect(people(5, 1).usage).toEqual(TEAM.usage)
  })

  test('stay where they are admins', () => {
    expect(seats(people(0, 3))).toBe('boss full, ann left, bob left, cid basic, dan basic, eve basic')
  })

  test('are none where the account names none', () => {
    expect(whatIf(FLAT, { people: { full: 2, basic: 1 } })).toEqual(FLAT)
  })

  test('never take the name of somebody who is there', () => {
    const named = of({ members: [full('full 1')] })
    expect(seats(whatIf(named, { people: { full: 2, basic: 0 } }))).toBe('full 1 full, full 2 full')
  })
})
