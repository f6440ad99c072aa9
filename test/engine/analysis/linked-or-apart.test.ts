import { describe, expect, test } from 'vitest'
import { checkScenario, linkedOrApart } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { LinkedOrApart } from '#shared/linked-or-apart.ts'
import { OPTED_IN, valueOf } from '../support/build.ts'
import { enterpriseOf, eu, hq, india, onEnterprise, stream, streams } from '../support/consolidation.ts'
import { sellingSeats } from '../subscription/support/subscribe.ts'
import { admin, basic, full, keyUse, peopleOf, preset, use } from '../support/people.ts'
import { named } from '../support/seats.ts'

type Given = Parameters<typeof peopleOf>[1]

const answerOf = (catalog: Catalog, given: Given, plans: Readonly<Record<string, string>> = {}) =>
  LinkedOrApart.parse(valueOf(linkedOrApart(catalog, peopleOf(catalog, given), plans)))

/** The plan of each workspace by itself, what it costs and what it blocks. */
const apartOf = ({ workspaces }: LinkedOrApart) =>
  workspaces.map(({ workspace, apart }) => [workspace, apart.plan, apart.total, apart.blockedCredits])

test('workspaces may have names that objects have properties of', () => {
  const names = ['constructor', '__proto__', 'toString']
  const [first, ...others] = names.map((id) => ({ ...eu, id }))
  if (first === undefined) throw new Error('There is no first name.')
  const environments = ['eu', 'in']
  const given: Given = onEnterprise({
    workspaces: [
      { ...first, kind: 'billing', environment: 'us' },
      ...others.map((each, place) => ({ ...each, environment: environments[place] ?? '' })),
    ],
    ...streams(...names.map((id) => stream(id, '50'))),
  })
  // Small is $1.00 for 100 credits, and Enterprise $10.00.
  const found = answerOf(enterpriseOf(), given)
  expect(apartOf(found)).toEqual(names.map((id) => [id, 'small', '1.00', '0']))
  const chosen = answerOf(enterpriseOf(), given, { ['__proto__']: 'enterprise', constructor: 'enterprise' })
  expect(apartOf(chosen)).toEqual([
    ['constructor', 'enterprise', '10.00', '0'],
    ['__proto__', 'enterprise', '10.00', '0'],
    ['toString', 'small', '1.00', '0'],
  ])
})

describe('three workspaces in April 2026', () => {
  const april = preset('elevenlabs-2026-04')
  const speech = { product: 'text-to-speech', model: 'Multilingual v2' }
  const three: Given = {
    plan: 'enterprise',
    start: '2026-04-01',
    workspaces: [{ ...hq, name: 'Head office' }, eu, india],
    ...streams(
      stream('hq', '100000', speech),
      stream('eu', '480000', speech),
      stream('india', '20000', speech),
    ),
  }

  test('linked on Enterprise they are $2,640; apart, on Creator, Pro and Starter, $126', () => {
    // Of 600,000 credits a sixth, four fifths and a thirtieth: 440, 2,112 and 88 of 2,640.
    const work = (total: string, servedCredits: string) => ({ total, servedCredits, blockedCredits: '0' })
    const on = { billing: 'monthly', extraSeats: 0 }
    expect(answerOf(april, three)).toEqual({
      linked: work('2640.00', '600000'),
      apart: work('126.00', '600000'),
      difference: '-2514.00',
      workspaces: [
        {
          workspace: 'hq',
          name: 'Head office',
          linked: work('440.00', '100000'),
          apart: { plan: 'creator', ...on, ...work('22.00', '100000') },
          difference: '-418.00',
        },
        {
          workspace: 'eu',
          name: 'eu',
          linked: work('2112.00', '480000'),
          apart: { plan: 'pro', ...on, ...work('99.00', '480000') },
          difference: '-2013.00',
        },
        {
          workspace: 'india',
          name: 'india',
          linked: work('88.00', '20000'),
          apart: { plan: 'starter', ...on, ...work('5.00', '20000') },
          difference: '-83.00',
        },
      ],
    })
  })

  test('where overage is on, 120,000 on Creator are 22 and 20 × 0.30; Starter sells none and would block', () => {
    const given = { ...three, ...OPTED_IN, ...streams(stream('eu', '120000', speech)) }
    expect(apartOf(answerOf(april, given))).toEqual([
      ['hq', 'free', '0.00', '0'],
      ['eu', 'creator', '28.00', '0'],
      ['india', 'free', '0.00', '0'],
    ])
  })

  test('a spend limit holds each account', () => {
    const overage = { optIn: true, spendLimit: '5' }
    const plans = { hq: 'creator', eu: 'creator', india: 'free' }
    // 5 buy 16,666.666666 at 0.30 a thousand, to the millionth of a credit
    const both = streams(stream('eu', '120000', speech), stream('hq', '110000', speech))
    expect(apartOf(answerOf(april, { ...three, overage, ...both }, plans))).toEqual([
      ['hq', 'creator', '25.00', '0'],
      ['eu', 'creator', '27.00', '3333.333334'],
      ['india', 'free', '0.00', '0'],
    ])
  })

  test('an account has to have seats for its members: four Full ones fit on Business, twelve on Enterprise with one more', () => {
    const membersIn = (workspace: string, count: number) =>
      named(workspace, count).map((id) => ({ ...full(id), workspace }))
    const members = [...membersIn('eu', 4), ...membersIn('hq', 12)]
    const { workspaces } = answerOf(april, { ...three, extraSeats: 5, members })
    expect(workspaces.map(({ apart }) => [apart.plan, apart.extraSeats, apart.total])).toEqual([
      ['enterprise', 1, '2740.00'],
      ['business', 0, '1320.00'],
      ['starter', 0, '5.00'],
    ])
  })

  test('paid annually, an account is where its plan can be', () => {
    // Enterprise 26,400 and Creator 220 a year; Free has no annual price.
    const given = {
      ...three,
      billing: 'annual' as const,
      months: 12,
      ...streams(stream('eu', '90000', speech)),
    }
    const { linked, workspaces } = answerOf(april, given)
    expect(linked.total).toBe('26400.00')
    expect(workspaces.map(({ apart }) => [apart.plan, apart.billing, apart.total])).toEqual([
      ['free', 'monthly', '0.00'],
      ['creator', 'annual', '220.00'],
      ['free', 'monthly', '0.00'],
    ])
  })

  test('a plan that is named is taken, whatever it blocks', () => {
    expect(apartOf(answerOf(april, three, { eu: 'creator', india: 'business' }))).toEqual([
      ['hq', 'creator', '22.00', '0'],
      ['eu', 'creator', '22.00', '380000'],
      ['india', 'business', '1320.00', '0'],
    ])
  })

  test('where every plan blocks something, the one that blocks least is taken, and of several the cheapest', () => {
    const members = [{ ...full('eva'), workspace: 'eu', locked: true }]
    const given = { ...three, members, ...streams(stream('eu', '500', { ...speech, member: 'eva' })) }
    expect(apartOf(answerOf(april, given))[1]).toEqual(['eu', 'free', '0.00', '500'])
  })

  test('refuses a plan and a workspace that there are not, and a plan that cannot have the workspace', () => {
    const problemsOf = (given: Given, plans: Readonly<Record<string, string>>) => {
      const answer = linkedOrApart(april, peopleOf(april, given), plans)
      return answer.ok ? [] : answer.problems.map(({ code, message, path }) => [code, message, path])
    }
    expect(problemsOf(three, { eu: 'gone', mars: 'pro' })).toEqual([
      ['plan.unknown', 'The catalogue has no plan "gone".', 'plans.eu'],
      ['workspaces.unknown', 'There is no workspace "mars".', 'plans.mars'],
    ])
    const members = ['a', 'b'].map((id) => ({ ...full(id), workspace: 'eu' }))
    expect(problemsOf({ ...three, members }, { eu: 'pro' })).toEqual([
      [
        'workspaces.not_alone',
        '"eu" cannot be billed by itself on Pro. The plan has 1 Full seat. Move a Full member to a Basic seat, lock or remove one, or buy a seat where the plan sells them.',
        'plans.eu',
      ],
    ])
  })
})

describe('apart, a workspace has what is its own', () => {
  // Enterprise has 1,000 credits for $10.00, the small plan 100 for $1.00; both two Full and two Basic seats.
  const catalog = enterpriseOf({ full: 4 })
  const two: Given = onEnterprise({ workspaces: [hq, eu] })

  test('members, keys, groups and their changes, and usage by member, key or its own word', () => {
    const answer = answerOf(catalog, {
      ...two,
      members: [admin('ada'), { ...full('eva'), workspace: 'eu' }],
      apiKeys: [
        { id: 'web', member: 'eva' },
        { id: 'bot', workspace: 'eu', limit: '50' },
      ],
      groups: [
        { id: 'g', members: ['eva'], limit: '9' },
        { id: 'h', members: ['ada'], limit: null },
      ],
      changes: [
        { kind: 'setGroupLimit', on: '2026-01-10', group: 'g', limit: '30', by: 'ada' },
        { kind: 'setGroupLimit', on: '2026-01-10', group: 'h', limit: '5' },
        { kind: 'setKeyLimit', on: '2026-01-10', apiKey: 'bot', limit: '3' },
        { kind: 'inviteMember', on: '2026-01-10', member: { ...full('eli'), workspace: 'eu' } },
        { kind: 'lockMember', on: '2026-01-25', member: 'eli' },
      ],
      usageEvents: [
        use(11, 'eva', 'api', 20),
        keyUse(12, 'web', 7),
        // the group's 30 leave 3
        use(13, 'eva', 'api', 4),
        keyUse(14, 'bot', 2),
        // the key's 3 leave 1
        keyUse(15, 'bot', 2),
        use(16, 'eli', 'api', 8),
        use(26, 'eli', 'api', 1),
        use(17, null, 'api', 16, { workspace: 'eu' }),
        use(18, null, 'api', 40),
        // ada's group leaves 5
        use(19, 'ada', 'api', 6),
      ],
    })
    // eu: 20 + 7 + 2 + 8 + 16 are served, 4 + 2 + 1 are not; hq: 40, and 6 are not
    const both = [
      ['40', '6'],
      ['53', '7'],
    ]
    expect(answer.workspaces.map(({ apart }) => [apart.servedCredits, apart.blockedCredits])).toEqual(both)
    expect(answer.workspaces.map(({ linked }) => [linked.servedCredits, linked.blockedCredits])).toEqual(both)
    expect(answer.apart).toEqual({ total: '2.00', servedCredits: '93', blockedCredits: '13' })
  })

  test('a change that was refused to somebody of another workspace is made by nobody', () => {
    const lock = { kind: 'lockMember' as const, on: '2026-01-10', member: 'eva', by: 'ada' }
    const answer = answerOf(catalog, {
      ...two,
      members: [admin('ada'), { ...full('eva'), workspace: 'eu' }],
      changes: [lock],
      usageEvents: [use(11, 'eva', 'api', 20)],
    })
    expect(answer.workspaces.map(({ apart }) => apart.servedCredits)).toEqual(['0', '20'])
  })

  test('what an admin of its own asks for, they are asked for as before', () => {
    const answer = answerOf(catalog, {
      ...two,
      members: [
        { ...full('eva'), workspace: 'eu' },
        { ...admin('eli'), workspace: 'eu' },
      ],
      changes: [
        { kind: 'lockMember', on: '2026-01-10', member: 'eli', by: 'eva' },
        { kind: 'lockMember', on: '2026-01-12', member: 'eva', by: 'eli' },
      ],
      usageEvents: [use(11, 'eli', 'api', 20), use(13, 'eva', 'api', 30)],
    })
    expect(answer.workspaces.map(({ apart }) => [apart.servedCredits, apart.blockedCredits])).toEqual([
      ['0', '0'],
      ['20', '30'],
    ])
  })

  test('an invitation for which there is no seat in the whole may find one by itself', () => {
    const answer = answerOf(enterpriseOf({ full: 2, basic: 0 }), {
      ...two,
      members: [admin('ada'), { ...admin('eli'), workspace: 'eu' }],
      changes: [
        { kind: 'inviteMember', on: '2026-01-10', member: { ...full('eva'), workspace: 'eu' }, by: 'eli' },
      ],
      usageEvents: [use(11, 'eva', 'api', 20)],
    })
    expect(answer.workspaces.map(({ linked, apart }) => [linked.servedCredits, apart.servedCredits])).toEqual(
      [
        ['0', '0'],
        ['0', '20'],
      ],
    )
  })

  test('seats are bought for Basic members too, where all seats are too few', () => {
    const basics = named('e', 4).map((id) => ({ ...basic(id), workspace: 'eu' }))
    const few = enterpriseOf({ full: 1, basic: 2 })
    const selling = { ...few, plans: few.plans.map((plan) => sellingSeats(plan, 1, null)) }
    const { workspaces } = answerOf(selling, { ...two, extraSeats: 1, members: basics })
    // The small plan is $1.00 and a seat $10.00.
    expect(workspaces.map(({ apart }) => [apart.plan, apart.extraSeats, apart.total])).toEqual([
      ['small', 0, '1.00'],
      ['small', 1, '11.00'],
    ])
  })

  test('usage of nobody in particular is the billing workspace’s', () => {
    const answer = answerOf(catalog, { ...two, usage: { kind: 'series', credits: ['70'] } })
    expect(answer.workspaces.map(({ apart }) => apart.servedCredits)).toEqual(['70', '0'])
  })

  test('a limit on the shared pool means nothing by itself', () => {
    const limited = enterpriseOf({}, true)
    const answer = answerOf(limited, {
      ...two,
      workspaces: [hq, { ...eu, creditLimit: '30' }],
      changes: [{ kind: 'setWorkspaceLimit', on: '2026-01-10', workspace: 'eu', limit: '10' }],
      usageEvents: [use(11, null, 'api', 20, { workspace: 'eu' })],
    })
    expect(
      answer.workspaces.map(({ linked, apart }) => [linked.blockedCredits, apart.blockedCredits]),
    ).toEqual([
      ['0', '0'],
      ['20', '0'],
    ])
  })

  test('a share that the others carried is what it costs more by itself', () => {
    // eu used nothing: linked it bears nothing, apart the cheapest plan is $1.00
    const answer = answerOf(catalog, { ...two, usageEvents: [use(5, null, 'api', 10)] })
    expect(
      answer.workspaces.map(({ linked, apart, difference }) => [linked.total, apart.total, difference]),
    ).toEqual([
      ['10.00', '1.00', '-9.00'],
      ['0.00', '1.00', '1.00'],
    ])
  })

  test('taxes go along', () => {
    const answer = answerOf(catalog, { ...two, invoicing: { taxes: [{ name: 'VAT', percent: '19' }] } })
    expect([answer.linked.total, answer.apart.total]).toEqual(['11.90', '2.38'])
  })
})

describe('what belongs to the workspaces together is refused with its place', () => {
  const catalog = enterpriseOf()
  const two: Given = onEnterprise({ workspaces: [hq, eu] })
  const pathsOf = (given: Given) => {
    const answer = linkedOrApart(catalog, peopleOf(catalog, { ...two, ...given }))
    return answer.ok ? [] : answer.problems.map(({ code, path }) => [code.replace('workspaces.', ''), path])
  }
  const off = { name: 'Off', value: { kind: 'percent' as const, percent: '10' } }

  test.each<[string, Given]>([
    ['grants', { grants: [{ id: 'g', source: 'gift', amount: '10', start: '2026-01-01' }] }],
    ['prepaid', { prepaid: { kind: 'wallet' } }],
    ['trial', { trial: { days: 7, credits: '10' } }],
    ['invoicing.discounts', { invoicing: { discounts: [{ id: 'd', ...off }] } }],
    ['invoicing.coupons', { invoicing: { coupons: [{ id: 'c', ...off }] } }],
    ['invoicing.commitment', { invoicing: { commitment: { per: 'month', minimum: '5' } } }],
    ['changes.0', { changes: [{ kind: 'buySeats', on: '2026-01-10', count: 1 }] }],
    ['changes.0', { changes: [{ kind: 'linkWorkspace', on: '2026-01-10', workspace: 'eu' }] }],
    [
      'groups.0',
      {
        members: [full('ann'), { ...full('eva'), workspace: 'eu' }],
        groups: [{ id: 'g', members: ['ann', 'eva'], limit: '10' }],
      },
    ],
    [
      'groups.0',
      {
        members: [full('ann')],
        apiKeys: [{ id: 'bot', workspace: 'eu' }],
        groups: [{ id: 'g', members: ['ann'], apiKeys: ['bot'], limit: '10' }],
      },
    ],
    [
      'usageEvents.1.regenerates',
      {
        usageEvents: [
          use(3, null, 'api', 5, { id: 'first', workspace: 'eu' }),
          use(4, null, 'api', 5, { regenerates: 'first' }),
        ],
      },
    ],
  ])('%s', (path, given) => expect(pathsOf(given)).toEqual([['cannot_split', path]]))

  test('all of it at once', () => {
    const prepaid = { kind: 'wallet' as const }
    expect(pathsOf({ prepaid, trial: { days: 7, credits: '10' } })).toHaveLength(2)
  })

  test('a single workspace, or none', () => {
    expect(pathsOf({ workspaces: [hq] })).toEqual([['one_workspace', 'workspaces']])
    expect(pathsOf({ workspaces: [] })).toEqual([['one_workspace', 'workspaces']])
  })

  test('and what cannot be billed linked is refused as its run is', () => {
    const scenario = peopleOf(catalog, { ...two, plan: 'small' })
    expect(linkedOrApart(catalog, scenario)).toEqual({
      ok: false,
      problems: checkScenario(catalog, scenario),
    })
  })
})
