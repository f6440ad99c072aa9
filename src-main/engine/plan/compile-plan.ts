import type { Catalog, PastQuota, Plan, Rollover } from '#shared/catalog.ts'
import type { Policies, SomePolicies } from '#shared/policies.ts'
import type { Billing } from '#shared/account.ts'
import { MONTHS_A_YEAR } from '../calendar/cycle.ts'
import { compileCharge } from '../charge/registry.ts'
import { type Money, toMicros } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import { type Share, shareOf, WHOLE_PERCENT } from '../exact/percent.ts'
import { minorUnit, toMinor } from '../exact/round.ts'
import type {
  CompiledOffer,
  CompiledPastQuota,
  CompiledPlan,
  CompiledRollover,
  CompiledSeats,
  CompiledTerm,
  CompiledThreshold,
} from './compiled-plan.ts'
import { deficitPolicyOf } from './deficit-policy.ts'
import { compilePrepaid } from './compile-prepaid.ts'
import { resolvePolicies } from './policies.ts'

/** Every plan of the catalogue in ladder order, made ready for the clock; `settings` win over the catalogue's. Throws `OutOfBounds` on figures too large. */
export function compileCatalog(catalog: Catalog, settings: SomePolicies = {}): readonly CompiledPlan[] {
  const policies = resolvePolicies(catalog.policies, settings)
  const quotas = catalog.largestRequestQuotas?.value ?? Infinity
  return catalog.plans.map((plan) => compilePlan(plan, catalog.currency, policies, quotas))
}

/** `largestRequestQuotas`: the largest single request under usage-based billing, in monthly quotas. */
export function compilePlan(
  plan: Plan,
  currency: string,
  policies: Policies,
  largestRequestQuotas = Infinity,
): CompiledPlan {
  const minor = minorUnit(currency)
  const quota = toMicros(plan.credits.value)
  const pastQuota = compilePastQuota(plan.pastQuota, minor, policies)
  // Without credits there is no quota to measure a request by, and zero times no limit is no number.
  const isLimited = quota > 0 && pastQuota.kind === 'postpaid'
  return {
    id: plan.id,
    name: plan.name,
    plan,
    minor,
    monthly: compileTerm(1, plan.price.monthly.value, minor),
    annual: plan.price.annual === null ? null : compileTerm(MONTHS_A_YEAR, plan.price.annual.value, minor),
    freeMonths: { count: plan.price.freeMonths?.value ?? 0, fall: policies.freeMonths },
    quota,
    rollover: compileRollover(plan.rollover.value),
    pastQuota,
    prepaid: compilePrepaid(plan.pastQuota, minor, policies),
    deficit: deficitPolicyOf(policies),
    grace: plan.graceCredits === undefined ? 0 : toMicros(plan.graceCredits.value),
    largestRequest: isLimited ? quota * largestRequestQuotas : Infinity,
    offers: { monthly: compileOffer(plan, 'monthly'), annual: compileOffer(plan, 'annual') },
    lowBalance: multiplyDivideDown(quota, toMicros(plan.lowBalancePercent.value), WHOLE_PERCENT),
    includedFull: plan.seats.full.value,
    seats: compileSeats(plan, minor, policies),
    burnOrder: policies.burnOrder,
    prorationUnit: policies.prorationUnit,
    changeDay: policies.changeDay,
    rounding: policies.rounding,
  }
}

function compileTerm(months: number, catalogPrice: string, minor: Money): CompiledTerm {
  const price = toMicros(catalogPrice)
  return { months, price, line: toMinor(price, minor) }
}

function compileRollover(rollover: Rollover): CompiledRollover {
  const { kind } = rollover
  const carried = kind === 'count' ? shareOf(toMicros(rollover.percent)) : NOTHING
  return {
    kind,
    life: lifeOf(rollover),
    multiple: kind === 'cap' ? rollover.multiple : Infinity,
    carries: kind === 'count' ? rollover.carries : 0,
    carried,
    carriedLife: kind === 'count' ? 1 + rollover.validity : 0,
  }
}

const NOTHING: Share = { part: 0, whole: 1 }

function lifeOf(rollover: Rollover): number {
  switch (rollover.kind) {
    case 'none':
    case 'count':
      return 1
    case 'age':
      return 1 + rollover.periods
    case 'cap':
      return Infinity
  }
}

function compilePastQuota(pastQuota: PastQuota, minor: Money, policies: Policies): CompiledPastQuota {
  if (policies.beyondGrants === 'blocked') return { kind: 'block' }
  switch (pastQuota.kind) {
    case 'block':
      return { kind: 'block' }
    case 'postpaid': {
      const { value, source } = pastQuota.charge
      const charge = compileCharge(value, minor, policies)
      return { kind: 'postpaid', charge, source, invoiceThreshold: thresholdOf(pastQuota, minor, policies) }
    }
    case 'prepaid': {
      const { value, source } = pastQuota.value
      const rate = { amount: value.money, per: value.credits }
      const charge = compileCharge({ model: 'perUnit', rate }, minor, policies)
      return { kind: 'prepaid', charge, source, invoiceThreshold: null }
    }
  }
}

/** Invoices are in whole minor units, and so is what they wait for: no less than one. */
function thresholdOf(
  { invoiceThreshold }: Extract<PastQuota, { kind: 'postpaid' }>,
  minor: Money,
  { thresholdInvoice }: Policies,
): CompiledThreshold | null {
  if (invoiceThreshold === undefined) return null
  const amount = toMicros(invoiceThreshold.value)
  return { amount: Math.max(minor, amount - (amount % minor)), when: thresholdInvoice }
}

function compileSeats({ seats }: Plan, minor: Money, policies: Policies): CompiledSeats | null {
  if (seats.purchase === null) return null
  const { limit, charge, credits } = seats.purchase
  return {
    limit: limit === null ? null : limit.value,
    charge: compileCharge(charge.value, minor, policies),
    source: charge.source,
    credits: toMicros(credits.value),
  }
}

function compileOffer(plan: Plan, billing: Billing): CompiledOffer | null {
  const offer = plan.offers.find((candidate) => candidate.billing.includes(billing))
  if (offer === undefined) return null
  return { name: offer.name, percentMicros: toMicros(offer.percent.value), source: offer.percent.source }
}
