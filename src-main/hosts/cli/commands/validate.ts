import { succeed } from '#shared/problem.ts'
import type { Command } from '../command.ts'
import { problemText } from '../problem-text.ts'
import { readDocument } from '../read-document.ts'

export const validate: Command = {
  usage: 'FILE',
  summary: 'Everything wrong with a scenario or catalogue. Exit 2 if there is anything.',
  operands: 1,
  options: {},
  async run(call, [file]) {
    const document = await readDocument(file)
    if (!document.ok) return document
    const checked = await call('documents.validate', { document: document.value })
    if (!checked.ok) return checked
    const problems = checked.value
    const isSound = problems.length === 0
    const text = isSound ? `${file} is sound.` : problems.map(problemText).join('\n')
    return succeed({ json: problems, text, exitCode: isSound ? 0 : 2 })
  },
}
