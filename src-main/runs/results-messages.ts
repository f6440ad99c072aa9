import type { Result } from '#shared/problem.ts'
import type { Report } from './messages.ts'

/** What the thread is given in which results are open: one call at a time, and the usage events that it wanted for it. */
export type ResultsMessage =
  | { readonly kind: 'call'; readonly method: string; readonly input: unknown }
  | { readonly kind: 'events'; readonly result: Result<unknown> }

/** What that thread tells of a call; `wants` is of the usage events of a document, without which it does not go on. */
export type ResultsReport = Report | { readonly kind: 'wants'; readonly document: string }
