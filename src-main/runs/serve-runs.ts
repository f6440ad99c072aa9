import type { MessagePort } from 'node:worker_threads'
import type { RunKind } from '#shared/runs.ts'
import { type Answer, answeredJob } from './answered-job.ts'
import type { Job, Report } from './messages.ts'

/** Does what a run is for. */
export type AnswerRun = Answer<RunKind>

/** A worker thread's whole life: answers the jobs that come through `port`, until it is ended from outside. */
export function serveRuns(port: MessagePort, answer: AnswerRun): void {
  const tell = (report: Report) => port.postMessage(report)
  port.on('message', async (job: Job) => {
    const result = await answeredJob(job, answer, tell)
    const report: Report = { kind: 'answer', result }
    port.postMessage(report, result.ok ? [result.value.buffer] : [])
  })
}
