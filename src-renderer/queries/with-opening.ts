import type { Input, Invoke, Output } from '#shared/api.ts'
import type { Job } from '#shared/job-token.ts'
import type { Result } from '#shared/result.ts'
import { newJob } from './jobs.ts'
import { hashOf } from './hash.ts'

/*
 * Variants take about as long to bill as the account takes to be opened and drawn: they are asked for with the opening, by
 * its token, and billed as soon as it is. Whoever then asks the same of the result has the answer that is on its way.
 */

type Variants = Input<'results.variants'>

/** What was asked with an opening. */
export interface Ahead {
  readonly job: Job
  readonly answer: Promise<Result<Output<'results.variants'>>>
}

interface Asked extends Ahead {
  readonly opening: string
  /** What is asked, of whatever result. */
  readonly question: string
  /** The result, once it is open. */
  id: string | null
}

let asked: Asked | null = null

const questionOf = ({ job: _job, id: _id, ...rest }: Variants): string => hashOf([rest])

/** Asks of the result that is being opened by the job of this token what is asked of the one before it. */
export function askAhead(invoke: Invoke, input: Variants, opening: string): void {
  const job = newJob()
  const answer = invoke('results.variants', { job, ...input, id: opening })
  asked = { job, answer, opening, question: questionOf(input), id: null }
}

/** Notes which result it was that was opened. */
export function openedAs(opening: string, id: string): void {
  if (asked?.opening === opening) asked.id = id
}

/** What was asked ahead that is the same as this, once; null where nothing was. */
export function takeAhead(input: Variants): Ahead | null {
  const isIt = asked !== null && asked.id === input.id && asked.question === questionOf(input)
  const found = isIt ? asked : null
  if (found !== null) asked = null
  return found
}
