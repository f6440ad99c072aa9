import { Json } from '#main/runs/json.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { LongMethod, type RunState } from '#shared/runs.ts'
import type { Runs } from './services.ts'

/** How pages write it: the method first, and the input up to the end. */
const HEAD = /^\{"method":"([\w.]+)","input":/
const LONGEST_HEAD = 100

/**
 * Starts a run whose input is too large to be read here. What it is of stands in front of it; the input is read by the
 * thread that gets it, which refuses what does not fit.
 */
export function startLarge(runs: Pick<Runs, 'start'>, { bytes }: Json): Result<RunState> {
  const head = HEAD.exec(new TextDecoder().decode(bytes.subarray(0, LONGEST_HEAD)))
  const method = LongMethod.safeParse(head?.[1])
  if (!head || !method.success) {
    const message = 'Expected a method and its input, in this order and written without white space.'
    return refuse({ code: 'input.invalid', message, path: 'method' })
  }
  return succeed(runs.start(method.data, new Json(bytes.slice(head[0].length, -1))))
}
