import { inBounds, MICROS, type Money } from './amount.ts'
import { multiplyDivideHalfUp } from './multiply-divide.ts'

/** ISO 4217 currencies whose minor unit is not a hundredth, with their decimals. */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** The currency's smallest amount on an invoice, in micros: 10,000 for the cent. Source: ISO 4217. */
export const minorUnit = (currency: string): Money => MICROS / 10 ** (DECIMALS[currency] ?? 2)

/** An amount of zero or more as an invoice line: rounded once, half-up, to the minor unit. */
export const toMinor = (amount: Money, minor: Money): Money =>
  amount % minor === 0 ? amount : roundedShare(amount, 1, 1, minor)

/** `amount × numerator ÷ denominator` as an invoice line: rounded once, half-up, to the minor unit. */
export const roundedShare = (amount: Money, numerator: number, denominator: number, minor: Money): Money =>
  inBounds(multiplyDivideHalfUp(amount, numerator, inBounds(denominator * minor)) * minor)
