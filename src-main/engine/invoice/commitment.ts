import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import { isNegative, minus, plus, type Rational, roundSigned, times, whole } from '../exact/rational.ts'
import { SCENARIO } from '../plan/scenario-source.ts'
import type { ChargeLine } from '../simulate/charge-line.ts'
import type { Draft, DraftLine } from './bill.ts'
import { afterDiscounts } from './discounts.ts'
import type { CompiledCommitment, Invoicing } from './invoicing.ts'
import { familyOf } from './line-family.ts'
import type { Rounding } from './rounding.ts'

/** A month or year of the commitment that is over, and what was billed for it. */
interface Window {
  readonly start: Instant
  readonly end: Instant
  billed: Rational
  /** Extra Full seats that raise the commitment, at their price before discounts. */
  seats: Rational
}

/**
 * At the end of each month or year of the commitment, what was billed for it after discounts is brought up to the
 * minimum by a true-up, or held to the maximum by a credit. The months are the contract's own: counted from its date,
 * whatever happens to the billing cycle. One that goes on beyond the run is not settled. Source: issue 3; the order,
 * discounts first, is OpenMeter's.
 */
export function holdToCommitment(
  drafts: readonly Draft[],
  { commitment, minor }: Invoicing,
  raising: ReadonlySet<ChargeLine>,
  rounding: Rounding,
  end: Instant,
): readonly Draft[] {
  if (commitment === null) return drafts
  const windows = windowsOf(commitment, end)
  for (const { at, lines } of drafts) {
    const open = windows.findIndex((window) => window.end >= at)
    for (const line of lines) {
      const raises = line.charge.kind === 'seats' && (commitment.seatsRaise ?? raising.has(line.charge))
      count(line, windows, open === -1 ? windows.length : open, commitment, raises)
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
 * A line counts for each window by the share of its time that falls in it; an annual price, month by month. What
 * falls in windows that were settled before it was billed counts for the first that was not (`open`).
 */
function count(
  line: DraftLine,
  windows: readonly Window[],
  open: number,
  { appliesTo }: CompiledCommitment,
  raises: boolean,
): void {
  const { charge } = line
  for (const [index, window] of windows.entries()) {
    const share = shareIn(window, charge)
    const target = windows[Math.max(index, open)]
    if (share.part === 0 || target === undefined) continue
    if (appliesTo.has(familyOf(charge.kind)))
      target.billed = plus(target.billed, times(afterDiscounts(line), share.part, share.whole))
    if (raises) target.seats = plus(target.seats, times(line.amount, share.part, share.whole))
  }
}

function shareIn(
  window: Window,
  { from, to }: ChargeLine,
): { readonly part: number; readonly whole: number } {
  if (to <= from) return { part: from >= window.start && from < window.end ? 1 : 0, whole: 1 }
  return { part: Math.max(0, Math.min(to, window.end) - Math.max(from, window.start)), whole: to - from }
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
  const term = months === 1 ? 'month' : 'year'
  const charge: ChargeLine = {
    kind: isBelow ? 'trueUp' : 'cap',
    description: isBelow
      ? `True-up to the minimum of ${moneyText(bounds)} a ${term}`
      : `Held to the maximum of ${moneyText(bounds)} a ${term}`,
    from: start,
    to: end,
    quantity: null,
    amount: roundSigned(amount, minor),
    exact: amount,
    working: [
      { quantity: 0, rate: isBelow ? 'minimum agreed' : 'maximum agreed', amount: bounds },
      { quantity: 0, rate: 'billed for it already', amount: -roundSigned(billed, minor) },
    ],
    source: SCENARIO,
  }
  return { charge, amount, discounts: [], taxes: [] }
}

/** Lines of an instant that has an invoice join it, at its end; the others make one of their own. */
function merged(drafts: readonly Draft[], more: readonly Draft[]): readonly Draft[] {
  const byInstant = new Map(drafts.map((draft) => [draft.at, draft]))
  for (const { at, lines } of more)
    byInstant.set(at, { at, lines: [...(byInstant.get(at)?.lines ?? []), ...lines] })
  return [...byInstant.values()].toSorted((a, b) => a.at - b.at)
}
