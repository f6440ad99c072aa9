import type { z } from 'zod'
import type { Input, Method, Output } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'

/** The option values of a command line: a text, or true for a switch that was set. */
export type Options = Readonly<Record<string, string | true | undefined>>

/** What a command answers: one JSON value, the same for people, and how the process ends. */
export interface Answer {
  readonly json: unknown
  /** Asked for where the JSON is not. */
  readonly text: () => string
  /** 1 when something is not as it was expected to be, 2 when the answer tells what is wrong with the input. */
  readonly exitCode?: 0 | 1 | 2
  /** What is wrong with a part of the input while the rest was answered, a line each. */
  readonly complaints?: readonly string[]
}

/** A typed call of the application's API. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>

/** The text of a file, or of standard input when the name is `-`. */
export type Read = (name: string) => Promise<Result<string>>

/** Writes a whole file where its name says, or nothing; what was there is replaced. */
export type Write = (name: string, bytes: Uint8Array) => Promise<Result<Record<string, never>>>

/** What a command may reach: the application, what it is given to read, and where it is told to write. */
export interface Context {
  readonly call: Call
  readonly read: Read
  readonly write: Write
}

export interface Option {
  /** What stands for its value in the help; null for a switch, which has none. */
  readonly value: string | null
  readonly help: string
}

export interface Command {
  /** As it is typed after the command's name. */
  readonly usage: string
  readonly summary: string
  /** What else its help tells, a paragraph each. */
  readonly details?: readonly string[]
  /** How many words it takes at most beside its options. */
  readonly operands: number
  readonly options: Readonly<Record<string, Option>>
  /** As it is typed after `tierwise`. */
  readonly example: string
  /** Of the JSON it prints, for the keys in its help. */
  readonly answer: z.ZodType
  run(context: Context, operands: readonly string[], options: Options): Promise<Result<Answer>>
}
