import { parseArgs } from 'node:util'
import type { Api } from '#main/api/router.ts'
import { api as operations, type Input, type Method, type Output } from '#shared/api.ts'
import { type Problem, type Result, refuse, succeed } from '#shared/problem.ts'
import type { z } from 'zod'
import type { Answer, Call, Command, Options } from './command.ts'
import { catalogs } from './commands/catalogs.ts'
import { compare } from './commands/compare.ts'
import { crossovers } from './commands/crossovers.ts'
import { run } from './commands/run.ts'
import { schema } from './commands/schema.ts'
import { validate } from './commands/validate.ts'
import { problemText } from './problem-text.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ catalogs, compare, crossovers, run, schema, validate }),
)

/** What one command line comes to. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  /** 0, 1 for a run that failed inside Tierwise, 2 for bad input. */
  readonly exitCode: number
}

/**
 * Carries out one command line. Bad input puts `code: message (path)` on stderr and nothing on stdout, and so does a
 * defect of Tierwise's own; `onDefect` is told of that as it was thrown.
 */
export async function cli(
  args: readonly string[],
  api: Api,
  onDefect: (error: unknown) => void = () => {},
): Promise<Outcome> {
  try {
    return await carryOut(args, api)
  } catch (error) {
    onDefect(error)
    return failure([{ code: 'internal.error', message: lineOf(error), path: '' }])
  }
}

async function carryOut(args: readonly string[], api: Api): Promise<Outcome> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') return help(name)
  const command = COMMANDS.get(name)
  if (command === undefined) {
    const known = [...COMMANDS.keys()].join(', ')
    return failure([
      { code: 'cli.unknown_command', message: `There is no command "${name}". Known: ${known}.`, path: '' },
    ])
  }
  const line = readLine(command, rest)
  if (!line.ok) return failure(line.problems)
  const { operands, options } = line.value
  const answer = await command.run(callOf(api), operands, options)
  return answer.ok ? success(answer.value, options['json'] === true) : failure(answer.problems)
}

interface Line {
  readonly operands: readonly string[]
  readonly options: Options
}

function readLine(command: Command, args: readonly string[]): Result<Line> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const surplus = positionals[command.operands]
    if (surplus !== undefined) {
      return refuse({
        code: 'cli.unexpected_operand',
        message: `Nothing is done with "${surplus}".`,
        path: '',
      })
    }
    return succeed({ operands: positionals, options: values })
  } catch (error) {
    return refuse({ code: 'cli.bad_option', message: lineOf(error), path: '' })
  }
}

/** A problem is one line, whatever advice comes with it. */
const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ')

/** The API seen through its output types: an answer of another shape is a defect, not a value to print. */
const outputs: { readonly [M in Method]: { readonly output: z.ZodType<Output<M>> } } = operations

const callOf =
  (api: Api): Call =>
  async <M extends Method>(method: M, input: Input<M>) => {
    const result = await api(method, input)
    return result.ok ? succeed(outputs[method].output.parse(result.value)) : result
  }

function success({ json, text, exitCode = 0 }: Answer, asJson: boolean): Outcome {
  return { stdout: `${asJson ? JSON.stringify(json, null, 2) : text}\n`, stderr: '', exitCode }
}

function failure(problems: readonly Problem[]): Outcome {
  const isDefect = problems.some((problem) => problem.code === 'internal.error')
  return { stdout: '', stderr: `${problems.map(problemText).join('\n')}\n`, exitCode: isDefect ? 1 : 2 }
}

function help(asked: string | undefined): Outcome {
  const lines = [...COMMANDS].map(
    ([name, command]) => `  ${`${name} ${command.usage}`.trimEnd()}\n      ${command.summary}`,
  )
  const text = `tierwise COMMAND [--json]\n\n${lines.join('\n')}\n`
  return asked === undefined
    ? { stdout: '', stderr: text, exitCode: 2 }
    : { stdout: text, stderr: '', exitCode: 0 }
}
