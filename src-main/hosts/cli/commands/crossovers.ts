import type { Crossover } from '#shared/comparison.ts'
import { succeed } from '#shared/problem.ts'
import { readCatalogRef } from '../catalog-ref.ts'
import type { Command } from '../command.ts'
import { type Column, left, right, textTable } from '../text-table.ts'

const BECAUSE: Readonly<Record<Crossover['kind'], string>> = {
  cost: 'the bills meet',
  quota: 'the lower plan blocks beyond it',
  fromStart: 'the upper plan costs less from the start',
  never: 'the lower plan stays cheaper',
}

export const crossovers: Command = {
  usage: '--catalog ID',
  summary: 'The usage at which each plan crosses over into the next one up.',
  operands: 0,
  options: { catalog: { type: 'string' } },
  async run(call, _operands, options) {
    const catalog = await readCatalogRef(options['catalog'])
    if (!catalog.ok) return catalog
    const found = await call('analysis.crossovers', { catalog: catalog.value })
    if (!found.ok) return found
    const columns: readonly Column<Crossover>[] = [
      left('from', (row) => row.from),
      left('to', (row) => row.to),
      right('credits a month', (row) => row.usage ?? '-'),
      right('costs a month', (row) => row.monthly ?? '-'),
      left('because', (row) => BECAUSE[row.kind]),
    ]
    return succeed({ json: found.value, text: textTable(columns, found.value) })
  },
}
