import { succeed } from '#shared/problem.ts'
import type { Command } from '../command.ts'
import { problemText } from '../problem-text.ts'
import { readDocument } from '../read-document.ts'

export const validate: Command = {
  usage: 'FILE',
  summary:
    'Everything wrong with a scenario, .tierwise file or catalogue, and advice. Exit 2 if anything is wrong.',
  operands: 1,
  options: {},
  async run(call, [file]) {
    const document = await readDocument(file)
    if (!document.ok) return document
    const checked = await call('documents.validate', { document: document.value })
    if (!checked.ok) return checked
    const diagnostics = checked.value
    const isSound = diagnostics.every(({ severity }) => severity === 'advice')
    const lines = diagnostics.map((one) =>
      one.severity === 'advice' ? `advice: ${problemText(one)}` : problemText(one),
    )
    const text = [...(isSound ? [`${file} is sound.`] : []), ...lines].join('\n')
    return succeed({ json: diagnostics, text, exitCode: isSound ? 0 : 2 })
  },
}
