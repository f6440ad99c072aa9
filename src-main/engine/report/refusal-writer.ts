import type { Problem } from '#shared/problem.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { Recorder } from '../record/recorder.ts'

/** Writes the changes that were refused when their time came. */
export class RefusalWriter extends Recorder {
  readonly problems: Problem[] = []

  override refused(at: Instant, index: number, why: string): void {
    const message = `Refused on ${dateText(at)}: ${why}`
    this.problems.push({ code: 'change.refused', message, path: `changes.${index}` })
  }
}
