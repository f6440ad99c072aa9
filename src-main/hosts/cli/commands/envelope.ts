import { z } from 'zod'
import { CheapestStretch } from '#shared/comparison.ts'
import { succeed } from '#shared/problem.ts'
import { CATALOG_OPTION, readCatalogRef } from '../catalog-ref.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { stretchTable } from '../stretch-table.ts'

export const envelope: Command = {
  usage: '--catalog ID',
  summary: 'The cheapest plan that blocks nothing in each stretch of usage.',
  details: [
    'The upper end of a stretch belongs to it, the lower one to the stretch before; `plan` is null where all block.',
  ],
  operands: 0,
  options: { catalog: CATALOG_OPTION },
  example: 'envelope --catalog elevenlabs-2026-04',
  answer: z.array(CheapestStretch),
  async run({ call, read }, _operands, options) {
    const catalog = await readCatalogRef(read, options)
    if (!catalog.ok) return catalog
    const found = await call('analysis.envelope', { catalog: catalog.value })
    return found.ok ? succeed(answer(found.value, stretchTable)) : found
  },
}
