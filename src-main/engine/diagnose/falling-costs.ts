import type { Plan } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import type { Policies } from '#shared/policies.ts'
import type { Problem } from '#shared/problem.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import { compileCharge } from '../charge/registry.ts'
import { type Credits, creditsText, MICROS, type Money, moneyText } from '../exact/amount.ts'
import { isNegative, minus } from '../exact/rational.ts'
import { minorUnit } from '../exact/round.ts'
import { resolvePolicies } from '../plan/policies.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** The smallest step of a quantity: a micro-credit, or a whole seat. */
type Step = 1 | typeof MICROS

/**
 * Where more usage, or one more seat, costs less: under volume rates the whole quantity moves to a cheaper tier. Bills
 * follow it to the letter; a customer just below such a bound pays for having used too little. Everywhere else the
 * cost never falls as usage rises.
 */
export const fallingCosts: CatalogRule = ({ plans, currency, policies }) => {
  const settings = resolvePolicies(policies)
  const minor = minorUnit(currency)
  return plans.flatMap((plan, index) => [
    ...fallsOfOverage(plan, `plans.${index}`, minor, settings),
    ...fallsOfSeats(plan, `plans.${index}`, minor, settings),
  ])
}

function fallsOfOverage(
  { name, pastQuota }: Plan,
  path: string,
  minor: Money,
  policies: Policies,
): readonly Problem[] {
  if (pastQuota.kind !== 'postpaid') return []
  const { value } = pastQuota.charge
  return fallsOf(value, minor, policies, 1).map(({ at, before, beyond }) => ({
    code: 'charge.cost_falls',
    message: `${name}: ${at} credits of overage cost ${before}, a few more only ${beyond}: all of them move to a cheaper tier.`,
    path: `${path}.pastQuota.charge.value`,
  }))
}

function fallsOfSeats(
  { name, seats }: Plan,
  path: string,
  minor: Money,
  policies: Policies,
): readonly Problem[] {
  if (seats.purchase === null) return []
  const { value } = seats.purchase.charge
  return fallsOf(value, minor, policies, MICROS).map(({ at, before, beyond }) => ({
    code: 'charge.cost_falls',
    message: `${name}: ${at} extra Full seats cost ${before} a month, one more only ${beyond}: all of them move to a cheaper tier.`,
    path: `${path}.seats.purchase.charge.value`,
  }))
}

/** A quantity after which the cost falls, and what it costs before and just beyond. */
interface Fall {
  readonly at: string
  readonly before: string
  readonly beyond: string
}

function fallsOf(charge: Charge, minor: Money, policies: Policies, step: Step): readonly Fall[] {
  if (charge.model !== 'volume') return []
  const compiled = compileCharge(charge, minor, policies)
  return compiled
    .breaks(Number.MAX_SAFE_INTEGER - step)
    .map((quantity) => quantity - (quantity % step))
    .filter((quantity) => isFall(compiled, quantity, step))
    .map((quantity) => ({
      at: creditsText(quantity),
      before: moneyText(compiled.price(quantity)),
      beyond: moneyText(compiled.price(quantity + step)),
    }))
}

const isFall = (charge: CompiledCharge, quantity: Credits, step: Step): boolean =>
  isNegative(minus(charge.exact(quantity + step), charge.exact(quantity)))
