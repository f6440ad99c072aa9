import type { Result } from '#shared/problem.ts'
import type { RunKind } from '#shared/runs.ts'

/** What the pool gives a thread to do, one at a time. */
export interface Job {
  readonly method: RunKind
  readonly input: unknown
}

/** What a thread tells of the job it was given; `answer` is the last of it, its value as the bytes of its JSON. */
export type Report =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'defect'; readonly error: unknown }
  | { readonly kind: 'answer'; readonly result: Result<Uint8Array<ArrayBuffer>> }
