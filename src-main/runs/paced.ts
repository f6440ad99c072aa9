const INTERVAL_MS = 100

/**
 * Passes on how far a run is, from 0 to 1: never backwards, and at most ten times a second however often it is
 * told. `now` is a clock in milliseconds.
 */
export function paced(
  send: (progress: number) => void,
  now: () => number,
): (done: number, of: number) => void {
  let sentAt = now()
  let furthest = -1
  return (done, of) => {
    const progress = Math.min(1, Math.max(0, done / of))
    const at = now()
    if (at - sentAt < INTERVAL_MS || !(progress > furthest)) return
    sentAt = at
    furthest = progress
    send(progress)
  }
}
