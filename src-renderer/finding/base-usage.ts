import { isFalling } from '#shared/usage-in-words.ts'
import type { UsagePattern, UsageStep } from '#shared/usage.ts'
import { credits, isOne, isZero, percent, plural, unsigned, wholeCredits } from '#renderer/format/figures.ts'
import { creditsOf, listed } from './counted.ts'

/*
 * The one figure that usage is set by means something else in each pattern, and so does every figure found by it: where
 * a plan takes over, from where to where it is the cheapest, what the axis counts. Growing usage and usage in steps start at
 * the figure, a season has it as its average over a year, and with a spike it is what all other months have.
 */

/** Whether every month compared has the same usage: growth by nothing, and a spike or steps no month has, change none. */
export function isSteady(pattern: UsagePattern, months: number): boolean {
  switch (pattern.kind) {
    case 'flat':
      return true
    case 'growth':
      return months === 1 || isZero(pattern.percent)
    case 'seasonal':
      return isZero(pattern.amplitude)
    case 'spike':
      return pattern.month > months || isOne(pattern.multiple)
    case 'steps':
      return pattern.steps.every(({ month, multiple }) => month > months || isOne(multiple))
  }
}

const kindOf = (pattern: UsagePattern, months: number): UsagePattern['kind'] =>
  isSteady(pattern, months) ? 'flat' : pattern.kind

/** The usage compared, as part of a sentence: `at 400,000 credits a month`. */
export function usagePhrase(usage: string, pattern: UsagePattern, months: number): string {
  const base = `${creditsOf(usage)} a month`
  switch (kindOf(pattern, months)) {
    case 'flat':
      return `at ${base}`
    case 'growth':
    case 'steps':
      return `for usage starting at ${base}`
    case 'seasonal':
      return `for usage around ${base}`
    case 'spike':
      return `at ${base} with one spike`
  }
}

/** The usage something changes above, as the beginning of a sentence: `Above 1,462,500 credits a month`. */
export function abovePhrase(usage: string, pattern: UsagePattern, months: number): string {
  const figure = wholeCredits(usage)
  switch (kindOf(pattern, months)) {
    case 'flat':
      return `Above ${creditsOf(usage)} a month`
    case 'growth':
    case 'steps':
      return `Starting above ${figure},`
    case 'seasonal':
      return `Above ${figure} on yearly average`
    case 'spike':
      return `Above ${figure} in an ordinary month`
  }
}

/** A range of usage; null where it has no end. `computedTo` is where it was not looked any further. */
export interface UsageRange {
  readonly from: string | null
  readonly to: string | null
  readonly computedTo: string
}

function bounds({ from, to, computedTo }: UsageRange): string {
  if (from !== null && to !== null) return `between ${wholeCredits(from)} and ${creditsOf(to)}`
  if (to !== null) return `up to ${creditsOf(to)}`
  const known = `up to at least ${creditsOf(computedTo)}`
  return from === null ? known : `above ${wholeCredits(from)}, ${known}`
}

/** A range of usage as part of a sentence: `between 356,667 and 1,462,500 credits a month`. */
export function rangePhrase(range: UsageRange, pattern: UsagePattern, months: number): string {
  return inRange(bounds(range), pattern, months)
}

/** All usage above a figure, as part of a sentence: `above 22,000,000 credits a month`. */
export function openPhrase(from: string, pattern: UsagePattern, months: number): string {
  return inRange(`above ${creditsOf(from)}`, pattern, months)
}

function inRange(figures: string, pattern: UsagePattern, months: number): string {
  switch (kindOf(pattern, months)) {
    case 'flat':
      return `${figures} a month`
    case 'growth':
    case 'steps':
      return `for usage starting ${figures} a month`
    case 'seasonal':
      return `${figures} a month on yearly average`
    case 'spike':
      return `${figures} in an ordinary month`
  }
}

/** What an axis or a column of usage counts: short enough to stand beside it. */
export function usageUnit(pattern: UsagePattern, months: number): string {
  switch (kindOf(pattern, months)) {
    case 'flat':
      return 'credits a month'
    case 'growth':
    case 'steps':
      return 'credits in month 1'
    case 'seasonal':
      return 'credits, on average'
    case 'spike':
      return 'credits, but for the spike'
  }
}

/** What costs are drawn by, for the line under the title of the curves. */
export function byUsage(pattern: UsagePattern, months: number): string {
  switch (kindOf(pattern, months)) {
    case 'flat':
      return 'by credits used a month'
    case 'growth':
    case 'steps':
      return 'by credits used in month 1'
    case 'seasonal':
      return 'by yearly average usage'
    case 'spike':
      return 'by an ordinary month’s usage'
  }
}

/** How usage moves, for the line that names the terms. */
export function patternInWords(pattern: UsagePattern, months: number): string {
  switch (pattern.kind) {
    case 'flat':
      return 'the same usage every month'
    case 'growth':
      return isFalling(pattern.percent)
        ? `usage falls ${percent(unsigned(pattern.percent))} a month`
        : `usage grows ${percent(pattern.percent)} a month`
    case 'seasonal':
      return `usage moves ${percent(pattern.amplitude)} up and down, peak in month ${String(pattern.peakMonth)}`
    case 'spike':
      return pattern.month > months
        ? 'no spike within the months compared'
        : `${credits(pattern.multiple)} times the usage in month ${String(pattern.month)}`
    case 'steps':
      return stepsInWords(pattern.steps, months)
  }
}

/** One step as what is said of it by itself: `2 times the usage from month 4`. */
export const stepInWords = ({ month, multiple }: UsageStep): string =>
  `${credits(multiple)} times the usage from month ${String(month)}`

/** More of them are counted. */
const MOST_TOLD = 3

function stepsInWords(steps: readonly UsageStep[], months: number): string {
  const within = steps.filter(({ month }) => month <= months)
  if (within.length === 0) return 'no step within the months compared'
  const told = within
    .slice(0, MOST_TOLD)
    .map(({ month, multiple }) => `× ${credits(multiple)} from month ${String(month)}`)
  const rest = within.slice(MOST_TOLD).length
  return `usage ${listed(rest === 0 ? told : [...told, `${plural(rest, 'step')} more`])}`
}
