import { currencyDecimals } from '#shared/currency.ts'
import { inBounds, MICROS, type Money } from './amount.ts'
import { multiplyDivideDown, multiplyDivideHalfUp } from './multiply-divide.ts'

/** The currency's smallest amount on an invoice, in micros: 10,000 for the cent. Source: ISO 4217. */
export const minorUnit = (currency: string): Money => MICROS / 10 ** currencyDecimals(currency)

/** An amount of zero or more as an invoice line: rounded once, half-up, to the minor unit. */
export const toMinor = (amount: Money, minor: Money): Money =>
  multiplyDivideDown(amount, 1, minor) * minor === amount ? amount : roundedShare(amount, 1, 1, minor)

/** `amount × numerator ÷ denominator` as an invoice line: rounded once, half-up, to the minor unit. */
export const roundedShare = (amount: Money, numerator: number, denominator: number, minor: Money): Money =>
  inBounds(multiplyDivideHalfUp(amount, numerator, inBounds(denominator * minor)) * minor)
