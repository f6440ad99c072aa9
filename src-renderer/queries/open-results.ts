import type { Input, Invoke, Output } from '#shared/api.ts'
import type { Job } from '#shared/job-token.ts'
import type { Problem, Result } from '#shared/result.ts'
import { begin, newJob } from './jobs.ts'
import type { PartMethod } from './part-method.ts'

type Reopen = (id: string) => Promise<boolean>

interface Opening {
  /** Opens a result again that is not kept any more; answers whether it is there then. */
  readonly reopen: Reopen
  /** Resolves once the newest state of the account is open, or refused. */
  readonly settled: () => Promise<unknown>
}

let opening: Opening = { reopen: () => Promise.resolve(false), settled: () => Promise.resolve() }

/** Says how results are opened. */
export function openWith(how: Opening): void {
  opening = how
}

/** Resolves once the newest state of the account is open, or refused. */
export const settled = (): Promise<unknown> => opening.settled()

/** Asks for a part of a result, and opens the result again where that was let go of meanwhile. */
export async function askPart<M extends PartMethod>(
  invoke: Invoke,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const answer = await invoke(method, input)
  const id = idOf(input)
  if (answer.ok || id === null || !hasCode(answer.problems, 'result.gone')) return answer
  return (await opening.reopen(id)) ? invoke(method, input) : answer
}

/** Of which result something is asked; null where it is of an account. */
const idOf = (input: object): string | null =>
  'id' in input && typeof input.id === 'string' ? input.id : null

/**
 * The same as a job, for who asks first of a result may wait until it is billed in full: called off where nobody shows it
 * any more. An edit of the account calls it off, too; where the account is still shown as it was once the edit is billed or
 * refused, it is asked again.
 */
export async function askAsJob<M extends PartMethod>(
  invoke: Invoke,
  method: M,
  input: Input<M>,
  leaving: AbortSignal,
): Promise<Result<Output<M>>> {
  const answer = await askJob(invoke, method, input, leaving)
  if (answer.ok || !isSuperseded(answer.problems)) return answer
  await settled()
  return leaving.aborted ? answer : askAsJob(invoke, method, input, leaving)
}

function askJob<M extends PartMethod>(
  invoke: Invoke,
  method: M,
  input: Input<M>,
  leaving: AbortSignal,
): Promise<Result<Output<M>>> {
  const job = newJob()
  // The job comes first: it is read there where the rest of a large input is not.
  return followed(invoke, method, { job, answer: askPart(invoke, method, { job, ...input }) }, leaving)
}

/** The answer to a job that was asked: it is told that it is under way, and called off where nobody shows it any more. */
export async function followed<M extends PartMethod, T>(
  invoke: Invoke,
  method: M,
  { job, answer }: { readonly job: Job; readonly answer: Promise<Result<T>> },
  leaving: AbortSignal,
): Promise<Result<T>> {
  const over = begin({ token: job.token, method })
  const leave = () => void invoke('results.cancel', { token: job.token })
  leaving.addEventListener('abort', leave)
  try {
    return await answer
  } finally {
    leaving.removeEventListener('abort', leave)
    over()
  }
}

/** Whether something was asked of a state that a newer one has replaced: nothing that anybody is to be told. */
export const isSuperseded = (problems: readonly Problem[]): boolean => hasCode(problems, 'result.superseded')

const hasCode = (problems: readonly Problem[], wanted: string): boolean =>
  problems.some(({ code }) => code === wanted)
