import type { MessagePort } from 'node:worker_threads'
import { type Result, succeed } from '#shared/problem.ts'
import { type Answer, answeredJob } from './answered-job.ts'
import { crossed } from './json.ts'
import { ResultsData, type ResultsMessage, type ResultsReport } from './results-messages.ts'

/** Asks for the usage events of a document, which lie with the store. */
type AskForEvents = (document: string, known: string | null) => Promise<Result<unknown>>

/**
 * The whole life of the thread in which results are open: answers the calls that come through `port`, until it is ended
 * from outside.
 */
export function serveResults(
  port: MessagePort,
  data: unknown,
  answering: (keptEventsOf: AskForEvents) => Answer<string>,
): void {
  const tell = (report: ResultsReport, transfer: ArrayBuffer[] = []) => port.postMessage(report, transfer)
  const calledOff = new Int32Array(ResultsData.parse(data).calledOff)
  const isCalledOff = () => Atomics.load(calledOff, 0) !== 0
  let wanted = Promise.withResolvers<Result<unknown>>()
  const answer = answering((document, known) => {
    wanted = Promise.withResolvers()
    tell({ kind: 'wants', document, known })
    return wanted.promise
  })
  port.on('message', async (message: ResultsMessage) => {
    if (message.kind === 'events') {
      const { result } = message
      return wanted.resolve(result.ok ? succeed(crossed(result.value)) : result)
    }
    const result = await answeredJob(message, answer, tell, isCalledOff)
    tell({ kind: 'answer', result }, result.ok ? [result.value.buffer] : [])
  })
}
