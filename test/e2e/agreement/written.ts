/*
 * How the engine's figures are written on a screen, told once more and by itself: from the digits of decimal strings, with
 * none of the renderer's formats, so that what these drop or turn round is seen.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
const MONTHS_IN_FULL = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What stands where there is no figure. */
export const NOTHING = '–'

interface Digits {
  readonly isNegative: boolean
  readonly whole: string
  readonly part: string
}

function digitsOf(figure: string): Digits {
  const read = /^(-?)(\d+)(?:\.(\d+))?$/.exec(figure)
  if (read === null) throw new Error(`${figure} is no decimal.`)
  const [, sign = '', whole = '', part = ''] = read
  return { isNegative: sign === '-', whole, part }
}

const grouped = (whole: string): string => {
  const digits = whole.replace(/^0+(?=\d)/, '')
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}

/** Whether no digit of a figure is anything but zero. */
export const isNothing = (text: string): boolean => !/[1-9]/.test(text)

const put = (isNegative: boolean, text: string): string => `${isNegative ? '−' : ''}${text}`

/** A figure with its thousands set apart and at least so many decimals; no digit of it is lost. */
export function exact(figure: string, decimals = 0): string {
  const { isNegative, whole, part } = digitsOf(figure)
  const needed = part.replace(/0+$/, '').padEnd(decimals, '0')
  return put(isNegative, needed === '' ? grouped(whole) : `${grouped(whole)}.${needed}`)
}

/** A figure to so many decimals, half away from zero. */
export function rounded(figure: string, decimals: number): string {
  const { isNegative, whole, part } = digitsOf(figure)
  const kept = BigInt(`${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`)
  const all = String(kept + (Number(part[decimals] ?? '0') >= 5 ? 1n : 0n)).padStart(decimals + 1, '0')
  const cut = all.length - decimals
  const text = decimals === 0 ? grouped(all) : `${grouped(all.slice(0, cut))}.${all.slice(cut)}`
  return put(isNegative, text)
}

/** What a cell says, and what it says beside that on hover. */
export const hovered = (text: string, hint: string | null): string =>
  hint === null || hint === text ? text : `${text} «${hint}»`

/** Credits in a table: whole, and to the last digit on hover. */
export const credits = (figure: string | null): string =>
  figure === null ? NOTHING : hovered(rounded(figure, 0), exact(figure))

/** Money in a table, to the last digit. */
export const money = (figure: string | null): string => (figure === null ? NOTHING : exact(figure, 2))

/** Money that is more or less than some other: with a sign, whichever it is. */
export const moreOrLess = (figure: string): string => signed(figure, exact(figure.replace('-', ''), 2))

/** Credits that are more or fewer than some other. */
export const moreOrFewer = (figure: string): string => {
  const size = figure.replace('-', '')
  return hovered(signed(figure, rounded(size, 0)), signed(figure, exact(size)))
}

const signed = (figure: string, size: string): string => {
  if (isNothing(figure)) return size
  return `${figure.startsWith('-') ? '−' : '+'}${size}`
}

export const count = (figure: number): string => grouped(String(figure))

/** The sign of a currency, as the head of a column has it. */
export const signOf = (currency: string): string => {
  switch (currency) {
    case 'USD':
      return '$'
    case 'JPY':
      return '¥'
    case 'EUR':
      return '€'
    default:
      return currency
  }
}

const smallest = (currency: string): number => {
  switch (currency) {
    case 'JPY':
      return 0
    case 'KWD':
      return 3
    default:
      return 2
  }
}

/** An amount with its currency, within a text, to the last digit. */
export function inMoney(figure: string, currency: string): string {
  const sign = signOf(currency)
  const size = exact(figure.replace('-', ''), smallest(currency))
  return put(figure.startsWith('-'), `${sign}${sign.length > 1 ? ' ' : ''}${size}`)
}

interface Day {
  readonly year: string
  readonly month: number
  readonly day: string
}

function partsOf(date: string): Day {
  const [year = '', month, inMonth] = date.slice(0, 10).split('-')
  return { year, month: Number(month), day: String(Number(inMonth)) }
}

const monthName = ({ month }: Day): string => MONTHS[month - 1] ?? ''

/** `8 Apr 2026` */
export function day(date: string): string {
  const parts = partsOf(date)
  return `${parts.day} ${monthName(parts)} ${parts.year}`
}

/** The day, and the time to the minute unless it is midnight. */
export function instantInUtc(at: string): string {
  const time = at.slice(11).replace(/Z$/, '')
  return time === '' || isNothing(time) ? day(at) : `${day(at)}, ${time.slice(0, 5)}`
}

export const instant = (at: string): string => {
  const text = instantInUtc(at)
  return text.includes(',') ? `${text} UTC` : text
}

/** `April 2026`, or `12 Mar to 12 Apr 2026`. */
export function span({ start, end }: { readonly start: string; readonly end: string }): string {
  const [from, to] = [partsOf(start), partsOf(end)]
  const isMidnight = (at: string) => isNothing(at.slice(11).replace(/[TZ:.]/g, ''))
  const next = from.month === 12 ? 1 : from.month + 1
  const isNextYear = Number(to.year) === Number(from.year) + (from.month === 12 ? 1 : 0)
  const firsts = from.day === '1' && to.day === '1' && isMidnight(start) && isMidnight(end)
  if (firsts && to.month === next && isNextYear) return `${MONTHS_IN_FULL[from.month - 1] ?? ''} ${from.year}`
  const began = `${from.day} ${monthName(from)}`
  return `${from.year === to.year ? began : day(start)} to ${day(end)}`
}

/** `Ann`, `Ann and Ben`, `Ann, Ben and Cy`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

export const plural = (many: number, one: string, others = `${one}s`): string =>
  `${count(many)} ${many === 1 ? one : others}`
