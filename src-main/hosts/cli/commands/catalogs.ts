import { succeed } from '#shared/problem.ts'
import type { Command } from '../command.ts'
import { type Column, left, textTable } from '../text-table.ts'

export const catalogs: Command = {
  usage: '',
  summary: 'List the preset catalogues.',
  operands: 0,
  options: {},
  async run(call) {
    const listed = await call('catalogs.list', {})
    if (!listed.ok) return listed
    const json = listed.value.map(({ id, name, currency, plans, source, date }) => ({
      id,
      name,
      currency,
      plans,
      source,
      date,
    }))
    const columns: readonly Column<(typeof json)[number]>[] = [
      left('catalogue', (row: (typeof json)[number]) => row.id),
      left('date', (row) => row.date),
      left('currency', (row) => row.currency),
      left('plans', (row) => row.plans.join(' ')),
      left('name', (row) => row.name),
    ]
    return succeed({ json, text: textTable(columns, json) })
  },
}
