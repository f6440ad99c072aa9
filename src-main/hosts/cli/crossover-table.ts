import type { Crossover } from '#shared/comparison.ts'
import { figure } from './figure.ts'
import { type Column, left, optional, right, textTable } from './text-table.ts'

const BECAUSE: Readonly<Record<Crossover['kind'], string>> = {
  cost: 'the bills meet',
  quota: 'the lower plan blocks beyond it',
  fromStart: 'the upper plan costs less from the start',
  never: 'the lower plan stays cheaper',
}

const COLUMNS: readonly Column<Crossover>[] = [
  left('from', (row) => row.from),
  left('to', (row) => row.to),
  right('credits a month', (row) => (row.usage === null ? '-' : figure(row.usage))),
  right('costs a month', (row) => (row.monthly === null ? '-' : figure(row.monthly))),
  left('because', (row) => BECAUSE[row.kind]),
  optional(
    left('cheapest there', ({ cheaper }: Crossover) =>
      cheaper === null ? '' : `${cheaper.plan} at ${figure(cheaper.monthly)}`,
    ),
  ),
  optional(left('never cheapest', ({ neverCheapest }: Crossover) => neverCheapest.join(', '))),
]

/** Where each plan crosses over into another, as people read it. */
export const crossoverTable = (found: readonly Crossover[]): string => textTable(COLUMNS, found)
