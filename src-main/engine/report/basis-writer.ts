import type { Basis, Catalog, Plan } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Bill } from '../record/bill.ts'
import { basisOf, basisOfSource, weakestBasis } from '../plan/basis.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { ListedRates } from '../plan/listed-rates.ts'
import { planIn } from '../plan/plan-named.ts'
import { Recorder, type UsesHeard } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'

/**
 * How far a run can be trusted: the weakest basis among the prices that counted in it, and that of its usage. Events
 * happened, so they are measured; modelled usage is what somebody supposes. Source: DESIGN §2.3.
 */
export class BasisWriter extends Recorder {
  readonly #catalog: Catalog
  readonly #rates: ListedRates
  readonly #prices = new Set<Basis>()
  /** Whose rates on the plan of the moment were looked at. */
  readonly #rated = new Set<Use['attribution']>()
  #plan: Plan
  #hasModelled = false
  #hasEvents = false

  constructor(catalog: Catalog, { plan }: CompiledPlan) {
    super()
    this.#catalog = catalog
    this.#rates = new ListedRates(catalog)
    this.#plan = plan
    this.#prices.add(basisOf(catalog, plan))
  }

  get basis(): RunResult['basis'] {
    return {
      price: weakestBasis([...this.#prices]),
      usage: this.#hasEvents && !this.#hasModelled ? 'measured' : 'assumed',
    }
  }

  override get usesHeard(): UsesHeard {
    return 'firstOfEach'
  }

  override planChanged(_at: Instant, _from: string, id: string): void {
    this.#plan = planIn(this.#catalog, id)
    this.#prices.add(basisOf(this.#catalog, this.#plan))
    this.#rated.clear()
  }

  override invoiced(bills: readonly Bill[]): void {
    for (const { charge } of bills.flatMap(({ lines }) => lines))
      this.#prices.add(basisOfSource(this.#catalog, charge.source))
  }

  override used(_stretch: Stretch, { attribution, requests, wanted }: Use): void {
    if (requests > 0) this.#hasEvents = true
    else if (wanted > 0) this.#hasModelled = true
    if (wanted === 0 || this.#rated.has(attribution)) return
    this.#rated.add(attribution)
    const rate = this.#rates.on(this.#plan.id, attribution.product, attribution.model)
    if (rate !== undefined) this.#prices.add(basisOfSource(this.#catalog, rate.rate.source))
  }
}
