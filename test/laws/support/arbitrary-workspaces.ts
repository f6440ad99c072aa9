import * as fc from 'fast-check'
import { at, figure, halfOff, OPTED_IN, perThousand, postpaid } from '../../engine/support/build.ts'
import { enterpriseOf, type Given, onEnterprise } from '../../engine/support/consolidation.ts'
import { peopleOf } from '../../engine/support/people.ts'
import type { Account } from './arbitrary-account.ts'
import { anyWeekdays } from './arbitrary-weekdays.ts'

/*
 * Accounts of several workspaces, some of which come or go within the run, with early invoices, offers, discounts,
 * taxes and a change of plan.
 */

const DAY = 86_400_000

const ENVIRONMENTS = ['us', 'eu', 'in']
const PRODUCTS = ['create', 'agents', 'api']

/** The billing workspace and up to four others, each with a member and a key whose names tell where they belong. */
export const draft = fc.record({
  credits: fc.integer({ min: 0, max: 900 }).map(String),
  others: fc.array(fc.constantFrom(...ENVIRONMENTS), { minLength: 1, maxLength: 4 }),
  months: fc.integer({ min: 1, max: 2 }),
  optIn: fc.boolean(),
  discount: fc.option(fc.integer({ min: 1, max: 99 }).map(String)),
  streams: fc.array(
    fc.record({
      place: fc.nat(4),
      monthly: fc.integer({ min: 0, max: 500 }).map(String),
      weekdays: anyWeekdays,
    }),
    {
      maxLength: 4,
    },
  ),
  events: fc.array(
    fc.record({
      place: fc.nat(4),
      day: fc.nat(27),
      product: fc.constantFrom(...PRODUCTS),
      quantity: fc.constantFrom('0', '1', '40', '0.000001', '333.333333'),
      byKey: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  leaving: fc.option(fc.record({ place: fc.nat(3), day: fc.nat(26), removed: fc.boolean() })),
  coming: fc.option(fc.record({ place: fc.nat(3), day: fc.nat(26) })),
  threshold: fc.option(fc.integer({ min: 1, max: 5 }).map(String)),
  upgrade: fc.option(
    fc.record({
      day: fc.nat(26),
      mode: fc.constantFrom('restartCycle', 'prorated', 'difference', 'doNotBill'),
    }),
  ),
})

export type Draft = typeof draft extends fc.Arbitrary<infer Of> ? Of : never

/** Enterprise, and a dearer plan that has consolidated billing too. */
export function catalogOf({ credits, others, threshold }: Draft) {
  const catalog = enterpriseOf({
    credits,
    full: others.length + 1,
    pastQuota: postpaid(perThousand('30'), threshold ?? undefined),
    offers: [halfOff('monthly')],
  })
  const [small, enterprise] = [at(catalog.plans, 0), at(catalog.plans, 1)]
  const plus = {
    ...enterprise,
    id: 'plus',
    price: { monthly: figure('70'), annual: null },
    pastQuota: postpaid(perThousand('20'), threshold ?? undefined),
  }
  const consolidation = figure({
    billingEnvironment: 'us',
    environments: ENVIRONMENTS,
    plans: ['enterprise', 'plus'],
    perWorkspaceLimits: false,
  })
  return { ...catalog, plans: [small, enterprise, plus], consolidation }
}

const onDay = (day: number) => new Date(Date.parse('2026-01-01') + day * DAY).toISOString()

export const idsOf = ({ others }: Draft) => ['w0', ...others.map((_, index) => `w${index + 1}`)]

export function givenOf(some: Draft): Given {
  const ids = idsOf(some)
  const homeOf = (place: number) => ids[place % ids.length] ?? 'w0'
  const reporting = (place: number) => `w${1 + (place % some.others.length)}`
  const { leaving, coming, upgrade } = some
  const leaver = leaving === null ? null : reporting(leaving.place)
  const comer = coming === null ? null : reporting(coming.place)
  return onEnterprise({
    ...(some.optIn && OPTED_IN),
    months: some.months,
    offers: true,
    workspaces: [
      { id: 'w0', kind: 'billing', environment: 'us' },
      ...some.others.map((environment, index) => ({
        id: `w${index + 1}`,
        kind: 'reporting' as const,
        environment,
      })),
    ],
    ...(some.discount !== null && {
      invoicing: {
        discounts: [{ id: 'd', name: 'd', value: { kind: 'percent' as const, percent: some.discount } }],
        taxes: [{ name: 'VAT', percent: '19' }],
      },
    }),
    members: ids.map((id) => ({ id: `member-${id}`, seat: 'full' as const, workspace: id })),
    apiKeys: ids.map((id) => ({ id: `key-${id}`, workspace: id })),
    changes: [
      ...(leaving !== null && leaver !== null
        ? [
            {
              kind: 'unlinkWorkspace' as const,
              on: onDay(leaving.day),
              workspace: leaver,
              afterwards: leaving.removed
                ? { kind: 'removed' as const }
                : { kind: 'newSubscription' as const, plan: 'small' },
            },
          ]
        : []),
      ...(coming !== null && comer !== null && comer !== leaver
        ? [{ kind: 'linkWorkspace' as const, on: onDay(coming.day), workspace: comer }]
        : []),
      ...(upgrade === null
        ? []
        : [{ kind: 'changePlan' as const, on: onDay(upgrade.day), plan: 'plus', mode: upgrade.mode }]),
    ],
    usage: {
      kind: 'streams',
      streams: some.streams.map(({ place, monthly, weekdays }, index) => ({
        id: `s${index}`,
        member: `member-${homeOf(place)}`,
        product: 'api',
        model: 'Standard',
        monthly,
        ...weekdays,
      })),
    },
    usageEvents: some.events.map(({ place, day, product, quantity, byKey }, index) => ({
      id: `e${index}`,
      at: onDay(day),
      ...(byKey ? { apiKey: `key-${homeOf(place)}` } : { member: `member-${homeOf(place)}` }),
      product,
      model: 'Standard',
      quantity,
    })),
  })
}

export const anyConsolidated: fc.Arbitrary<Account> = draft.map((some) => {
  const catalog = catalogOf(some)
  return { catalog, scenario: peopleOf(catalog, givenOf(some)) }
})
