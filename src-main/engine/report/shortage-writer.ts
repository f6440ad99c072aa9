import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import { Recorder } from '../record/recorder.ts'
import type { BlockedPart, Stretch, Use } from '../record/use.ts'
import { whenUsed } from '../record/when-used.ts'

/** An instant at which usage brought something about; `within` is the last moment before it that is of that usage. */
export interface Brought {
  readonly at: Instant
  readonly within: Instant
}

/**
 * When a period fell short. Firsts are those that usage was told of first: of several sources on one day, which share
 * what there is in their order, that is the one which found the credits used up.
 */
export interface Shortage {
  /** Counts from 1. */
  readonly period: number
  readonly start: Instant
  readonly end: Instant
  /** Each time the last credit on hand was used. */
  readonly runOuts: readonly Brought[]
  readonly firstBlock: { readonly at: Instant; readonly cause: BlockCause } | null
  readonly spendLimitAt: Instant | null
}

/** Writes down when credits ran out, usage was held back and the spend limit was reached, period by period. */
export class ShortageWriter extends Recorder {
  readonly shortages: Shortage[] = []
  #start: Instant = 0
  #runOuts: Brought[] = []
  #firstBlock: Shortage['firstBlock'] = null
  #spendLimitAt: Instant | null = null

  override periodOpened({ start }: Period): void {
    this.#start = start
    this.#runOuts = []
    this.#firstBlock = null
    this.#spendLimitAt = null
  }

  override used(stretch: Stretch, use: Use, available: Credits): void {
    const { wanted, pooled, grace, overage, blocked } = use
    if (available > 0 && pooled === available) this.#runOut(stretch, whenUsed(stretch, pooled, wanted))
    if (blocked.length === 0) return
    const at = whenUsed(stretch, pooled + grace + overage, wanted)
    for (const part of blocked) this.#block(at, part)
  }

  #runOut({ at: from, until }: Stretch, at: Instant): void {
    this.#runOuts.push({ at, within: Math.max(from, Math.min(at, until - 1)) })
  }

  #block(at: Instant, { cause, left }: BlockedPart): void {
    this.#firstBlock ??= { at, cause }
    if (cause === 'spendLimit' && left === 0) this.#spendLimitAt ??= at
  }

  override periodClosed({ index, end }: Period): void {
    this.shortages.push({
      period: index + 1,
      start: this.#start,
      end,
      runOuts: this.#runOuts,
      firstBlock: this.#firstBlock,
      spendLimitAt: this.#spendLimitAt,
    })
  }
}
