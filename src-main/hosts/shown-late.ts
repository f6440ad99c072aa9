const PATIENCE_MS = 500

export interface ShownLate {
  /** How far it is, from 0 to 1. */
  readonly tell: (progress: number) => void
  /** To be called when it is done: nothing is shown after. */
  readonly end: () => void
}

/**
 * Shows how far something is once it has taken `patienceMs` since it was first told of, beginning with the newest it was
 * told: of what is done sooner a person need not hear.
 */
export function shownLate(show: (progress: number) => void, patienceMs = PATIENCE_MS): ShownLate {
  let newest = 0
  let isShown = false
  let timer: NodeJS.Timeout | undefined
  return {
    tell: (progress) => {
      newest = progress
      if (isShown) return show(newest)
      timer ??= setTimeout(() => {
        isShown = true
        show(newest)
      }, patienceMs)
    },
    end: () => clearTimeout(timer),
  }
}
