import type { MessagePort } from 'node:worker_threads'
import { refuse, type Result } from '#shared/problem.ts'
import type { RunKind } from '#shared/runs.ts'
import { crossed, encoded, inputOf } from './json.ts'
import type { Job, Report } from './messages.ts'
import { paced } from './paced.ts'

/** Does what a run is for; it may tell how far it is, `done` of `of` equal parts. */
export type AnswerRun = (
  kind: RunKind,
  input: unknown,
  onProgress: (done: number, of: number) => void,
) => Result<unknown> | Promise<Result<unknown>>

/** A worker thread's whole life: answers the jobs that come through `port`, until it is ended from outside. */
export function serveRuns(port: MessagePort, answer: AnswerRun): void {
  const tell = (report: Report) => port.postMessage(report)
  port.on('message', async (job: Job) => {
    const result = await work(job, answer, tell)
    const report: Report = { kind: 'answer', result }
    port.postMessage(report, result.ok ? [result.value.buffer] : [])
  })
}

/** A handler that throws is a defect, which the person sees as the API's router would have told it. */
async function work(
  { method, input }: Job,
  answer: AnswerRun,
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
