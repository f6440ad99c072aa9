import { z } from 'zod'
import { Crossover } from '#shared/comparison.ts'
import { api } from '#shared/api.ts'
import { parse, succeed } from '#shared/problem.ts'
import { CATALOG_OPTION, readCatalogRef } from '../catalog-ref.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { crossoverTable } from '../crossover-table.ts'

export const crossovers: Command = {
  usage: '--catalog ID [--pairs all]',
  summary: 'The usage at which each plan crosses over into the next one up.',
  details: [
    '`cheaper` is a third plan that costs less than `to` there; `neverCheapest` names those of the two that are the cheapest at no usage. `envelope` tells which plan is the cheapest where.',
  ],
  operands: 0,
  options: {
    catalog: CATALOG_OPTION,
    pairs: {
      value: 'neighbours|all',
      help: 'Of each plan with the next one up, or with every one above it (neighbours).',
    },
  },
  example: 'crossovers --catalog elevenlabs-2026-04',
  answer: z.array(Crossover),
  async run({ call, read }, _operands, options) {
    const catalog = await readCatalogRef(read, options)
    if (!catalog.ok) return catalog
    const { pairs } = options
    const input = parse(api['analysis.crossovers'].input, { catalog: catalog.value, ...(pairs && { pairs }) })
    if (!input.ok) return input
    const found = await call('analysis.crossovers', input.value)
    return found.ok ? succeed(answer(found.value, crossoverTable)) : found
  },
}
