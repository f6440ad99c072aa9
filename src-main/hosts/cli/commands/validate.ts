import { z } from 'zod'
import { Diagnostic, succeed } from '#shared/problem.ts'
import { inOneLine } from '../../terminal-text.ts'
import { answer } from '../answer.ts'
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
    const isSound = checked.value.every(({ severity }) => severity === 'advice')
    const name = file === '-' ? 'Standard input' : inOneLine(String(file))
    const textOf = (diagnostics: readonly Diagnostic[]) => {
      const lines = diagnostics.map((one) =>
        one.severity === 'advice' ? `advice: ${problemText(one)}` : problemText(one),
      )
      return [...(isSound ? [`${name} is sound.`] : []), ...lines].join('\n')
    }
    return succeed(answer(checked.value, textOf, { exitCode: isSound ? 0 : 2 }))
  },
}
