import { parseArgs } from 'node:util'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import type { Command, Option, Options } from './command.ts'
import { nearest } from './nearest.ts'

/** The words after a command's name, told apart. */
export interface Line {
  readonly operands: readonly string[]
  readonly options: Options
  readonly json: boolean
}

const EVERYWHERE: Readonly<Record<string, Option>> = {
  json: { value: null, help: 'Print one JSON value and nothing else.' },
  help: { value: null, help: 'Print this.' },
}

/** The options a command takes, those of every command among them. */
export const optionsOf = (command: Command): Readonly<Record<string, Option>> => ({
  ...command.options,
  ...EVERYWHERE,
})

/**
 * Reads the words after a command's name. Refused with `cli.bad_option`, `cli.unexpected_operand` and, where standard
 * input is asked for twice, `cli.input_twice`.
 */
export function readLine(name: string, command: Command, args: readonly string[]): Result<Line> {
  const known = optionsOf(command)
  const kinds = Object.entries(known).map(
    ([option, { value }]) =>
      [option, { type: value === null ? ('boolean' as const) : ('string' as const) }] as const,
  )
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(kinds),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const values = new Map<string, string | true>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const fault = values.has(token.name) ? `${token.rawName} is given twice.` : faultOf(name, known, token)
    if (fault !== undefined) return refused('cli.bad_option', fault)
    values.set(token.name, token.value ?? true)
  }
  const surplus = operands[command.operands]
  if (surplus !== undefined) return refused('cli.unexpected_operand', `Nothing is done with "${surplus}".`)
  const fromInput = [...operands, ...values.values()].filter((word) => word === '-')
  if (fromInput.length > 1)
    return refused('cli.input_twice', 'Standard input (-) can be read only once: name a file for the other.')
  const { json, ...options } = Object.fromEntries(values)
  return succeed({ operands, options, json: json === true })
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** What is wrong with an option as it was typed, if anything. */
function faultOf(
  command: string,
  known: Readonly<Record<string, Option>>,
  { name, rawName, value, inlineValue }: OptionToken,
): string | undefined {
  const option = Object.hasOwn(known, name) && rawName.startsWith('--') ? known[name] : undefined
  if (option === undefined)
    return `There is no option ${rawName} of ${command}.${advice(name, Object.keys(known))}`
  if (option.value === null) return value === undefined ? undefined : `${rawName} takes no value.`
  if (value === undefined) return `${rawName} needs a value: ${rawName} ${option.value}.`
  const isDashed = value.startsWith('-') && value !== '-' && inlineValue !== true
  return isDashed
    ? `${rawName} needs a value; one that starts with a dash is written ${rawName}=${value}.`
    : undefined
}

/** The nearest known name, or all of them. */
function advice(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  if (meant !== undefined) return ` Did you mean --${meant}?`
  return ` Known: ${known.map((option) => `--${option}`).join(', ')}.`
}

const refused = (code: Problem['code'], message: string): Result<never> => refuse({ code, message, path: '' })
