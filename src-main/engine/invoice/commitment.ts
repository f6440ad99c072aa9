import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import {
  isNegative,
  minus,
  plus,
  type Rational,
  roundSigned,
  sumOf,
  times,
  whole,
} from '../exact/rational.ts'
import type { Share } from '../exact/percent.ts'
import { SCENARIO } from '../plan/scenario-source.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { BroughtForward } from './brought-forward.ts'
import { afterDiscounts, type Draft, type DraftLine, untaken } from './draft.ts'
import type { CompiledCommitment, Invoicing } from './invoicing.ts'
import { familyOf } from './line-kinds.ts'
import { monthsCovered, type Span } from './months-covered.ts'
import type { Rounding } from './rounding.ts'

/** What has to be known of lines: which raise the commitment, and which a threshold brought forward. */
interface CommitmentRecord {
  readonly raising: ReadonlySet<ChargeLine>
  readonly broughtForward: BroughtForward
}

/** A month or year of the commitment that is over, and what was billed for it. */
interface Window extends Span {
  billed: Rational
  /** Extra Full seats that raise the commitment, at their price before discounts. */
  seats: Rational
}

/**
 * At the end of each month or year of the commitment, what was billed for it after discounts is brought up to the
 * minimum by a true-up, or held to the maximum by a credit. The months are the contract's own: counted from its date,
 * whatever happens to the billing cycle. One that goes on beyond the run is not settled. Overage that a threshold brought
 * forward counts as if all of its charge had fallen due together. Source: issue 3; the order, discounts first, is
 * OpenMeter's.
 */
export function holdToCommitment(
  drafts: readonly Draft[],
  { commitment, minor }: Invoicing,
  { raising, broughtForward }: CommitmentRecord,
  rounding: Rounding,
  end: Instant,
): readonly Draft[] {
  if (commitment === null) return drafts
  const windows = windowsOf(commitment, end)
  for (const { at, lines } of drafts) {
    for (const line of lines) {
      const charge = broughtForward.get(line.charge)
      const due = charge?.due ?? at
      const open = windows.findIndex((window) => window.end >= due)
      const raises = line.charge.kind === 'seats' && (commitment.seatsRaise ?? raising.has(line.charge))
      count(line, charge ?? line.charge, windows, open === -1 ? windows.length : open, commitment, raises)
    }
  }
  const settling = windows.flatMap((window) => {
    const line = settlingLine(window, commitment, minor, rounding)
    return line === null ? [] : [{ at: window.end, lines: [line] }]
  })
  return merged(drafts, settling)
}

function windowsOf({ from, months }: CompiledCommitment, end: Instant): readonly Window[] {
  const windows: Window[] = []
  for (let start = from, index = 1; ; index += 1) {
    const next = cycleStart(from, index * months)
    if (next > end) return windows
    windows.push({ start, end: next, billed: whole(0), seats: whole(0) })
    start = next
  }
}

/**
 * A line counts for each window by the months of it that fall in there, and a month that two windows share by its
 * days. What falls in windows that were settled before it was billed counts for the first that was not (`open`).
 */
function count(
  line: DraftLine,
  { from: start, to: end }: Pick<ChargeLine, 'from' | 'to'>,
  windows: readonly Window[],
  open: number,
  commitment: CompiledCommitment,
  raises: boolean,
): void {
  const { kind } = line.charge
  const months = start < end ? monthsCovered({ start, end }, commitment.from) : [{ start, end }]
  for (const [index, window] of windows.entries()) {
    const target = windows[Math.max(index, open)]
    if (target === undefined) return
    for (const month of months) {
      const { part, whole: of } = shareIn(window, month)
      if (part === 0) continue
      const share = (amount: Rational) => times(times(amount, part, of), 1, months.length)
      if (commitment.appliesTo.has(familyOf(kind)))
        target.billed = sumOf([target.billed, share(afterDiscounts(line))])
      if (raises) target.seats = plus(target.seats, share(line.amount))
    }
  }
}

/** How much of a stretch of time is in the window; of an instant all or nothing. */
function shareIn(window: Span, { start, end }: Span): Share {
  if (end <= start) return { part: start >= window.start && start < window.end ? 1 : 0, whole: 1 }
  return {
    part: Math.max(0, Math.min(end, window.end) - Math.max(start, window.start)),
    whole: end - start,
  }
}

/** The true-up or the cap of a window; null where what was billed lies between. */
function settlingLine(
  { start, end, billed, seats }: Window,
  { minimum, maximum, months }: CompiledCommitment,
  minor: Money,
  rounding: Rounding,
): DraftLine | null {
  const committed = plus(whole(minimum), seats)
  const isBelow = isNegative(minus(billed, committed))
  const isAbove = !isBelow && maximum !== Infinity && isNegative(minus(whole(maximum), billed))
  const bound = isBelow ? committed : whole(maximum === Infinity ? 0 : maximum)
  const amount = rounding.settle(minus(bound, billed))
  if ((!isBelow && !isAbove) || amount.numerator === 0n) return null
  const bounds = roundSigned(bound, minor)
  const settled = roundSigned(amount, minor)
  const term = months === 1 ? 'month' : 'year'
  const charge: ChargeLine = {
    kind: isBelow ? 'trueUp' : 'cap',
    description: isBelow
      ? `True-up to the minimum of ${moneyText(bounds)} a ${term}`
      : `Held to the maximum of ${moneyText(bounds)} a ${term}`,
    from: start,
    to: end,
    quantity: null,
    amount: settled,
    exact: amount,
    working: () => [
      { quantity: 0, rate: isBelow ? 'minimum agreed' : 'maximum agreed', amount: bounds },
      // What is left of the bound, not what was billed rounded by itself: the steps come to the line, to the cent.
      { quantity: 0, rate: 'billed for it already', amount: settled - bounds },
    ],
    source: SCENARIO,
  }
  return untaken(charge, amount)
}

/** Lines of an instant that has an invoice join it, at its end; the others make one of their own. */
function merged(drafts: readonly Draft[], more: readonly Draft[]): readonly Draft[] {
  const byInstant = new Map(drafts.map((draft) => [draft.at, draft]))
  for (const { at, lines } of more)
    byInstant.set(at, { at, lines: [...(byInstant.get(at)?.lines ?? []), ...lines] })
  return [...byInstant.values()].toSorted((a, b) => a.at - b.at)
}
