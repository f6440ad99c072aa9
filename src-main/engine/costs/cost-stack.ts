import { CostKind } from '#shared/cost-kind.ts'
import type { StackedCost } from '#shared/period-costs.ts'
import { type Money, moneyText } from '../exact/amount.ts'

/** Money told apart by what it is for. */
export class CostStack {
  readonly #amounts = new Map<CostKind, Money>()

  add(kind: CostKind, amount: Money): void {
    this.#amounts.set(kind, (this.#amounts.get(kind) ?? 0) + amount)
  }

  get total(): Money {
    return [...this.#amounts.values()].reduce((sum, amount) => sum + amount, 0)
  }

  get kinds(): readonly CostKind[] {
    return CostKind.options.filter((kind) => (this.#amounts.get(kind) ?? 0) !== 0)
  }

  get text(): StackedCost {
    return {
      kinds: this.kinds.map((kind) => ({ kind, amount: moneyText(this.#amounts.get(kind) ?? 0) })),
      total: moneyText(this.total),
    }
  }
}
