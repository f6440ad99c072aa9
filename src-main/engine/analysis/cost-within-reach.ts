import type { Credits } from '../exact/amount.ts'
import type { Rational } from '../exact/rational.ts'
import { CostFunction } from './cost-function.ts'

/**
 * A plan's cost as far as anyone pays it: past its reach the plan is out of the question, as where it blocks, so that
 * a ladder can be looked at further than the dearest of its plans can be written.
 */
export class CostWithinReach extends CostFunction {
  override at(usage: Credits): Rational | null {
    return usage > this.reach ? null : super.at(usage)
  }

  override breaks(upTo: Credits): readonly Credits[] {
    const { reach } = this
    return reach < upTo ? [...super.breaks(reach), reach] : super.breaks(upTo)
  }
}
