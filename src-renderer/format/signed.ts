import { credits, exactAmount, isZero, money, wholeCredits } from './figures.ts'

/** A figure that says how much more something is than something else: which way, and how far. */
interface Signed {
  readonly sign: 'more' | 'less' | 'same'
  /** Without its sign. */
  readonly size: string
}

/** Reads the sign off a decimal as the engine writes it. */
export function signOf(figure: string): Signed {
  const isLess = figure.startsWith('-')
  const size = isLess ? figure.slice(1) : figure
  if (isZero(size)) return { sign: 'same', size }
  return { sign: isLess ? 'less' : 'more', size }
}

const SIGNS: Readonly<Record<Signed['sign'], string>> = { more: '+', less: '−', same: '' }

const printed = (figure: string, print: (size: string) => string): string => {
  const { sign, size } = signOf(figure)
  return `${SIGNS[sign]}${print(size)}`
}

/** `+$77.00`, `−$90.00`, `$0.00` */
export const signedMoney = (figure: string, currency: string): string =>
  printed(figure, (size) => money(size, currency))

/** `+77.00` under a header that names the currency. */
export const signedAmount = (figure: string): string => printed(figure, exactAmount)

/** `−3,600,000`: to the whole credit. */
export const signedCredits = (figure: string): string => printed(figure, wholeCredits)

/** `−3,599,999.5`: to the last digit. */
export const exactSignedCredits = (figure: string): string => printed(figure, credits)
