import { z } from 'zod'
import { api } from '#shared/api.ts'
import { parse, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'

export const schema: Command = {
  usage: 'scenario|catalog|result',
  summary: 'The JSON Schema of a document, or of what `run` answers.',
  operands: 1,
  options: {},
  example: 'schema scenario',
  answer: z.looseObject({ $schema: z.string(), type: z.string(), properties: z.looseObject({}) }),
  async run({ call }, [name]) {
    const input = parse(api['documents.schema'].input, { name })
    if (!input.ok) return input
    const found = await call('documents.schema', input.value)
    return found.ok ? succeed(answer(found.value, (value) => JSON.stringify(value, null, 2))) : found
  },
}
