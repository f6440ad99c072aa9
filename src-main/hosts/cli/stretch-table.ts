import type { CheapestStretch } from '#shared/comparison.ts'
import { figure } from './figure.ts'
import { type Column, left, right, textTable } from './text-table.ts'

const ENDS: Readonly<Record<CheapestStretch['ends'], string>> = {
  cost: 'another plan is cheaper beyond it',
  quota: 'the plan blocks beyond it',
  range: 'nobody looked further',
}

const COLUMNS: readonly Column<CheapestStretch>[] = [
  left('cheapest', (row) => row.plan ?? 'none: all block'),
  right('from credits a month', (row) => figure(row.from)),
  right('to credits a month', (row) => figure(row.to)),
  right('costs a month from', (row) => (row.monthly === null ? '-' : figure(row.monthly))),
  left('ends where', (row) => ENDS[row.ends]),
]

/** Which plan is the cheapest in which stretch of usage, as people read it. */
export const stretchTable = (envelope: readonly CheapestStretch[]): string => textTable(COLUMNS, envelope)
