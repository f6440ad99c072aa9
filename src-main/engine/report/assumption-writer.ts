import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Instant } from '../calendar/civil.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { ListedRates } from '../plan/listed-rates.ts'
import { planIn } from '../plan/plan-named.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder, type UsesHeard } from '../record/recorder.ts'

/**
 * Writes what a run assumes: how usage was read where that could be done otherwise, and every figure it rests on
 * that no source backs. Only what applies to this run, in words for a person.
 */
export class AssumptionWriter extends Recorder {
  readonly #catalog: Catalog
  readonly #listed: ListedRates
  readonly #plans: Set<Plan>
  #plan: Plan
  readonly #rates = new Set<string>()
  /** Whose rates on the plan of the moment were looked at. */
  readonly #rated = new Set<Use['attribution']>()
  readonly #sources: number
  #isSpreadEvenly = false
  #hasWeekdays = false
  #hasEvents = false
  #freeRegenerations = 0

  /** `sources`: how many sources of modelled usage the run takes. */
  constructor(catalog: Catalog, { plan }: CompiledPlan, sources: number) {
    super()
    this.#catalog = catalog
    this.#listed = new ListedRates(catalog)
    this.#sources = sources
    this.#plan = plan
    this.#plans = new Set([plan])
  }

  override get usesHeard(): UsesHeard {
    return 'firstOfEach'
  }

  override planChanged(_at: Instant, _from: string, id: string): void {
    this.#plan = planIn(this.#catalog, id)
    this.#plans.add(this.#plan)
    this.#rated.clear()
  }

  override used({ weekdays = null }: Stretch, { attribution, requests, wanted, isFree }: Use): void {
    if (requests > 0) this.#hasEvents = true
    else if (wanted > 0 && weekdays === null) this.#isSpreadEvenly = true
    else if (wanted > 0) this.#hasWeekdays = true
    if (isFree) this.#freeRegenerations += 1
    else if (wanted > 0 && !this.#rated.has(attribution)) {
      this.#rated.add(attribution)
      this.#rates.add(this.#assumedRate(attribution))
    }
  }

  get assumptions(): string[] {
    return [
      ...this.#ofUsage(),
      ...[...this.#plans].flatMap((plan) => this.#ofPlan(plan)),
      ...[...this.#rates].filter((text) => text !== '').toSorted(),
    ]
  }

  #ofUsage(): readonly string[] {
    const texts: string[] = []
    if (this.#isSpreadEvenly)
      texts.push(
        'Modelled usage is spread evenly over each month and is divisible: when credits run out, it is served to the last one.',
      )
    if (this.#hasWeekdays)
      texts.push(
        'Modelled usage with a weekday profile falls on the days of each month (UTC) as busy as their weekdays are, and is divisible in the same way.',
      )
    if ((this.#isSpreadEvenly || this.#hasWeekdays) && this.#sources > 1)
      texts.push(
        'Several sources of modelled usage are taken day by day, each day in the order of their ids.',
      )
    if (this.#hasEvents)
      texts.push(
        'A usage event is served whole or not at all: what does not fit into the credits left is blocked.',
      )
    const policy = this.#catalog.freeRegenerations
    if (this.#freeRegenerations > 0 && policy !== undefined)
      texts.push(
        `Making unchanged content again was free for ${this.#freeRegenerations} of the requests: at most ` +
          `${policy.value.count} within ${policy.value.withinMinutes} minutes (${this.#titleOf(policy.source)}).`,
      )
    return texts
  }

  #ofPlan({ name, price, credits, rollover, pastQuota }: Plan): readonly string[] {
    const figures: readonly (readonly [string, string])[] = [
      ['monthly price', price.monthly.source],
      ...(price.annual === null ? [] : [['annual price', price.annual.source] as const]),
      ['credits a month', credits.source],
      ['rollover', rollover.source],
      ...(pastQuota.kind === 'postpaid' ? [['overage rate', pastQuota.charge.source] as const] : []),
      ...(pastQuota.kind === 'prepaid'
        ? [['credits per unit of money', pastQuota.value.source] as const]
        : []),
    ]
    return figures
      .filter(([, source]) => this.#isAssumed(source))
      .map(([figure, source]) => `${name}: the ${figure} is assumed (${this.#titleOf(source)}).`)
  }

  /** Says that what a product burns on the plan is assumed; nothing where a source backs it, or no rate was used. */
  #assumedRate({ product, model }: Use['attribution']): string {
    const rate = this.#listed.on(this.#plan.id, product, model)
    if (rate?.rate.value === null)
      return `${this.#plan.name}: no burn rate of ${product} with ${model} is published, and what was asked for there is blocked.`
    if (rate === undefined || !this.#isAssumed(rate.rate.source)) return ''
    const where = rate.plans === undefined ? '' : `${this.#plan.name}: `
    return `${where}the burn rate of ${product} with ${model} is assumed (${this.#titleOf(rate.rate.source)}).`
  }

  #isAssumed(source: string): boolean {
    return this.#catalog.sources[source]?.basis === 'assumed'
  }

  #titleOf(source: string): string {
    return this.#catalog.sources[source]?.title ?? source
  }
}
