import type { Instant } from '../calendar/civil.ts'
import { Recorder } from '../record/recorder.ts'
import type { Reseated, Seating } from '../record/seating.ts'
import type { SeatHeld } from '#shared/seat-report.ts'

/** The seats of an account from a moment on. */
export interface SeatedFrom {
  readonly from: Instant
  readonly seating: Seating
}

/** What a member holds from a moment on. */
export interface HeldFrom {
  readonly from: Instant
  readonly holds: SeatHeld
}

interface Refused {
  readonly at: Instant
  /** The place of the change in the scenario. */
  readonly index: number
  readonly why: string
}

/** Writes which seats an account has and who holds them, whenever either changes, and every change that was refused. */
export class OccupancyWriter extends Recorder {
  /** In the order of time, one an instant: what holds once all of its changes are made. */
  readonly steps: SeatedFrom[] = []
  readonly refusals: Refused[] = []
  /** Of everybody who was a member at any time, in the order they joined; one an instant. */
  readonly members = new Map<string, HeldFrom[]>()
  /** Whoever may have moved at the instant of the last step. */
  readonly #moved = new Set<string>()

  override seated(at: Instant, seating: Seating, reseated: readonly Reseated[]): void {
    if (this.steps.at(-1)?.from === at) this.steps.pop()
    else this.#moved.clear()
    for (const one of reseated) this.#move(at, one)
    const before = this.steps.at(-1)
    if (before === undefined || !isSame(before.seating, seating) || this.#isAnybodyMoved(at))
      this.steps.push({ from: at, seating })
  }

  override refused(at: Instant, index: number, why: string): void {
    this.refusals.push({ at, index, why })
  }

  /** What somebody holds at an instant; nothing before they are a member. */
  heldAt(member: string, at: Instant): SeatHeld {
    return this.members.get(member)?.findLast(({ from }) => from <= at)?.holds ?? 'none'
  }

  /** Of several moves at one instant the last one counts, and none where it leads back to what was held before. */
  #move(at: Instant, { member, holds }: Reseated): void {
    const held = this.members.get(member) ?? []
    if (held.at(-1)?.from === at) held.pop()
    if ((held.at(-1)?.holds ?? 'none') !== holds) held.push({ from: at, holds })
    if (held.length === 0) this.members.delete(member)
    else this.members.set(member, held)
    this.#moved.add(member)
  }

  #isAnybodyMoved(at: Instant): boolean {
    for (const member of this.#moved) if (this.members.get(member)?.at(-1)?.from === at) return true
    return false
  }
}

const isSame = (a: Seating, b: Seating): boolean =>
  a.plan === b.plan &&
  a.extraSeats === b.extraSeats &&
  a.limits.full === b.limits.full &&
  a.limits.basic === b.limits.basic &&
  a.held.full === b.held.full &&
  a.held.basic === b.held.basic &&
  a.held.locked === b.held.locked
