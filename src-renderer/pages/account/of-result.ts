import type { ResultSummary } from '#shared/open-result.ts'

/** What a view of a result gets: asked for is whatever else it shows, by the result's id and the account. */
export interface OfResult {
  readonly opened: ResultSummary
  /** Null for the main account, else one that a workspace went on with by itself. */
  readonly account: string | null
}
