import { parsedJson } from './json-text.ts'

/**
 * As much as a document is found by, in UTF-16 code units: its name, and what comes first in its content, short lists
 * before long ones. Five thousand members with their ids and addresses have 400,000; the presets' catalogues have up to
 * 12,000 of different texts. A document that was written when it was less has that until it is written again.
 */
const MOST_SEARCHED = 500_000
/** A list or a record of more is a long one. */
const FEW = 100
/** Nobody looks for what was used when by its id, and there may be hundreds of thousands. */
const NOT_SEARCHED = 'usageEvents'
/** As much of a query as is looked for. */
const MOST_ASKED = 1000

/** The text a document is found by: its name and the texts in its content, each once and as far as there is room, folded. */
export const searchText = (name: string, content: string): string =>
  folded(joined(name, textsIn(parsedJson(content))), MOST_SEARCHED)

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

/**
 * In the order of the content, but for long lists, which come last, the shorter ones first. Content of an old store may
 * be nested deeper than a function can call itself.
 */
function* textsIn(content: unknown): Iterable<string> {
  for (let lists: (readonly unknown[])[] = [[content]]; lists.length > 0;) {
    const long: (readonly unknown[])[] = []
    for (const list of lists) yield* textsOf(list, long)
    lists = long.toSorted((one, other) => one.length - other.length)
  }
}

/** Those in some values; adds to `long` the lists among them that are. */
function* textsOf(values: readonly unknown[], long: (readonly unknown[])[]): Iterable<string> {
  const ahead = values.toReversed()
  while (ahead.length > 0) {
    const value = ahead.pop()
    if (typeof value === 'string') yield value
    if (typeof value !== 'object' || value === null) continue
    const items = itemsOf(value)
    if (items.length > FEW) long.push(items)
    else for (const item of items.toReversed()) ahead.push(item)
  }
}

function itemsOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value
  return NOT_SEARCHED in value ? Object.values({ ...value, [NOT_SEARCHED]: null }) : Object.values(value)
}
