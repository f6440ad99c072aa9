import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Credits, MICROS } from '../exact/amount.ts'
import { type ComparisonSetup, setUpComparison } from './comparison-setup.ts'
import { CostWithinReach } from './cost-within-reach.ts'

/** Ladders are searched up to a billion credits a month: fifty times the largest published quota and more. */
const FURTHEST: Credits = 1_000_000_000 * MICROS

/** The plans of a catalogue and what each costs a month by usage. */
export interface Ladder {
  readonly setup: ComparisonSetup
  readonly costs: readonly CostWithinReach[]
  /** How far the ladder is looked at. */
  readonly upTo: Credits
}

/** A catalogue's ladder for the same usage every month, billed monthly, with overage wherever it is sold and no offers. */
export function ladderOf(catalog: Catalog): Result<Ladder> {
  const ready = setUpComparison(catalog, {
    months: 1,
    billing: 'monthly',
    overage: true,
    offers: false,
    pattern: { kind: 'flat' },
    customTerms: {},
  })
  if (!ready.ok) return ready
  const setup = ready.value
  const costs = setup.plans.map((plan) => new CostWithinReach(setup, plan))
  return succeed({ setup, costs, upTo: Math.min(FURTHEST, ...furthestServed(costs)) })
}

/** Where even the plan that reaches furthest costs more than anyone pays; nothing where plans only block. */
function furthestServed(costs: readonly CostWithinReach[]): readonly Credits[] {
  const selling = costs.filter(({ plan }) => plan.pastQuota.kind !== 'block')
  return selling.length === 0 ? [] : [Math.max(...selling.map(({ reach }) => reach))]
}
