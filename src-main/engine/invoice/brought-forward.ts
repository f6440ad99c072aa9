import type { Instant } from '../calendar/civil.ts'
import type { ChargeLine } from '../record/charge-line.ts'

/** When a line of overage would have fallen due without a threshold, and the time it would have paid for. */
export interface WholeCharge {
  readonly due: Instant
  readonly from: Instant
  readonly to: Instant
}

/** Lines of which a threshold brought something forward: those that came early, and what was left of their charge. */
export type BroughtForward = ReadonlyMap<ChargeLine, WholeCharge>

/** Finds which lines of overage are parts of one charge: those since overage last fell due. */
export class ChargeParts {
  readonly found = new Map<ChargeLine, WholeCharge>()
  #parts: ChargeLine[] = []

  charged(line: ChargeLine): void {
    if (line.kind !== 'overage') return
    if (line.isEarly === true || this.#parts.length > 0) this.#parts.push(line)
  }

  /** Overage fell due: its period ended, or the plan that priced it. */
  fellDue(at: Instant): void {
    const from = this.#parts[0]?.from ?? at
    for (const line of this.#parts) this.found.set(line, { due: at, from, to: at })
    this.#parts = []
  }
}
