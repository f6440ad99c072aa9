import type { AccountChange } from '#shared/account.ts'
import type { CustomGrant } from '#shared/grants.ts'
import type { InvoiceTerms } from '#shared/invoicing.ts'
import { LARGEST_WHOLE } from '#shared/micros.ts'
import type { Scenario } from '#shared/scenario.ts'
import { items, regrown, USE } from './grown-catalog.ts'

/** Something that an input may have much of: grown to half of `most`, any two are together no more than is read here. */
export interface Growth<I> {
  readonly of: string
  readonly most: number
  readonly grown: (input: I, count: number) => I
}

/** Credits used beyond the quota in a month, for as much money. */
const OVERAGE = 1_000_000
const MONTHLY = String(OVERAGE + 100_000)
const MEMBER = 'head'
const DAY = '2026-02-01'

const terms = (scenario: Scenario, more: Partial<InvoiceTerms>): Scenario => ({
  ...scenario,
  invoicing: {
    discounts: [],
    coupons: [],
    taxes: [],
    numberPrefix: '',
    netDays: 0,
    ...scenario.invoicing,
    ...more,
  },
})

const discount = (index: number, value: InvoiceTerms['discounts'][number]['value']) => ({
  id: `discount-${index}`,
  name: 'Less',
  value,
  duration: { kind: 'forever' as const },
})

const changed =
  (change: (index: number) => AccountChange) =>
  (scenario: Scenario, count: number): Scenario => ({
    ...scenario,
    changes: [...scenario.changes, ...items(count, change)],
  })

const granted =
  (more: Partial<CustomGrant>) =>
  (scenario: Scenario, count: number): Scenario => ({
    ...scenario,
    grants: [
      ...scenario.grants,
      ...items(count, (index) => ({
        id: `grant-${index}-${JSON.stringify(more).length}`,
        source: 'gift' as const,
        amount: '10',
        priority: 0,
        start: '2026-01-31',
        ...more,
      })),
    ],
  })

const EVERY_DAY = { recurrence: { every: 1, unit: 'day' as const }, expires: '2037-01-01' }

const workspaces = (scenario: Scenario, count: number): Scenario => ({
  ...scenario,
  workspaces: items(count + 1, (index) => ({
    id: `workspace-${index}`,
    kind: index === 0 ? ('billing' as const) : ('reporting' as const),
    environment: 'us',
    creditLimit: null,
  })),
})

/** A price of which so many months are more than there can be, and one fewer are not. */
const tooMuchIn = (months: number): string =>
  String(Math.min(Number(LARGEST_WHOLE), Math.ceil(Number(LARGEST_WHOLE) / (months - 0.5))))

/** Whatever there is much of in scenarios. */
export const IN_SCENARIOS: readonly Growth<Scenario>[] = [
  { of: 'months', most: 120, grown: (scenario, months) => ({ ...scenario, months }) },
  {
    of: 'plans of its own catalogue',
    most: 50,
    grown: (scenario, plans) => ({ ...scenario, catalog: regrown(scenario.catalog, { plans }) }),
  },
  {
    of: 'tiers of its own catalogue',
    most: 1000,
    grown: (scenario, tiers) => ({ ...scenario, catalog: regrown(scenario.catalog, { tiers }) }),
  },
  {
    of: 'invoices brought forward each month',
    most: 1000,
    grown: (scenario, count) => ({
      ...scenario,
      catalog: regrown(scenario.catalog, { threshold: (OVERAGE / 1000 / count).toFixed(6) }),
    }),
  },
  {
    of: 'money, up to more than there can be in the last month alone',
    most: 2,
    grown: (scenario) => ({
      ...scenario,
      catalog: regrown(scenario.catalog, { price: tooMuchIn(scenario.months) }),
    }),
  },
  {
    of: 'usage in credits',
    most: 4000,
    grown: (scenario, count) => ({
      ...scenario,
      usage: { kind: 'pattern', monthly: String(count * OVERAGE), pattern: { kind: 'flat' } },
    }),
  },
  {
    of: 'streams',
    most: 1000,
    grown: (scenario, count) => ({
      ...scenario,
      usage: {
        kind: 'streams',
        streams: items(count, (index) => ({
          id: `stream-${index}`,
          ...USE,
          member: MEMBER,
          monthly: (Number(MONTHLY) / count).toFixed(6),
          pattern: { kind: 'flat' },
        })),
      },
    }),
  },
  {
    of: 'events',
    most: 1000,
    grown: (scenario, count) => ({
      ...scenario,
      usageEvents: items(count, (index) => ({
        id: `event-${index}`,
        at: `${DAY}T00:00:00Z`,
        ...USE,
        member: MEMBER,
        quantity: '1000',
      })),
    }),
  },
  {
    of: 'members',
    most: 2000,
    grown: (scenario, count) => ({
      ...scenario,
      members: [
        ...scenario.members,
        ...items(count, (index) => ({
          id: `member-${index}`,
          role: 'member' as const,
          seat: 'basic' as const,
          locked: true,
        })),
      ],
    }),
  },
  {
    of: 'groups with one member',
    most: 2500,
    grown: (scenario, count) => ({
      ...scenario,
      groups: items(count, (index) => ({ id: `group-${index}`, members: [MEMBER], limit: '900000000' })),
    }),
  },
  {
    of: 'API keys',
    most: 3000,
    grown: (scenario, count) => ({
      ...scenario,
      apiKeys: items(count, (index) => ({ id: `key-${index}`, limit: null })),
    }),
  },
  { of: 'workspaces', most: 1000, grown: workspaces },
  { of: 'grants', most: 1000, grown: granted({}) },
  { of: 'grants refilled every day', most: 800, grown: granted(EVERY_DAY) },
  { of: 'grants with a rollover', most: 1000, grown: granted({ rollover: { min: '5', max: '6' } }) },
  {
    of: 'discounts in percent',
    most: 1000,
    grown: (scenario, count) =>
      terms(scenario, {
        discounts: items(count, (index) => discount(index, { kind: 'percent', percent: '0.01' })),
      }),
  },
  {
    of: 'discounts of an amount',
    most: 1000,
    grown: (scenario, count) =>
      terms(scenario, {
        discounts: items(count, (index) => discount(index, { kind: 'amount', amount: '0.01' })),
      }),
  },
  {
    of: 'coupons that are redeemed',
    most: 600,
    grown: (scenario, count) =>
      terms(
        changed((index) => ({ kind: 'redeemCoupon', on: DAY, coupon: `discount-${index}` }))(scenario, count),
        {
          coupons: items(count, (index) => ({
            ...discount(index, { kind: 'percent', percent: '0.01' }),
            maxRedemptions: 1,
          })),
        },
      ),
  },
  {
    of: 'taxes',
    most: 1000,
    grown: (scenario, count) =>
      terms(scenario, {
        taxes: items(count, (index) => ({
          name: `Tax ${index}`,
          percent: '0.01',
          inclusive: true,
          exempt: [],
        })),
      }),
  },
  { of: 'seats bought', most: 2500, grown: changed(() => ({ kind: 'buySeats', on: DAY, count: 1 })) },
  {
    of: 'changes of overage',
    most: 2000,
    grown: changed(() => ({ kind: 'setOverage', on: DAY, optIn: true, spendLimit: null })),
  },
  {
    of: 'changes of plan',
    most: 1500,
    grown: changed((index) => ({
      kind: 'changePlan',
      on: DAY,
      plan: index % 2 === 0 ? 'plan-1' : 'enterprise',
      mode: 'prorated',
      timing: 'now',
    })),
  },
  {
    of: 'workspaces that leave',
    most: 700,
    grown: (scenario, count) =>
      changed((index) => ({
        kind: 'unlinkWorkspace',
        on: DAY,
        workspace: `workspace-${index + 1}`,
        afterwards: {
          kind: 'newSubscription',
          plan: 'plan-1',
          billing: 'monthly',
          overage: { optIn: true },
          extraSeats: 0,
        },
      }))(workspaces(scenario, count), count),
  },
]

/** A scenario that has one of everything by which it grows. */
export const seedlingOf = (scenario: Scenario): Scenario => ({
  ...scenario,
  catalog: regrown(undefined, {}),
  plan: 'enterprise',
  months: 1,
  members: [{ id: MEMBER, role: 'admin', seat: 'full', locked: false }],
  usage: { kind: 'pattern', monthly: MONTHLY, pattern: { kind: 'flat' } },
})

/** Streams that are taken day by day even where only their sum is asked for: each falls on weekdays in its own way. */
export const STREAMS_BY_WEEKDAY: Growth<Scenario> = {
  of: 'streams by weekday',
  most: 1000,
  grown: (scenario, count) => ({
    ...scenario,
    usage: {
      kind: 'streams',
      streams: items(count, (index) => ({
        id: `stream-${index}`,
        ...USE,
        member: MEMBER,
        monthly: (Number(MONTHLY) / count).toFixed(6),
        pattern: { kind: 'flat' },
        weekdays: {
          mon: 100,
          tue: 50,
          wed: 50,
          thu: 50,
          fri: 50,
          sat: index % 100,
          sun: Math.floor(index / 100),
        },
      })),
    },
  }),
}
