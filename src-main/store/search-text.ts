import { jsonOf } from './json-text.ts'

/**
 * As much as a document is found by, in UTF-16 code units: its name, and what comes first in its content. The presets'
 * catalogues have up to 12,000 of different texts.
 */
const MOST_SEARCHED = 50_000
/** As much of a query as is looked for. */
const MOST_ASKED = 1000

/** The text a document is found by: its name and the texts in its content, each once and as far as there is room, folded. */
export const searchText = (name: string, content: string): string =>
  folded(joined(name, textsIn(jsonOf(content))), MOST_SEARCHED)

/** The words of a query, each once and folded; a document is found when its text holds all of them. */
export const wordsOf = (query: string): readonly string[] => [
  ...new Set(folded(query, MOST_ASKED).split(/\s+/).filter(Boolean)),
]

/**
 * Without case and without accents, so that "zürich" is found by "ZURICH"; at most so long. Cut before anything else, and
 * again at the end: a single ligature may stand for eighteen letters. Accents of their own go before those that letters
 * are taken apart into, since to bring a long run of them into its order takes time with the square of its length.
 */
const folded = (text: string, most: number): string =>
  cut(withoutMarks(withoutMarks(cut(text, most)).normalize('NFKD')).toLowerCase(), most)

const withoutMarks = (text: string): string => text.replaceAll(/\p{M}+/gu, '')

/** Never between the two halves of a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, isSplitAt(text, most) ? most - 1 : most)
}

const isSplitAt = (text: string, place: number): boolean => (text.codePointAt(place - 1) ?? 0) > 0xffff

/** Texts on lines of their own, no more than are searched. */
function joined(name: string, texts: Iterable<string>): string {
  const lines = new Set([name])
  let length = name.length
  for (const text of texts) {
    if (length > MOST_SEARCHED) break
    if (lines.has(text)) continue
    lines.add(text)
    length += 1 + text.length
  }
  return [...lines].join('\n')
}

/** In the order of the content. Content of an old store may be nested deeper than a function can call itself. */
function* textsIn(content: unknown): Iterable<string> {
  const ahead = [content]
  while (ahead.length > 0) {
    const value = ahead.pop()
    if (typeof value === 'string') yield value
    else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value).toReversed()) ahead.push(item)
    }
  }
}
