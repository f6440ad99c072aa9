import type { UpgradeDay } from '#shared/analysis.ts'
import { figure } from './figure.ts'
import { type Column, left, right } from './text-table.ts'

/** Days on which an upgrade was tried. */
export const DAYS: readonly Column<UpgradeDay>[] = [
  left('on', (row) => row.on ?? 'never'),
  right('total', (row) => figure(row.total)),
  right('for time in the run', (row) => figure(row.attributable)),
  right('blocked credits', (row) => figure(row.blockedCredits)),
  right('by the plan', (row) => figure(row.blockedByPlan)),
  right('regret', (row) => figure(row.regret)),
]
