import { separators } from './figures.ts'

/*
 * What a person types or pastes is read whole or not at all: a character is never dropped to make a number of the rest.
 * Figures stay decimal strings, so that nothing is rounded on the way in.
 */

/** How far a suffix moves the decimal sign. */
const SUFFIXES: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6, b: 9 }

/** Decimal signs somewhere in the world. */
const DECIMAL_SIGNS = ['.', ','] as const

/** Nowhere a decimal sign, so groups in every format. */
const PLAIN_GROUPS = [' ', "'"] as const

/** The many spaces, apostrophes and minus signs that programs print, as those of a keyboard. */
const asTyped = (text: string): string =>
  text.replaceAll(/\s/g, ' ').replaceAll(/[’ʼ]/g, "'").replaceAll('−', '-').trim()

/** The digits before and after the decimal sign. */
interface Digits {
  readonly whole: string
  readonly fraction: string
}

/** Digits that the two signs explain completely, with groups of three; null where they do not. */
function readWith(body: string, decimal: string, group: string): Digits | null {
  const [whole = '', fraction = '', ...more] = body.split(decimal)
  if (more.length > 0 || !/^\d*$/.test(fraction) || whole + fraction === '') return null
  if (/^\d*$/.test(whole)) return { whole, fraction }
  const [first = '', ...others] = whole.split(group)
  const grouped = /^[1-9]\d{0,2}$/.test(first) && others.every((digits) => /^\d{3}$/.test(digits))
  return grouped ? { whole: first + others.join(''), fraction } : null
}

/** The format that was chosen goes first: a sign that could be either is what it is there. */
function readAsChosen(body: string): Digits | null {
  const { thousands, decimal } = separators()
  const readings = [thousands, ...PLAIN_GROUPS].map((group) => readWith(body, decimal, group))
  return readings.find((reading) => reading !== null) ?? null
}

/** Groups of three, whatever stands between them. */
const LOOKS_GROUPED = /^[1-9]\d{0,2}([., ']\d{3})+$/

/** Figures of another format, where they can mean one thing only. */
function readAsForeign(body: string): Digits | null {
  const { thousands } = separators()
  const meanings = new Map<string, Digits>()
  for (const decimal of DECIMAL_SIGNS) {
    // The chosen format's own group sign, alone and in the wrong place, is more likely a slip than a decimal sign.
    if (decimal === thousands && !/\d[., ']\d{3}[., ']/.test(body)) continue
    for (const group of [...DECIMAL_SIGNS, ...PLAIN_GROUPS]) {
      const digits = group === decimal ? null : readWith(body, decimal, group)
      if (digits) meanings.set(`${digits.whole}.${digits.fraction}`, digits)
    }
  }
  const [only, ...others] = meanings.values()
  if (!only || others.length > 0) return null
  const doubtful = only.fraction !== '' && LOOKS_GROUPED.test(body)
  return doubtful ? null : only
}

function written({ whole, fraction }: Digits, places: number): string {
  const shifted = whole + fraction.padEnd(places, '0').slice(0, places)
  const rest = fraction.slice(places)
  const digits = shifted.replace(/^0+(?=\d)/, '') || '0'
  return rest === '' ? digits : `${digits}.${rest}`
}

/**
 * A figure as a plain decimal string, `1250000.75`; undefined where the text is none or could mean two.
 *
 * Understood are the signs of the chosen number format in their places, spaces and apostrophes between groups, another
 * format's signs where they leave no doubt (`1.250.000`), and `k`, `M` or `B` after the figure (`1.5M`).
 */
export function parseNumber(text: string): string | undefined {
  const [, sign = '', body = '', suffix = ''] =
    /^([-+]?) ?((?:[\d.,][\d., ']*)?[\d.,]) ?([kmb]?)$/i.exec(asTyped(text)) ?? []
  const digits = readAsChosen(body) ?? readAsForeign(body)
  if (!digits) return undefined
  const figure = written(digits, SUFFIXES[suffix.toLowerCase()] ?? 0)
  return sign === '-' && /[1-9]/.test(figure) ? `-${figure}` : figure
}

/** What a group that was begun may lack. */
const DIGITS = ['0', '00', '000'] as const

/** A figure with decimals, short enough to be on its way to `1.5M`. */
const MAY_BE_SHORT = /^\s*\d{1,3}[.,]\d*\s*$/

/** What may be meant with text on which a person is still at work: `1,25` becomes `1,250`, and `1.5` may become `1.5M`. */
export function completions(text: string): readonly string[] {
  const endings = MAY_BE_SHORT.test(text) ? [...DIGITS, 'k', 'M', 'B'] : DIGITS
  return endings.map((ending) => parseNumber(text + ending)).filter((figure) => figure !== undefined)
}
