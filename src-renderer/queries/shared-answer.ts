import { QueryObserver } from '@tanstack/query-core'
import type { Problem } from '#shared/result.ts'
import { type Answers, problemsOf } from './answers.ts'
import type { Asked, Question, Told } from './questions.ts'

/** What is there of a question that several parts of the window show. */
export interface Seen<Q extends Question> {
  /** The newest there is: of this input, or of one that may stand in for it while it is asked for. */
  readonly value: Told<Q> | undefined
  /** Why this input could not be read last, while `value` is what was there before; empty where it could. */
  readonly unread: readonly Problem[]
}

/** One question for the whole window, whose input a person changes. */
export interface SharedAnswer<Q extends Question> {
  readonly askAbout: (input: Asked<Q>) => void
  readonly now: () => Seen<Q>
  /** Asked, and asked anew once outdated, for as long as anybody listens. */
  readonly subscribe: (listener: () => void) => () => void
}

const NOTHING_SEEN = { value: undefined, unread: [] } as const

/**
 * Whoever shows this question shows the same, whenever it came onto the screen. `standsIn` says whether what is shown
 * of one input may stay while another is asked for.
 */
export function sharedAnswer<Q extends Question>(
  { client, optionsOf }: Answers,
  question: Q,
  first: Asked<Q>,
  standsIn: (shown: Asked<Q>, wanted: Asked<Q>) => boolean,
): SharedAnswer<Q> {
  let input = first
  let seen: Seen<Q> = NOTHING_SEEN
  const observer = new QueryObserver(client, optionsOf(question, first))

  function now(): Seen<Q> {
    const { data, error } = observer.getCurrentResult()
    const problems = problemsOf(error)
    const value = data?.ok ? data.value : seen.value
    // While it is asked again it is as it was.
    const unread = problems.length > 0 || data?.ok ? problems : seen.unread
    if (value !== seen.value || unread !== seen.unread) seen = { value, unread }
    return seen
  }

  return {
    askAbout: (wanted) => {
      now()
      if (!standsIn(input, wanted)) seen = NOTHING_SEEN
      input = wanted
      observer.setOptions(optionsOf(question, wanted))
    },
    now,
    subscribe: (listener) => {
      // Its answer may have been let go of while nobody showed it.
      observer.setOptions(optionsOf(question, input))
      return observer.subscribe(() => {
        now()
        listener()
      })
    },
  }
}
