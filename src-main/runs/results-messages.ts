import { z } from 'zod'
import type { Result } from '#shared/problem.ts'
import type { Report } from './messages.ts'

/** What the thread is started with in which results are open. */
export const ResultsData = z.strictObject({
  /** Its one number is no longer 0 once what it does is called off: a thread that is busy hears of nothing else. */
  calledOff: z
    .instanceof(SharedArrayBuffer)
    .refine(({ byteLength }) => byteLength === Int32Array.BYTES_PER_ELEMENT),
})
export type ResultsData = Readonly<z.infer<typeof ResultsData>>

/** What that thread is given: one call at a time, and the usage events that it wanted for it. */
export type ResultsMessage =
  | { readonly kind: 'call'; readonly method: string; readonly input: unknown }
  | { readonly kind: 'events'; readonly result: Result<unknown> }

/** The usage events of a document, without which a call does not go on; of which stamp the thread has them already. */
export interface EventsWanted {
  readonly kind: 'wants'
  readonly document: string
  readonly known: string | null
}

/** What that thread tells of a call. */
export type ResultsReport = Report | EventsWanted
