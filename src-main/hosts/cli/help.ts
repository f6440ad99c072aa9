import type { z } from 'zod'
import type { Command, Option } from './command.ts'
import { jsonShape } from './json-shape.ts'
import { optionsOf } from './read-line.ts'
import { left, textTable } from './text-table.ts'

/** What `tierwise --help` prints: every command in a line. */
export function helpOfAll(commands: ReadonlyMap<string, Command>): string {
  const columns = [
    left('', ([name]: readonly [string, Command]) => `  ${name}`),
    left('', ([, command]: readonly [string, Command]) => command.summary),
  ]
  return [
    'tierwise COMMAND [--json]',
    textTable(columns, [...commands]),
    '`tierwise COMMAND --help` tells the options of one. Wherever a file is named, - stands for standard input.',
    EXITS,
  ].join('\n\n')
}

/** What `tierwise COMMAND --help` prints. */
export function helpOf(name: string, command: Command): string {
  const paragraphs = [
    `tierwise ${name} ${command.usage}`.trimEnd(),
    ...[command.summary, ...(command.details ?? [])].map((paragraph) => wrapped(paragraph)),
    `Options:\n${optionsText(optionsOf(command))}`,
    `Example:\n  tierwise ${command.example}`,
    `JSON:\n${wrapped(keysOf(command.answer), '  ')}`,
  ]
  return paragraphs.join('\n\n')
}

/** The keys of an answer, as deep as they can still be read at a glance. */
function keysOf(answer: z.ZodType): string {
  const [shape] = [3, 2]
    .map((levels) => jsonShape(answer, levels))
    .filter(({ length }) => length <= MOST_LETTERS)
  return shape ?? jsonShape(answer, 1)
}

const MOST_LETTERS = 1000

const EXITS =
  'Exit codes: 0 done; 1 failed, not as expected, or no room for the answer; 2 bad input, told on stderr as `code: message (path)`. A reader that stops early, as `head` does, changes none of them.'

const optionsText = (options: Readonly<Record<string, Option>>): string =>
  textTable(
    [
      left(
        '',
        ([option, { value }]: readonly [string, Option]) =>
          `  --${[option, value ?? ''].join(' ').trimEnd()}`,
      ),
      left('', ([, { help }]: readonly [string, Option]) => help),
    ],
    Object.entries(options),
  )

const WIDTH = 100

/** The text in lines that a terminal shows whole, broken between words. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + word.length >= WIDTH) lines.push(`${indent}${word}`)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines.join('\n')
}
