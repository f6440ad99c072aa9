import type { AppEvent } from '#shared/events.ts'

/** What is over sooner is not told of: it would only flicker. */
const SOON_MS = 300

/** How far one opening is, as windows are told. */
export interface OpeningProgress {
  readonly at: (progress: number) => void
  /** It has come to its end, whatever that was. */
  readonly end: () => void
}

/** Tells windows of an opening that takes longer than a moment, where it is then and from there on; at the end, that it is over. */
export function openingProgress(emit: (event: AppEvent) => void): OpeningProgress {
  const tell = (progress: number) => emit({ kind: 'opening', progress })
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
