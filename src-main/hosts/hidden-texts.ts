import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Texts that must never be written. */
export interface HiddenTexts {
  readonly add: (text: string) => void
  /** The text with `[hidden]` for each of them, wherever it turns up. */
  readonly hide: (text: string) => string
}

/**
 * What is known of a text that must be found again and not be held, for whoever reads this process's memory: how long it
 * is, a sum that is cheap to move along another text, and a digest that says whether it is really the one.
 */
interface Trace {
  readonly length: number
  readonly sum: number
  readonly digest: string
}

/** Remembers of each text only what finds it again. A text that is forgotten elsewhere stays hidden. */
export function createHiddenTexts(): HiddenTexts {
  const salt = randomBytes(16)
  // Odd, for an even one would lose the first letters of a long text.
  const base = randomInt(2 ** 30) * 2 + 1
  /** The longest first: a key that begins as another one does would be cut up, and its end written. */
  let traces: readonly Trace[] = []

  const digestOf = (text: string) =>
    createHash('sha256').update(salt).update(text, 'utf16le').digest('base64')
  const sumOf = (text: string, length: number) => {
    let sum = 0
    for (let at = 0; at < length; at++) sum = (Math.imul(sum, base) + text.charCodeAt(at)) | 0
    return sum
  }

  /** The sum goes along the text in one pass: each letter that leaves it at one end makes room for one at the other. */
  function without(text: string, { length, sum, digest }: Trace): string {
    if (text.length < length) return text
    const weight = powerOf(base, length - 1)
    let kept = ''
    let from = 0
    let moving = sumOf(text, length)
    for (let at = 0; at + length <= text.length; at++) {
      if (moving === sum && at >= from && digestOf(text.slice(at, at + length)) === digest) {
        kept += `${text.slice(from, at)}[hidden]`
        from = at + length
      }
      const rest = moving - Math.imul(text.charCodeAt(at), weight)
      moving = (Math.imul(rest, base) + text.charCodeAt(at + length)) | 0
    }
    return kept + text.slice(from)
  }

  return {
    add: (text) => {
      const digest = digestOf(text)
      if (traces.some((trace) => trace.digest === digest)) return
      const { length } = text
      const trace = { length, sum: sumOf(text, length), digest }
      traces = [...traces, trace].toSorted((one, other) => other.length - one.length)
    },
    hide: (text) => traces.reduce(without, text),
  }
}

/** In the 32 bits that the sums have. */
function powerOf(base: number, exponent: number): number {
  let power = 1
  for (let count = 0; count < exponent; count++) power = Math.imul(power, base)
  return power
}
