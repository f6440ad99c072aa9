/** A stretch of a text, from the place of its first letter to that behind its last. */
export interface Mark {
  readonly start: number
  readonly end: number
}

export interface Match {
  /** Higher is better. */
  readonly score: number
  /** What of the label was typed, in order and without overlaps. */
  readonly marks: readonly Mark[]
}

/** A text as it is looked through: small letters without accents, each with its place in the text itself. */
interface Folded {
  readonly text: string
  readonly places: readonly number[]
}

function fold(text: string): Folded {
  const letters: string[] = []
  const places: number[] = []
  let place = 0
  for (const sign of text) {
    for (const letter of sign.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()) {
      letters.push(letter)
      places.push(...Array.from(letter, () => place))
    }
    place += sign.length
  }
  return { text: letters.join(''), places: [...places, text.length] }
}

/** The words that were typed, as they are looked for. */
export const wordsOf = (typed: string): readonly string[] =>
  fold(typed)
    .text.split(/\s+/)
    .filter((word) => word !== '')

const AT_ITS_START = 8
const AT_A_WORD = 4
const INSIDE = 2
const BESIDE = 1

interface Found {
  readonly score: number
  readonly mark: Mark | null
}

/** A word in a label, best at its start and else where a word begins; in what stands beside the label where it is not in it. */
function find(word: string, label: Folded, beside: string): Found | null {
  const beginnings = [...label.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
  const atWord = beginnings.find((start) => label.text.startsWith(word, start))
  const at = atWord ?? label.text.indexOf(word)
  if (at === -1) return beside.includes(word) ? { score: BESIDE, mark: null } : null
  const score = at === 0 ? AT_ITS_START : atWord === undefined ? INSIDE : AT_A_WORD
  const mark = { start: label.places[at] ?? 0, end: label.places[at + word.length] ?? 0 }
  return { score, mark }
}

/** Marks in order, those that touch or overlap as one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const whole: Mark[] = []
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    const last = whole.at(-1)
    if (last === undefined || mark.start > last.end) whole.push(mark)
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
  }
  return whole
}

/**
 * How well a label fits the words that were typed, in any order; null where one of them is neither in it nor in the text
 * beside it.
 */
export function match(words: readonly string[], label: string, beside: string): Match | null {
  const folded = fold(label)
  const around = fold(beside).text
  const found = words.map((word) => find(word, folded, around))
  if (!found.every((one) => one !== null)) return null
  return {
    score: found.reduce((sum, { score }) => sum + score, 0),
    marks: joined(found.flatMap(({ mark }) => mark ?? [])),
  }
}
