import { currencyDecimals } from '#shared/currency.ts'
import type { NumberFormat } from '#shared/store.ts'

/*
 * Figures come as decimal strings and are formatted as strings: `Intl` prints them exactly, however long.
 * Numbers are only for axes, where a pixel is coarser than a double.
 */
const LOCALE = 'en-US'

export interface Separators {
  readonly thousands: string
  readonly decimal: string
}

/** A thin space that does not break. */
const THIN_SPACE = '\u202f'

const SEPARATORS: Readonly<Record<NumberFormat, Separators>> = {
  comma: { thousands: ',', decimal: '.' },
  point: { thousands: '.', decimal: ',' },
  space: { thousands: THIN_SPACE, decimal: ',' },
  apostrophe: { thousands: "'", decimal: '.' },
}

let numberFormat: NumberFormat = 'comma'

/** How every figure is printed from now on; what is on screen already is drawn again by whoever changes it. */
export function setNumberFormat(format: NumberFormat): void {
  numberFormat = format
}

export const separators = (): Separators => SEPARATORS[numberFormat]

/** A plain decimal as a person edits it: without thousands, with their decimal sign; other text as it is. */
export const editable = (text: string): string =>
  isDecimal(text) ? text.replace('.', separators().decimal) : text

/** As wide as a plus, where a hyphen is half of it and would set a figure off its column. */
const MINUS = '−'

/** Puts the separators of the person's choice in place of those of `LOCALE`, and a true minus before what is below zero. */
function inFormat(printed: string): string {
  const signed = printed.startsWith('-') ? `${MINUS}${printed.slice(1)}` : printed
  if (numberFormat === 'comma') return signed
  const { thousands, decimal } = separators()
  return signed.replaceAll(/[,.]/g, (separator) => (separator === ',' ? thousands : decimal))
}

/** A figure as it was printed here, as a plain decimal string; other text loses the same marks. */
export function plainDecimal(text: string): string {
  const { thousands, decimal } = separators()
  return text
    .replaceAll(thousands, '')
    .replaceAll(/[\s$€£]/g, '')
    .replace(MINUS, '-')
    .replace(decimal, '.')
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALE, options)
  formatters.set(key, made)
  return made
}

export const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

function print(format: Intl.NumberFormat, figure: string | number): string {
  if (typeof figure === 'number') return inFormat(format.format(figure))
  // A figure that is no decimal is shown as it came: better odd than wrong.
  return isDecimal(figure) ? inFormat(format.format(figure)) : figure
}

/** `$1,188.00` */
export const money = (figure: string | number, currency: string): string =>
  print(formatter(`money ${currency}`, inMinorUnits(currency)), figure)

/** With the decimals that an invoice has, which are not those of daily life everywhere. */
function inMinorUnits(currency: string): Intl.NumberFormatOptions {
  const decimals = currencyDecimals(currency)
  return {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }
}

/** `$0.24`, `$0.2475`: a price of something small keeps up to four decimals. */
export const unitPrice = (figure: string | number, currency: string): string =>
  print(
    formatter(`unit ${currency}`, {
      style: 'currency',
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    }),
    figure,
  )

/** `$219`, `$0.50`, `$2,640`, `$26.4K`: for labels in charts. */
export function shortMoney(figure: string | number, currency: string): string {
  if (Number(figure) < 10_000) {
    const options = { ...inMinorUnits(currency), trailingZeroDisplay: 'stripIfInteger' } as const
    return print(formatter(`short ${currency}`, options), figure)
  }
  const options = {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  } as const
  return print(formatter(`compact ${currency}`, options), figure)
}

/** `1,188.00`: a cell under a header that names the currency. */
export const amount = (figure: string | number): string =>
  print(formatter('amount', { minimumFractionDigits: 2, maximumFractionDigits: 2 }), figure)

/** `1,188.00`, `84.018798`: an amount as exact as the engine gave it. */
export const exactAmount = (figure: string | number): string =>
  print(formatter('exact', { minimumFractionDigits: 2, maximumFractionDigits: 6 }), figure)

/** `0.2475` under a header that names the unit. */
export const fineAmount = (figure: string | number): string =>
  print(formatter('fine', { minimumFractionDigits: 4, maximumFractionDigits: 4 }), figure)

/** `356,666.67`: exact. */
export const credits = (figure: string | number): string =>
  print(formatter('credits', { maximumFractionDigits: 6 }), figure)

/** `41,666.67`: to two decimals at most. */
export const figureTo2 = (figure: string | number): string =>
  print(formatter('two', { maximumFractionDigits: 2 }), figure)

/** `12.5 %` */
export const percent = (figure: string | number): string => `${credits(figure)} %`

/** A figure without its sign. */
export const unsigned = (figure: string): string => figure.replace(/^-/, '')

/** `356,667`: to the whole credit. */
export const wholeCredits = (figure: string | number): string =>
  print(formatter('whole', { maximumFractionDigits: 0 }), figure)

/** `400K`, `1.46M`: for labels in charts. */
export const compactCredits = (figure: string | number): string =>
  print(formatter('compact', { notation: 'compact', maximumFractionDigits: 2 }), figure)

/** `1.0`: a figure with so many decimals, zeros and all. */
export const fixedCredits = (figure: number, decimals: number): string =>
  print(
    formatter(`fixed ${String(decimals)}`, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
    figure,
  )

/** `$1.0`: the same of money. */
export const fixedMoney = (figure: number, currency: string, decimals: number): string =>
  print(
    formatter(`fixed ${currency} ${String(decimals)}`, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
    figure,
  )

/** `$` for USD. */
export function currencySign(currency: string): string {
  const parts = formatter(`money ${currency}`, inMinorUnits(currency)).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

export const isZero = (figure: string): boolean => /^0+(\.0+)?$/.test(figure)

export const isOne = (figure: string): boolean => /^0*1(\.0+)?$/.test(figure)

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `8 Apr 2026` from `2026-04-08`. */
export function day(text: string): string {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) ? text : dates.format(at)
}

/** `1 month`, `1,250 months`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${credits(count)} ${count === 1 ? one : many}`

/** `1 credit`, `356,666.67 credits`: exact. */
export const creditsInWords = (figure: string | number): string =>
  `${credits(figure)} ${isOne(String(figure)) ? 'credit' : 'credits'}`
