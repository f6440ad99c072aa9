/** Notices that nobody uses the host any more: no request is under way and no page listens. */
export interface IdleWatch {
  /** Something is under way, until the function it answers is called. */
  readonly begin: () => () => void
  readonly stop: () => void
}

/** Calls `onIdle` once, when nothing was under way for so many milliseconds. */
export function watchIdle(milliseconds: number, onIdle: () => void): IdleWatch {
  let underWay = 0
  // Waiting for nobody is no reason to keep the process.
  const wait = () => setTimeout(onIdle, milliseconds).unref()
  let timer = wait()
  return {
    begin: () => {
      underWay += 1
      clearTimeout(timer)
      let hasEnded = false
      return () => {
        if (hasEnded) return
        hasEnded = true
        underWay -= 1
        if (underWay === 0) timer = wait()
      }
    },
    stop: () => {
      // What still ends afterwards must not start it again.
      underWay = Number.POSITIVE_INFINITY
      clearTimeout(timer)
    },
  }
}
