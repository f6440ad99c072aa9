import type { BlockCause } from '#shared/run-result.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import { Recorder, type UsesHeard } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'

/** Sums what a run blocked by its cause, in the order in which the causes first show. */
export class BlockTally extends Recorder {
  readonly credits = new Map<BlockCause, Credits>()

  get rows(): { cause: BlockCause; credits: string }[] {
    return [...this.credits].map(([cause, credits]) => ({ cause, credits: creditsText(credits) }))
  }

  /** What the pool serves whole is blocked by nothing. */
  override get usesHeard(): UsesHeard {
    return 'pastPool'
  }

  override used(_stretch: Stretch, { blocked }: Use): void {
    for (const { cause, credits } of blocked)
      this.credits.set(cause, (this.credits.get(cause) ?? 0) + credits)
  }
}
