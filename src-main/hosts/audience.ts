import type { AppEvent, Listener, Unsubscribe } from '#shared/events.ts'
import { MOST_AT_ONCE } from './files-at-once.ts'

/** The pages that listen, whatever connects them. */
export interface Audience {
  /** A page listens from now on, and first hears what waited for one. */
  readonly join: (page: Listener) => Unsubscribe
  readonly tellAll: Listener
  /** Tells the page that came last; where there is none yet, the first to come. */
  readonly tellOne: Listener
  readonly size: () => number
}

/** What there is to tell of as many files as are opened at once, and that there were more. */
const MOST_WAITING = MOST_AT_ONCE + 1

export function createAudience(): Audience {
  const pages = new Set<{ readonly tell: Listener }>()
  let waiting: readonly AppEvent[] = []

  return {
    join: (tell) => {
      const page = { tell }
      pages.add(page)
      for (const event of waiting) tell(event)
      waiting = []
      return () => void pages.delete(page)
    },
    tellAll: (event) => {
      for (const { tell } of pages) tell(event)
    },
    tellOne: (event) => {
      const last = [...pages].at(-1)
      if (last) last.tell(event)
      else waiting = [...waiting, event].slice(-MOST_WAITING)
    },
    size: () => pages.size,
  }
}
