import { describe, expect, test } from 'vitest'
import { checkScenario, countSeats, withCustomTerms } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { SeatCount } from '#shared/seat-count.ts'
import { valueOf } from '../support/build.ts'
import { enterpriseOf, eu, hq } from '../support/consolidation.ts'
import { admin, basic, full, peopleOf, preset, workspaceOf } from '../support/people.ts'
import { named } from '../support/seats.ts'

type Given = Parameters<typeof peopleOf>[1]

const countOf = (catalog: Catalog, given: Given): SeatCount =>
  SeatCount.parse(valueOf(countSeats(catalog, peopleOf(catalog, given))))

describe('the seats of a scenario as it is typed', () => {
  const april = preset('elevenlabs-2026-04')

  test('April 2026, Scale: of 3 Full and 20 Basic seats, 2 and 21 are held, one Basic member on a Full slot', () => {
    const members = [...named('f', 2).map(full), ...named('b', 21).map(basic)]
    expect(countOf(april, { plan: 'scale', members })).toEqual({
      plan: 'scale',
      extraSeats: 0,
      isByContract: false,
      full: { held: 2, limit: 3, holdBasic: 1, free: 0, forSale: 0 },
      basic: { held: 21, limit: 20, free: 0 },
      locked: 0,
      people: 23,
      withoutSeat: 0,
      problem: null,
      wouldLock: [],
    })
  })

  test('October 2026, Pro: extra seats count, and of the 11 it may come to 6 are for sale still', () => {
    const count = countOf(preset('elevenlabs-2026-10'), {
      plan: 'pro',
      extraSeats: 4,
      members: [full('ann')],
    })
    expect(count.full).toEqual({ held: 1, limit: 5, holdBasic: 0, free: 4, forSale: 6 })
  })

  test('Enterprise: what was agreed of Basic seats counts, and as many Full seats as the contract says are for sale', () => {
    const agreed = valueOf(withCustomTerms(april, { enterprise: { basicSeats: 30 } }))
    const count = countOf(agreed, { plan: 'enterprise', members: named('b', 29).map(basic) })
    expect([count.basic, count.full.forSale, count.isByContract]).toEqual([
      { held: 29, limit: 30, free: 12 },
      null,
      true,
    ])
  })

  test('April 2026, Scale: of 12 Full and 48 Basic members 3 and 20 sit on its 3 and 20 seats, and 37 of 60 have none', () => {
    const members = [...named('f', 12).map(full), ...named('b', 48).map(basic)]
    expect(countOf(april, { plan: 'scale', members })).toMatchObject({ people: 60, withoutSeat: 37 })
  })

  test('Basic members fill Full seats that no Full member needs, and whoever is locked needs none', () => {
    const members = [full('a'), ...named('b', 5).map(basic), { ...basic('c'), locked: true }]
    // 2 Full and 2 Basic seats: one Full member, and Basic ones on the other 3.
    expect(countOf(workspaceOf({ full: 2, basic: 2 }), { members })).toMatchObject({
      people: 6,
      withoutSeat: 2,
    })
  })

  test('no Full member sits on a Basic seat', () => {
    const members = named('f', 3).map(full)
    expect(countOf(workspaceOf({ full: 2, basic: 2 }), { members }).withoutSeat).toBe(1)
  })

  test('a plan with too few seats would lock all but the owner, and says what would free one', () => {
    const members = [full('ann'), { ...full('abe'), locked: true }, admin('ada'), basic('bea'), full('amy')]
    const count = countOf(workspaceOf({ full: 2, basic: 2 }), { members })
    expect([count.full.held, count.basic.held, count.locked, count.full.free]).toEqual([3, 1, 1, 0])
    expect(count.problem).toBe(
      'The plan has 2 Full seats. Move a Full member to a Basic seat, lock or remove one, or buy a seat where the plan sells them.',
    )
    expect(count.wouldLock).toEqual(['ann', 'bea', 'amy'])
  })

  test('a plan without a Full seat would lock the owner too', () => {
    const count = countOf(workspaceOf({ full: 0, basic: 2 }), { members: [admin('ada'), basic('bea')] })
    expect(count.wouldLock).toEqual(['ada', 'bea'])
  })

  test('it counts what could not be billed: no seats that are not sold, and a member named twice once', () => {
    const catalog = workspaceOf({ full: 2, basic: 2 })
    const given = { extraSeats: 3, members: [full('ann'), basic('bea'), full('bea')] }
    expect(checkScenario(catalog, peopleOf(catalog, given))).not.toEqual([])
    expect(countOf(catalog, given).full).toMatchObject({ held: 2, limit: 2, forSale: 0 })
  })

  test('a member who is named twice in two workspaces holds one seat', () => {
    const members = [full('ann'), { ...full('ann'), workspace: 'eu' }]
    const count = countOf(enterpriseOf(), { plan: 'enterprise', workspaces: [hq, eu], members })
    expect(count.full.held).toBe(1)
  })

  test('members of a workspace that is not linked on the first day have their seats elsewhere', () => {
    const members = [full('ann'), { ...full('eva'), workspace: 'eu' }]
    const given: Given = { plan: 'enterprise', workspaces: [hq, eu], members }
    const later = {
      ...given,
      changes: [{ kind: 'linkWorkspace' as const, on: '2026-01-10', workspace: 'eu' }],
    }
    expect(countOf(enterpriseOf(), given).full.held).toBe(2)
    expect(countOf(enterpriseOf(), later).full.held).toBe(1)
  })

  test('a plan that there is not has no seats to count', () => {
    const catalog = workspaceOf()
    expect(countSeats(catalog, peopleOf(catalog, { plan: 'gone' }))).toEqual({
      ok: false,
      problems: [{ code: 'plan.unknown', message: 'The catalogue test has no plan "gone".', path: 'plan' }],
    })
  })
})
