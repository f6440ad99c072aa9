import { z } from 'zod'
import { Diagnostic, succeed } from '#shared/problem.ts'
import type { Command } from '../command.ts'
import { problemText } from '../problem-text.ts'
import { readDocument } from '../read-document.ts'

export const validate: Command = {
  usage: 'FILE',
  summary: 'Everything wrong with a scenario, a .tierwise file or a catalogue, and advice.',
  details: ['FILE may be - for standard input. Exits with 2 if anything is wrong; advice alone is no fault.'],
  operands: 1,
  options: {},
  example: 'validate docs/examples/upgrade-in-march.json',
  answer: z.array(Diagnostic),
  async run({ call, read }, [file]) {
    const document = await readDocument(read, file)
    if (!document.ok) return document
    const checked = await call('documents.validate', { document: document.value })
    if (!checked.ok) return checked
    const diagnostics = checked.value
    const isSound = diagnostics.every(({ severity }) => severity === 'advice')
    const lines = diagnostics.map((one) =>
      one.severity === 'advice' ? `advice: ${problemText(one)}` : problemText(one),
    )
    const name = file === '-' ? 'Standard input' : file
    const text = [...(isSound ? [`${name} is sound.`] : []), ...lines].join('\n')
    return succeed({ json: diagnostics, text, exitCode: isSound ? 0 : 2 })
  },
}
