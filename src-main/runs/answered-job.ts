import { refuse, type Result } from '#shared/problem.ts'
import { crossed, encoded, inputOf } from './json.ts'
import type { Report } from './messages.ts'
import { paced } from './paced.ts'

/** Does what a job is for; it tells how far it is, `done` of `of` equal parts, and what is thrown at that ends it. */
export type Answer<Method extends string> = (
  method: Method,
  input: unknown,
  onProgress: (done: number, of: number) => void,
) => Result<unknown> | Promise<Result<unknown>>

/** Thrown into a job that nobody wants the end of. */
class CalledOff extends Error {}

/**
 * What a thread answers to a job that came over, as bytes, having told how far it was. A handler that throws is a defect,
 * which the person sees as the API's router would have told it. Each time the job tells how far it is, it is ended where
 * it `isCalledOff`.
 */
export async function answeredJob<Method extends string>(
  { method, input }: { readonly method: Method; readonly input: unknown },
  answer: Answer<Method>,
  tell: (report: Report) => void,
  isCalledOff: () => boolean = () => false,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const told = paced(
    (progress) => tell({ kind: 'progress', progress }),
    () => performance.now(),
  )
  const onProgress = (done: number, of: number) => {
    if (isCalledOff()) throw new CalledOff()
    told(done, of)
  }
  try {
    const read = inputOf(crossed(input))
    return read.ok ? encoded(await answer(method, read.value, onProgress)) : read
  } catch (error) {
    if (error instanceof CalledOff) return CALLED_OFF
    tell({ kind: 'defect', error })
    const message = `Something went wrong inside Tierwise while it answered ${method}.`
    return refuse({ code: 'internal.error', message, path: '' })
  }
}

/** Told to nobody: who called it off has an answer. */
const CALLED_OFF = refuse({ code: 'result.cancelled', message: 'The calculation was cancelled.', path: '' })
