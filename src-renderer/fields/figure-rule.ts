import { credits } from '#renderer/format/figures.ts'
import { completions, parseNumber } from '#renderer/format/parse-number.ts'

/** What figures a field takes. */
export interface FigureRule {
  readonly min: number
  readonly max: number
  /** The most decimals; 0 for whole numbers. */
  readonly decimals: number
  /** The unit that may stand behind the figure: `%`. */
  readonly unit?: string
}

/** Money and credits are counted in whole millionths, exactly. */
export const MOST_COUNTABLE = Math.floor(Number.MAX_SAFE_INTEGER / 1_000_000)

/** What stands in the field: a figure it takes, what may become one, or what is refused and why. */
export type Reading<T = number> =
  | { readonly kind: 'taken'; readonly figure: T }
  | { readonly kind: 'unfinished' | 'refused'; readonly why: Why }

/** Not a figure at all, one with more decimals than the field takes, or one out of its bounds. */
export type Why = 'unreadable' | 'decimals' | 'tooSmall' | 'tooLarge'

function whyNot(decimal: string | undefined, { min, max, decimals }: FigureRule): Why | null {
  if (decimal === undefined) return 'unreadable'
  if (Number(decimal) < min) return 'tooSmall'
  if (Number(decimal) > max) return 'tooLarge'
  const [, fraction = ''] = decimal.split('.')
  return fraction.replace(/0+$/, '').length > decimals ? 'decimals' : null
}

function withoutUnit(text: string, unit: string | undefined): string {
  const trimmed = text.trim()
  return unit !== undefined && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : trimmed
}

/** Without the zeros that stand behind more decimals than a field takes. */
function cut(decimal: string, decimals: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const kept = fraction.slice(0, decimals)
  return kept === '' ? whole : `${whole}.${kept}`
}

/**
 * Reads what was typed into a field as an exact decimal string; `1,25` on its way to `1,250` is unfinished, not wrong.
 */
export function readDecimal(text: string, rule: FigureRule): Reading<string> {
  const typed = withoutUnit(text, rule.unit)
  const decimal = parseNumber(typed)
  const why = whyNot(decimal, rule)
  if (decimal !== undefined && why === null) return { kind: 'taken', figure: cut(decimal, rule.decimals) }
  const unfinished = completions(typed).some((completed) => whyNot(completed, rule) === null)
  return { kind: unfinished ? 'unfinished' : 'refused', why: why ?? 'unreadable' }
}

/** The same as a number. */
export function readFigure(text: string, rule: FigureRule): Reading {
  const reading = readDecimal(text, rule)
  return reading.kind === 'taken' ? { kind: 'taken', figure: Number(reading.figure) } : reading
}

/** One step up or down, within the bounds and without the noise of binary fractions. */
export const stepped = (figure: number, step: number, { min, max, decimals }: FigureRule): number =>
  Math.min(max, Math.max(min, Number((figure + step).toFixed(decimals))))

/** What the field expects where it refused, in a few words. */
export function expected(why: Why, { min, max, decimals }: FigureRule): string {
  switch (why) {
    case 'tooSmall':
    case 'tooLarge':
      return `From ${credits(min)} to ${credits(max)}.`
    case 'unreadable':
      return decimals === 0 ? 'A whole number.' : `A number like ${credits('2.5')}.`
    case 'decimals':
      return decimals === 0 ? 'A whole number.' : `At most ${String(decimals)} decimals.`
  }
}
