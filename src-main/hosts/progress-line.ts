/** A line that tells the person at the terminal how far something is. */
export interface ProgressLine {
  /** `progress` is from 0 to 1. */
  readonly show: (progress: number) => void
  /** Whatever is said next gets a line of its own. */
  readonly end: () => void
}

export interface LineOutput {
  readonly say: (text: string) => void
  /** Says a line in the place of the one that was said so last; null where what was said stays. */
  readonly sayInPlace: ((text: string) => void) | null
}

const PARTS = 4

/**
 * Says what `lineAt` makes of the percent that are done: in one line that is written over where that can be done, else in
 * a few, the first at once and then one for each quarter that is done.
 */
export function progressLine(
  { say, sayInPlace }: LineOutput,
  lineAt: (percent: number) => string,
): ProgressLine {
  let said = -1
  return {
    show: (progress) => {
      const percent = Math.floor(progress * 100)
      const step = sayInPlace ? percent : Math.min(PARTS - 1, Math.floor(progress * PARTS))
      if (step <= said) return
      said = step
      const tell = sayInPlace ?? say
      tell(lineAt(percent))
    },
    end: () => {
      if (sayInPlace && said >= 0) say('')
    },
  }
}
