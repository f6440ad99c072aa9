import type { Input, Method, Output } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'

/** The option values of a command line, as `node:util` reads them. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** What a command answers: one JSON value, the same for people, and how the process ends. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** 2 when the answer is itself a list of what is wrong with the input. */
  readonly exitCode?: 0 | 2
}

/** A typed call of the application's API. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>

export interface Command {
  /** As it is typed after the command's name. */
  readonly usage: string
  readonly summary: string
  /** How many words it takes beside its options. */
  readonly operands: 0 | 1
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  run(call: Call, operands: readonly string[], options: Options): Promise<Result<Answer>>
}
