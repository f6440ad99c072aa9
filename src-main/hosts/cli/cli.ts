import type { z } from 'zod'
import type { Api } from '#main/api/router.ts'
import { api as operations, type Input, type Method, type Output } from '#shared/api.ts'
import { firstOf, type Problem, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { TextRead } from '#main/export/text-in.ts'
import type { Answer, Call, Command, Context } from './command.ts'
import { helpOf, helpOfAll } from './help.ts'
import { nearest } from './nearest.ts'
import { problemText } from './problem-text.ts'
import { readLine } from './read-line.ts'
import { fileReader } from './read-text.ts'
import { COMMANDS } from './registry.ts'
import { writeFile } from './write-file.ts'

/** What one command line comes to. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  /** 0; 1 for a run that failed inside Tierwise or is not as expected; 2 for bad input. */
  readonly exitCode: number
}

/** What is around a command line besides the application. */
export interface Surroundings {
  /** All of standard input; asked for at most once. */
  readonly stdin?: () => Promise<TextRead>
  /** Told of a defect as it was thrown. */
  readonly onDefect?: (error: unknown) => void
}

/**
 * Carries out one command line. Bad input puts `code: message (path)` on stderr and nothing on stdout, and so does a
 * defect of Tierwise's own.
 */
export async function cli(
  args: readonly string[],
  api: Api,
  { stdin = async () => ({ text: '' }), onDefect = () => {} }: Surroundings = {},
): Promise<Outcome> {
  try {
    return await carryOut(args, { call: callOf(api), read: fileReader(stdin), write: writeFile })
  } catch (error) {
    onDefect(error)
    return failure([{ code: 'internal.error', message: lineOf(error), path: '' }])
  }
}

async function carryOut(args: readonly string[], context: Context): Promise<Outcome> {
  const [name, ...rest] = args
  if (name === undefined) return { stdout: '', stderr: `${helpOfAll(COMMANDS)}\n`, exitCode: 2 }
  if (name === 'help' || isHelp(name)) return help(rest.find((word) => !word.startsWith('-')))
  const command = COMMANDS.get(name)
  if (command === undefined) return unknownCommand(name)
  if (rest.some(isHelp)) return help(name)
  const line = readLine(name, command, rest)
  if (!line.ok) return failure(line.problems)
  const { operands, options, json } = line.value
  const answer = await command.run(context, operands, options)
  return answer.ok ? success(answer.value, json) : failure(answer.problems)
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h'

function help(name: string | undefined): Outcome {
  if (name === undefined) return { stdout: `${helpOfAll(COMMANDS)}\n`, stderr: '', exitCode: 0 }
  const command: Command | undefined = COMMANDS.get(name)
  return command === undefined
    ? unknownCommand(name)
    : { stdout: `${helpOf(name, command)}\n`, stderr: '', exitCode: 0 }
}

function unknownCommand(name: string): Outcome {
  const known = [...COMMANDS.keys()]
  const meant = nearest(name, known)
  const advice = meant === undefined ? `Known: ${known.join(', ')}.` : `Did you mean ${meant}?`
  return failure([
    { code: 'cli.unknown_command', message: `There is no command "${name}". ${advice}`, path: '' },
  ])
}

/** A problem is one line, whatever advice comes with it. */
const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ')

/** The API seen through its output types: an answer of another shape is a defect, not a value to print. */
const outputs: { readonly [M in Method]: { readonly output: z.ZodType<Output<M>> } } = operations

const callOf =
  (api: Api): Call =>
  async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
    const result = await api(method, input)
    return result.ok ? succeed(outputs[method].output.parse(result.value)) : refuseAll(result.problems)
  }

function success({ json, text, exitCode = 0, complaints = [] }: Answer, asJson: boolean): Outcome {
  return {
    stdout: `${asJson ? JSON.stringify(json, null, 2) : text()}\n`,
    stderr: complaints.map((line) => `${line}\n`).join(''),
    exitCode,
  }
}

function failure(problems: readonly Problem[]): Outcome {
  const isDefect = problems.some((problem) => problem.code === 'internal.error')
  return {
    stdout: '',
    stderr: `${firstOf(problems).map(problemText).join('\n')}\n`,
    exitCode: isDefect ? 1 : 2,
  }
}
