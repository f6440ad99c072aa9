import { create } from 'zustand'
import type { Result } from '#shared/problem.ts'
import { type Reach, reachOf } from '#renderer/client/reach.ts'

/** Whether Tierwise answers this window, as the newest call or the stream of events found. */
export const useConnection = create<{ readonly reach: Reach }>(() => ({ reach: 'answers' }))

/** That nobody answers any more is no news of a host that said so. */
export const noteReach = (found: Reach): void => {
  const { reach: last } = useConnection.getState()
  const reach = found === 'silent' && last === 'stopped' ? last : found
  if (last !== reach) useConnection.setState({ reach })
}

/**
 * An answer of any kind, a refusal too, shows that somebody is there; but not of a host that has said that it stops, which
 * still answers what was asked before. Whether it is there again is told by the stream of events.
 */
export function noteAnswer(answer: Result<unknown>): void {
  const reach = answer.ok ? 'answers' : reachOf(answer.problems)
  if (reach !== 'answers' || useConnection.getState().reach !== 'stopped') noteReach(reach)
}

/** A host that has answered once may be gone again at once. */
const CALM_MS = 300
/** How often it is tried whether somebody answers again. */
const TRY_MS = 2000

/**
 * Tries by itself while nobody answers, and does `again` what could not be done once somebody does and that has lasted
 * a moment; the function returned ends it.
 */
export function followConnection(attempt: () => unknown, again: () => void): () => void {
  let calm: ReturnType<typeof setTimeout> | undefined
  let trying: ReturnType<typeof setInterval> | undefined
  const rest = () => {
    clearTimeout(calm)
    clearInterval(trying)
  }
  const leave = useConnection.subscribe(({ reach }) => {
    rest()
    if (reach === 'answers') calm = setTimeout(again, CALM_MS)
    if (reach === 'silent' || reach === 'stopped') trying = setInterval(attempt, TRY_MS)
  })
  return () => {
    leave()
    rest()
  }
}
