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

/** What that thread tells of a call; `wants` is of the usage events of a document, without which it does not go on. */
export type ResultsReport = Report | { readonly kind: 'wants'; readonly document: string }
