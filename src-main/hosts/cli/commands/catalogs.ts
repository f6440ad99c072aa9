import { CatalogSummary } from '#shared/api.ts'
import { succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { type Column, left, textTable } from '../text-table.ts'

const Listed = CatalogSummary.omit({ description: true }).array()

export const catalogs: Command = {
  usage: '',
  summary: 'List the preset catalogues.',
  operands: 0,
  options: {},
  example: 'catalogs',
  answer: Listed,
  async run({ call }) {
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
    return succeed(answer(json, (rows) => textTable(COLUMNS, rows)))
  },
}

const COLUMNS: readonly Column<Omit<CatalogSummary, 'description'>>[] = [
  left('catalogue', (row) => row.id),
  left('date', (row) => row.date),
  left('currency', (row) => row.currency),
  left('plans', (row) => row.plans.join(' ')),
  left('name', (row) => row.name),
  left('source', (row) => row.source),
]
