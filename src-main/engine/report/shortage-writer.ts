import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import { Recorder, type UsesHeard } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'
import { whenUsed } from '../record/when-used.ts'

/** An instant at which usage brought something about; `within` is the last moment before it that is of that usage. */
export interface Brought {
  readonly at: Instant
  readonly within: Instant
}

/** When the credits of a period ran out. */
export interface Shortage {
  /** Counts from 1. */
  readonly period: number
  readonly start: Instant
  readonly end: Instant
  /** Each time the last credit on hand was used, in the order in which usage was told. */
  readonly runOuts: readonly Brought[]
}

/** Writes down when credits ran out, period by period. */
export class ShortageWriter extends Recorder {
  readonly shortages: Shortage[] = []
  #start: Instant = 0
  #runOuts: Brought[] = []

  override get usesHeard(): UsesHeard {
    return 'pastPool'
  }

  override periodOpened({ start }: Period): void {
    this.#start = start
    this.#runOuts = []
  }

  override used(stretch: Stretch, { wanted, pooled }: Use, available: Credits): void {
    if (available > 0 && pooled === available) this.#runOut(stretch, whenUsed(stretch, pooled, wanted))
  }

  #runOut({ at: from, until }: Stretch, at: Instant): void {
    this.#runOuts.push({ at, within: Math.max(from, Math.min(at, until - 1)) })
  }

  override periodClosed({ index, end }: Period): void {
    this.shortages.push({
      period: index + 1,
      start: this.#start,
      end,
      runOuts: this.#runOuts,
    })
  }
}
