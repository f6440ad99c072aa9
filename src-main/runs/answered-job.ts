import { refuse, type Result } from '#shared/problem.ts'
import { crossed, encoded, inputOf } from './json.ts'
import type { Report } from './messages.ts'
import { paced } from './paced.ts'

/** Does what a job is for; it may tell how far it is, `done` of `of` equal parts. */
export type Answer<Method extends string> = (
  method: Method,
  input: unknown,
  onProgress: (done: number, of: number) => void,
) => Result<unknown> | Promise<Result<unknown>>

/**
 * What a thread answers to a job that came over, as bytes, having told how far it was. A handler that throws is a defect,
 * which the person sees as the API's router would have told it.
 */
export async function answeredJob<Method extends string>(
  { method, input }: { readonly method: Method; readonly input: unknown },
  answer: Answer<Method>,
  tell: (report: Report) => void,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const onProgress = paced(
    (progress) => tell({ kind: 'progress', progress }),
    () => performance.now(),
  )
  try {
    const read = inputOf(crossed(input))
    return read.ok ? encoded(await answer(method, read.value, onProgress)) : read
  } catch (error) {
    tell({ kind: 'defect', error })
    const message = `Something went wrong inside Tierwise while it answered ${method}.`
    return refuse({ code: 'internal.error', message, path: '' })
  }
}
