import { Scenario } from '#shared/scenario.ts'
import { meantBy, tiersOf } from './catalog-weight.ts'
import { earlyInvoicesOf } from './early-weight.ts'

/** What a part of a scenario adds to the work of a run, in steps: each month, and once. */
interface Share {
  readonly monthly?: number
  readonly once?: number
}

type Shares = {
  readonly [Field in keyof Required<Scenario>]: (value: Scenario[Field], scenario: Scenario) => Share
}

const NOTHING = (): Share => ({})

const TIMES_A_MONTH = { day: 31, week: 5, month: 1, year: 1 }

/** Each workspace that leaves for a subscription of its own may be billed as long as the account it leaves. */
const leaving = (changes: Scenario['changes']): number =>
  changes.filter(({ kind }) => kind === 'unlinkWorkspace').length

/** A member may be in all of them, each is asked about each use, and an account of its own has them anew. */
const withGroups = ({ length }: Scenario['groups']): number => 1 + length / GROUPS_OF_A_STEP

const GROUPS_OF_A_STEP = 50

/** Each day draws on it. */
const STEPS_OF_A_WALLET = 3

/** Every field has a row, so that none is added to scenarios without a thought for how long it takes. */
const SHARES: Shares = {
  schemaVersion: NOTHING,
  name: NOTHING,
  catalog: (catalog) => ({ once: typeof catalog === 'string' ? 0 : catalog.burnRates.length / 20 }),
  plan: NOTHING,
  billing: NOTHING,
  start: NOTHING,
  months: NOTHING,
  overage: NOTHING,
  offers: NOTHING,
  trial: NOTHING,
  invoicing: NOTHING,
  extraSeats: NOTHING,
  grants: (grants) => ({
    monthly: grants.reduce(
      (sum, { recurrence: every }) =>
        sum + (every ? Math.max(1, TIMES_A_MONTH[every.unit] / every.every) : 1),
      0,
    ),
  }),
  prepaid: ({ kind }) => ({ monthly: kind === 'wallet' ? STEPS_OF_A_WALLET : 0 }),
  policies: NOTHING,
  customTerms: NOTHING,
  members: ({ length }) => ({ monthly: length }),
  workspaces: ({ length }) => ({ monthly: length }),
  groups: (groups) => ({
    once:
      groups.reduce((sum, { members, apiKeys }) => sum + 1 + members.length + (apiKeys?.length ?? 0), 0) / 20,
  }),
  apiKeys: ({ length }) => ({ once: length / 20 }),
  changes: (changes, { groups }) => ({
    once: changes.length,
    monthly: leaving(changes) * withGroups(groups),
  }),
  usage: (usage, { groups }) => ({
    monthly: (usage.kind === 'streams' ? usage.streams.length : 1) * withGroups(groups),
  }),
  usageEvents: ({ length }, { groups }) => ({ once: length * withGroups(groups) }),
  expect: NOTHING,
}

/**
 * About how much happens in a run: each month each stream, member and refill of a grant; each change and each event; and
 * each invoice, by what is taken off it and put on it and by the workspaces that bear it.
 */
export function stepsOf(scenario: Scenario): number {
  return (
    stepsOfAccount(scenario) +
    billsOf(scenario) * (1 + invoiceTermsIn(scenario) + scenario.workspaces.length / WORKSPACES_OF_A_BILL)
  )
}

/** The same of a run whose invoices nobody writes. */
export function stepsOfAccount(scenario: Scenario): number {
  const shares = Scenario.keyof().options.map((field) => shareOf(field, scenario))
  return shares.reduce((sum, { monthly = 0, once = 0 }) => sum + scenario.months * monthly + once, 0)
}

function shareOf<Field extends keyof Required<Scenario>>(field: Field, scenario: Scenario): Share {
  const share: Shares[Field] = SHARES[field]
  return share(scenario[field], scenario)
}

/** So many workspaces take about as long to share an invoice as all else of it. */
const WORKSPACES_OF_A_BILL = 50

/** So many tiers take about as long to write into an invoice's line as all else of it. */
const TIERS_OF_A_LINE = 100

/** Invoices there may be, those with many tiers for several. */
export function billsOf(scenario: Scenario): number {
  const { catalog: ref, months, changes } = scenario
  const catalog = meantBy(ref)
  if (!catalog) return 0
  const bills =
    (1 + months) * (1 + leaving(changes)) +
    changes.length +
    earlyInvoicesOf(scenario, catalog) +
    topUpsOf(scenario)
  const tiers = catalog.plans.reduce((most, plan) => Math.max(most, tiersOf(plan)), 0)
  return bills * (1 + tiers / TIERS_OF_A_LINE)
}

/** Each is invoiced: there may be one for every use that finds the balance low, and usage is spread over the days. */
function topUpsOf({ prepaid, changes, usage, usageEvents, months }: Scenario): number {
  const isAutomatic =
    (prepaid.kind === 'wallet' && prepaid.autoTopUp !== 'off') ||
    changes.some(({ kind }) => kind === 'autoTopUp')
  if (!isAutomatic) return 0
  return months * MOST_DAYS * (usage.kind === 'streams' ? usage.streams.length : 1) + usageEvents.length
}

const MOST_DAYS = 31

function invoiceTermsIn({ invoicing }: Scenario): number {
  if (!invoicing) return 0
  const { discounts, coupons, taxes, commitment } = invoicing
  return discounts.length + coupons.length + taxes.length + (commitment ? 1 : 0)
}
