import { z } from 'zod'
import { Crossover } from '#shared/comparison.ts'
import { succeed } from '#shared/problem.ts'
import { CATALOG_OPTION, readCatalogRef } from '../catalog-ref.ts'
import type { Command } from '../command.ts'
import { crossoverTable } from '../crossover-table.ts'

export const crossovers: Command = {
  usage: '--catalog ID',
  summary: 'The usage at which each plan crosses over into the next one up.',
  operands: 0,
  options: { catalog: CATALOG_OPTION },
  example: 'crossovers --catalog elevenlabs-2026-04',
  answer: z.array(Crossover),
  async run({ call, read }, _operands, options) {
    const catalog = await readCatalogRef(read, options)
    if (!catalog.ok) return catalog
    const found = await call('analysis.crossovers', { catalog: catalog.value })
    return found.ok ? succeed({ json: found.value, text: crossoverTable(found.value) }) : found
  },
}
