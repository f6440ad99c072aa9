import { checked, must } from './checked.ts'
import { LARGEST_DECIMAL, microsOf } from './micros.ts'
import * as z from './zod.ts'

export { LARGEST_DECIMAL, microsOf } from './micros.ts'

const DECIMAL = /^(0|[1-9]\d{0,9})(\.\d{1,6})?$/

const withinBounds = (text: string): boolean => microsOf(text) <= BigInt(Number.MAX_SAFE_INTEGER)

/** Well written, but with more digits than any amount within bounds has. */
const FAR_TOO_LARGE = /^[1-9]\d{10,}(\.\d{1,6})?$/

function decimal(what: string) {
  const malformed = `Expected ${what} of zero or more, with at most six decimals, as in "94.00".`
  const tooLarge = `Expected ${what} of at most ${LARGEST_DECIMAL}.`
  const format = z
    .string({ error: `Expected ${what} as a decimal string such as "94.00".` })
    .regex(DECIMAL, { error: ({ input }) => (FAR_TOO_LARGE.test(String(input)) ? tooLarge : malformed) })
  return checked(format, must(withinBounds, tooLarge))
}

/** An amount of money in the catalogue's currency, zero or more: `"94.00"`. */
export const MoneyText = decimal('an amount of money')
/** An amount of credits, zero or more: `"300000"`. */
export const CreditsText = decimal('an amount of credits')
/** A quantity in a product's unit (characters, minutes, generations), zero or more: `"1500"`. */
export const QuantityText = decimal('a quantity')
/** A percentage, zero or more: `"50"` means 50 %. */
export const PercentText = decimal('a percentage')
/** A part of a whole: a percentage of at most 100 %. */
export const PartText = checked(
  PercentText,
  must((text) => microsOf(text) <= 100_000_000n, 'Expected at most 100 %.'),
)

const CHANGE = /^(?!-0(\.0{1,6})?$)-?(0|[1-9]\d{0,9})(\.\d{1,6})?$/
const NOT_A_CHANGE =
  'Expected a change in percent as a decimal string such as "8" or "-2.5", with at most six decimals.'

/** A change in percent, up or down: `"8"` means 8 % more, `"-8"` 8 % less; nothing falls by more than the whole. */
export const ChangeText = checked(
  z.string({ error: NOT_A_CHANGE }).regex(CHANGE, NOT_A_CHANGE),
  (text: string) => [
    ...must((change: string) => microsOf(change) >= -100_000_000n, 'Expected at least -100 %.')(text),
    ...must(withinBounds, `Expected a change in percent of at most ${LARGEST_DECIMAL}.`)(text),
  ],
)

/** An exact factor, zero or more, with at most six decimals: `"1.08"` makes 108 of 100. */
export const FactorText = decimal('a factor')

/** A civil date in UTC, `YYYY-MM-DD`; a billing day starts at its midnight. */
export const DateText = z.iso.date('Expected a date such as "2026-01-31".')

/** A UTC instant, as in `2026-01-31T00:00:00.000Z`. */
export const InstantText = z.iso.datetime()
