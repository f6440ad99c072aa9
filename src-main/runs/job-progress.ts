import type { AppEvent } from '#shared/events.ts'
import type { JobToken } from '#shared/job-token.ts'

/** What is over sooner is not told of: it would only flicker. */
const SOON_MS = 300

/** How far one job is, as its asker is told. */
export interface JobProgress {
  readonly at: (progress: number) => void
  /** It has come to its end, whatever that was. */
  readonly end: () => void
}

/** Tells of a job that takes longer than a moment, where it is then and from there on; at the end, that it is over. */
export function jobProgress(token: JobToken, emit: (event: AppEvent) => void): JobProgress {
  const tell = (progress: number) => emit({ kind: 'job', token, progress })
  let last = 0
  let isTold = false
  const moment = setTimeout(() => {
    isTold = true
    tell(last)
  }, SOON_MS)
  return {
    at: (progress) => {
      last = progress
      if (isTold) tell(progress)
    },
    end: () => {
      clearTimeout(moment)
      if (isTold) tell(1)
    },
  }
}
