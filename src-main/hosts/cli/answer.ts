import { inOneLine } from '../terminal-text.ts'
import type { Answer } from './command.ts'

/**
 * What a command answers: a JSON value, and how people are told it. Their text is made of the same value with every text
 * in it in one line: a name with an end of line in it would begin one of its own, which might say anything.
 */
export const answer = <T>(
  json: T,
  text: (value: T) => string,
  rest: Pick<Answer, 'exitCode' | 'complaints'> = {},
): Answer => ({ json, text: () => text(withTextsInOneLine(json)), ...rest })

/** A copy of a value that JSON can write. */
export function withTextsInOneLine<T>(value: T): T {
  const copy = structuredClone(value)
  mendTexts(copy)
  return copy
}

function mendTexts(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string') Reflect.set(value, key, inOneLine(item))
    else mendTexts(item)
  }
}
