import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsagePattern } from '#shared/usage.ts'

/*
 * A threshold brings overage forward as often as it is reached, so a scenario of a few lines may have thousands of
 * invoices. How many is told here roughly, in plain numbers, and not too small: it decides where a call is answered, and
 * no money.
 */

/** The engine raises no more of them for one charge of overage. */
const MOST_A_CHARGE = 1000

/** Invoices that thresholds may bring forward in a run of the scenario on its catalogue. */
export function earlyInvoicesOf(scenario: Scenario, catalog: Catalog): number {
  const { months, changes, overage, plan } = scenario
  if (!overage.optIn && changes.length === 0) return 0
  const charges = months + changes.length
  const credits = creditsOf(scenario, catalog)
  const met = changes.length === 0 ? catalog.plans.filter(({ id }) => id === plan) : catalog.plans
  return Math.max(0, ...met.map((one) => earlyOn(one, credits, charges)))
}

function earlyOn({ pastQuota }: Plan, credits: number, charges: number): number {
  if (pastQuota.kind !== 'postpaid' || pastQuota.invoiceThreshold === undefined) return 0
  const { unit, each } = rough(pastQuota.charge.value)
  const early = (unit * credits + each * charges) / Number(pastQuota.invoiceThreshold.value)
  const most = MOST_A_CHARGE * charges
  return early <= most ? early : most
}

/** At most so much money for each credit, and besides for each charge. */
function rough(charge: Charge): { readonly unit: number; readonly each: number } {
  switch (charge.model) {
    case 'flat':
      return { unit: 0, each: Number(charge.amount) }
    case 'perUnit':
      return { unit: Number(charge.rate.amount) / Number(charge.rate.per), each: 0 }
    case 'package':
      return { unit: Number(charge.amount) / Number(charge.size), each: Number(charge.amount) }
    case 'graduated':
    case 'volume':
      return {
        unit: charge.tiers.reduce(
          (most, { rate }) => Math.max(most, Number(rate.amount) / Number(rate.per)),
          0,
        ),
        each: charge.tiers.reduce((sum, { flatFee = '0' }) => sum + Number(flatFee), 0),
      }
    case 'percentage':
      return {
        unit: Number(charge.percent) / 100,
        each: Number(charge.fixed ?? '0') + Number(charge.minimum ?? '0'),
      }
  }
}

/** What is used in the whole run, were all of it beyond the quota. */
function creditsOf({ usage, usageEvents, months }: Scenario, catalog: Catalog): number {
  const rates = new DearestRates(catalog)
  const events = usageEvents.reduce((sum, event) => sum + Number(event.quantity) * rates.of(event), 0)
  switch (usage.kind) {
    case 'pattern':
      return events + Number(usage.monthly) * monthsOf(usage.pattern, months)
    case 'series':
      return events + usage.credits.reduce((sum, credits) => sum + Number(credits), 0)
    case 'streams':
      return usage.streams.reduce(
        (sum, stream) => sum + Number(stream.monthly) * monthsOf(stream.pattern, months) * rates.of(stream),
        events,
      )
  }
}

/** How many times its monthly figure a pattern comes to in so many months. */
function monthsOf(pattern: UsagePattern, months: number): number {
  switch (pattern.kind) {
    case 'flat':
      return months
    case 'growth':
      return months * Math.max(1, 1 + Number(pattern.percent) / 100) ** (months - 1)
    case 'seasonal':
      return 2 * months
    case 'spike':
      return months + Number(pattern.multiple)
    case 'steps':
      return months * Math.max(1, ...pattern.steps.map(({ multiple }) => Number(multiple)))
  }
}

/** The most credits a unit of each product and model burns, on whatever plan. */
class DearestRates {
  readonly #credits = new Map<string, number>()

  constructor({ burnRates }: Catalog) {
    for (const { product, model, rate } of burnRates) {
      const { credits, per } = rate.value ?? NO_RATE
      const key = keyOf(product, model)
      this.#credits.set(key, Math.max(this.#credits.get(key) ?? 0, Number(credits) / Number(per)))
    }
  }

  of({ product, model }: { readonly product: string; readonly model: string }): number {
    return this.#credits.get(keyOf(product, model)) ?? 0
  }
}

const NO_RATE = { credits: '0', per: '1' }

const keyOf = (product: string, model: string): string => JSON.stringify([product, model])
