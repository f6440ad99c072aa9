import { separators } from './figures.ts'

/** A figure under the hand of a person, and where they stand in it. */
export interface Edited {
  readonly text: string
  readonly caret: number
}

/** Digits in the chosen format, with or without groups, and what follows its decimal sign; null for other text. */
function parts(text: string): { readonly digits: string; readonly rest: string } | null {
  const { thousands, decimal } = separators()
  const [whole = '', ...fraction] = text.split(decimal)
  const digits = whole.replaceAll(thousands, '')
  const rest = fraction.map((part) => decimal + part).join('')
  return /^\d+$/.test(digits) && fraction.length < 2 && /^\D?\d*$/.test(rest) ? { digits, rest } : null
}

/** With a group sign before every three digits; the digits stay as they are, zeros in front too. */
export function grouped(text: string): string | null {
  const found = parts(text)
  if (!found) return null
  return found.digits.replaceAll(/\B(?=(\d{3})+$)/g, separators().thousands) + found.rest
}

/** Whether `after` is `before` with something taken out, and at most one digit put there. */
function isOneStep(before: string, after: string): boolean {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start++
  let end = 0
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return /^\d?$/.test(after.slice(start, after.length - end))
}

/** The place in `text` after as many characters that are no group signs. */
function placeAfter(text: string, count: number): number {
  const { thousands } = separators()
  let place = 0
  for (let passed = 0; passed < count && place < text.length; place++) {
    if (text[place] !== thousands) passed++
  }
  return place
}

/**
 * A figure whose groups follow its digits while it is edited: one digit typed into or taken out of `400,000` leaves a
 * figure in good order, and the caret between the same digits. Null where anything else was done: what a person types or
 * pastes as a whole is not put right for them.
 */
export function regrouped(before: string, { text, caret }: Edited): Edited | null {
  const after = grouped(text)
  if (after === null || grouped(before) !== before || !isOneStep(before, text)) return null
  const { thousands } = separators()
  return { text: after, caret: placeAfter(after, text.slice(0, caret).replaceAll(thousands, '').length) }
}
