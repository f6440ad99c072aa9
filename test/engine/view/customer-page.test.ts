import { describe, expect, test } from 'vitest'
import { customerPage } from '#main/engine/index.ts'
import { CustomerPage, CustomerPageInput } from '#shared/customer-page.ts'
import type { Scenario } from '#shared/scenario.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

/*
 * April and May 2026. Small: $30.00 for 1,000 credits, then $100.00 per 1,000. Large: $61.00 for 10,000. 1,200 credits in
 * April and 1,240 in May, 40 a day.
 */
const CATALOG = catalogOf([
  planOf({ id: 'small', monthly: '30', credits: '1000', pastQuota: postpaid(perThousand('100')) }),
  planOf({ id: 'large', monthly: '61', credits: '10000' }),
])
const SCENARIO = scenarioOf(CATALOG, ['1200', '1240'], { start: '2026-04-01', overage: { optIn: true } })

type Asked = Partial<Omit<CustomerPageInput, 'scenario'>>

const pageOf = (asked: Asked = {}, scenario: Scenario = SCENARIO, catalog = CATALOG): CustomerPage => {
  const page = valueOf(customerPage(catalog, CustomerPageInput.parse({ ...asked, scenario })))
  expect(CustomerPage.parse(page)).toEqual(page)
  return page
}

test('the page ranks every plan for the whole account', () => {
  // Small: 2 × 30.00 and 0.20 × 100 + 0.24 × 100. Large: 2 × 61.00
  expect(pageOf().plans).toMatchObject([
    { plan: 'small', cost: '104.00', monthly: '52.00', beyond: '44.00', blockedCredits: '0', blocked: [] },
    { plan: 'large', cost: '122.00', monthly: '61.00', beyond: '0.00', blockedCredits: '0' },
  ])
})

test('it advises the move and its day, beside staying on today’s plan', () => {
  const { advice } = pageOf()
  // 30 + 20 + 30, and 6 of 31 days of 61.00; staying is 104.00
  expect(advice).toMatchObject({
    begin: 'small',
    move: { plan: 'large', on: '2026-05-26' },
    cost: '91.81',
    monthly: '45.91',
    beside: { plan: 'small', cost: '104.00', saved: '12.19', blockedCredits: '0' },
  })
  // A day later: 4.00 of overage, and 1.97 less of Large
  expect(advice?.days.filter(({ on }) => on >= '2026-05-26').slice(0, 2)).toEqual([
    { on: '2026-05-26', regret: '0.00' },
    { on: '2026-05-27', regret: '2.03' },
  ])
})

test('it tells what either has cost until each month’s end, and until the day of the move', () => {
  // Until 26 May: 50.00 and 25 of 31 days of 30.00 that are paid whole; the overage of May falls there
  const { advised, beside } = pageOf().advice?.soFar ?? { advised: [], beside: [] }
  expect(advised.map(({ on }) => on)).toEqual(['2026-04-01', '2026-05-01', '2026-05-26', '2026-06-01'])
  expect([advised[0]?.cost, advised[1]?.cost, advised.at(-1)?.cost]).toEqual(['0.00', '50.00', '91.81'])
  expect(beside).toEqual([
    { on: '2026-04-01', cost: '0.00' },
    { on: '2026-05-01', cost: '50.00' },
    { on: '2026-06-01', cost: '104.00' },
  ])
})

test('where today’s plan is best it is measured by the next best', () => {
  const idle = scenarioOf(CATALOG, ['900', '900'], { start: '2026-04-01' })
  expect(pageOf({}, idle).advice).toMatchObject({
    begin: 'small',
    move: null,
    cost: '60.00',
    beside: { plan: 'large', saved: '62.00' },
    days: [],
  })
})

test('days on which more would be blocked than on the best do not compare', () => {
  // Without overage Small blocks 200 in April and 240 in May: Large from 26 April on blocks none of them.
  const off = { ...SCENARIO, overage: { optIn: false } }
  const { advice } = pageOf({}, off)
  expect(advice?.move).toEqual({ plan: 'large', on: '2026-04-26' })
  expect(advice?.days.at(-1)?.on).toBe('2026-04-26')
  expect(advice?.beside).toMatchObject({ plan: 'small', blockedCredits: '440', saved: '-42.81' })
})

test('what is tried changes the figures and is told as it is then', () => {
  const flat: Scenario = {
    ...SCENARIO,
    usage: { kind: 'pattern', monthly: '900', pattern: { kind: 'flat' } },
  }
  const page = pageOf({ whatIf: { usage: { kind: 'monthly', credits: '2000' }, growth: '100' } }, flat)
  // 2,000 and 4,000: 60.00 and 400.00 of overage
  expect(page.plans.find(({ plan }) => plan === 'small')).toMatchObject({ cost: '460.00' })
  expect(page.levers).toEqual({ usage: { kind: 'monthly', credits: '2000' }, growth: '100', people: null })
})

test('plans that are marked internal are neither listed nor advised, and today’s is named still', () => {
  const page = pageOf({ hiddenPlans: ['small'] })
  expect(page.plans.map(({ plan }) => plan)).toEqual(['large'])
  expect(page.advice).toMatchObject({ begin: 'large', move: null, beside: null })
  expect(page.today).toEqual({ plan: 'small', name: 'small' })
  expect(
    customerPage(CATALOG, CustomerPageInput.parse({ scenario: SCENARIO, hiddenPlans: ['small', 'large'] })),
  ).toMatchObject({ ok: false, problems: [{ code: 'customer_page.no_plans', path: 'hiddenPlans' }] })
})

test('a plan sold by contract is priced by quote until something is agreed', () => {
  const catalog = catalogOf([planOf({ id: 'contract', custom: true })])
  const scenario = scenarioOf(catalog, ['1'])
  expect(pageOf({}, scenario, catalog).plans).toMatchObject([{ byQuote: true }])
  const agreed = { ...scenario, customTerms: { contract: { monthly: '9' } } }
  expect(pageOf({}, agreed, catalog).plans).toMatchObject([{ byQuote: false }])
})

test('what a plan stops is told by its largest cause first', () => {
  const catalog = workspaceOf()
  const scenario = peopleOf(catalog, {
    members: [full('bob'), basic('ann')],
    usageEvents: [use(1, 'ann', 'create', 150), use(2, 'bob', 'agents', 1500)],
  })
  // Ann's ceiling is 100, and the plan has 1,000.
  expect(pageOf({}, scenario, catalog).plans).toMatchObject([
    {
      blockedCredits: '1650',
      blocked: [
        { cause: 'notEnoughLeft', credits: '1500' },
        { cause: 'ceiling', credits: '150' },
      ],
    },
  ])
})

describe('Acme: three workspaces, 12 Full and 48 Basic people, 1.4 M credits a month growing 8 %', () => {
  const catalog = preset('elevenlabs-2026-04')
  const members = [
    ...Array.from({ length: 12 }, (_, index) => full(`full ${String(index)}`)),
    ...Array.from({ length: 48 }, (_, index) => basic(`basic ${String(index)}`)),
  ]
  const acme = peopleOf(catalog, {
    catalog: 'elevenlabs-2026-04',
    plan: 'scale',
    months: 12,
    overage: { optIn: true },
    members,
    workspaces: [
      { id: 'us', kind: 'billing', environment: 'us' },
      { id: 'eu', kind: 'reporting', environment: 'eu' },
      { id: 'in', kind: 'reporting', environment: 'in' },
    ],
    usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'growth', percent: '8' } },
  })

  test('have seats on Enterprise alone, with one that is bought, though they are on Scale today', () => {
    const page = pageOf({ customer: 'Acme' }, acme, catalog)
    expect(page.advice).toMatchObject({ begin: 'enterprise', move: null, beside: null })
    // 2,640.00 and a twelfth Full seat at 100.00
    expect(page.plans[0]).toMatchObject({
      plan: 'enterprise',
      monthly: '2740.00',
      cost: '32880.00',
      extraSeats: 1,
      byQuote: true,
    })
    expect(page.plans.slice(1).map((row) => row.kind === 'impossible' && row.why)).toEqual(
      Array.from({ length: 6 }, () => ['seats', 'workspaces']),
    )
    expect(page.prices).toEqual({ list: 'ElevenLabs, April 2026', date: '2026-04-08' })
    // Scale of April has 3 Full seats and sells none; that of October has 3 of the 11 that it sells up to
    const scaleOf = ({ plans }: CustomerPage) => plans.find(({ plan }) => plan === 'scale')
    expect(scaleOf(page)).toMatchObject({ fullSeats: 3, seats: 23 })
    const inOctober = pageOf({}, { ...acme, catalog: 'elevenlabs-2026-10' }, preset('elevenlabs-2026-10'))
    expect(scaleOf(inOctober)).toMatchObject({ fullSeats: 11, seats: 31 })
  })

  test('of five people on Scale, move up when their growth pays for it', () => {
    const small = pageOf(
      { whatIf: { people: { full: 3, basic: 2 }, growth: '25' } },
      { ...acme, workspaces: [] },
      catalog,
    )
    // 1,400,000 × 1.25¹¹ are 16 million a month at the end
    expect(small.advice).toMatchObject({ begin: 'scale', move: { plan: 'business' } })
    expect(small.levers.people).toEqual({ full: 3, basic: 2 })
    const { advised = [], beside = [] } = small.advice?.soFar ?? {}
    expect(advised.at(-1)?.cost).toBe(small.advice?.cost)
    expect(beside.at(-1)?.cost).toBe(small.advice?.beside?.cost)
  })
})
