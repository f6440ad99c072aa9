import type { Problem } from '#shared/problem.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** Writes the changes that were refused when their time came. */
export class RefusalWriter extends SilentRecorder {
  readonly problems: Problem[] = []

  override refused(at: Instant, index: number, why: string): void {
    const message = `Refused on ${dateText(at)}: ${why}`
    this.problems.push({ code: 'change.refused', message, path: `changes.${index}` })
  }
}
