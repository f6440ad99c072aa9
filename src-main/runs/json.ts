import { refuse, type Result, succeed } from '#shared/problem.ts'

/**
 * A value as its JSON in UTF-8, written in the thread that worked it out. It crosses into the main thread as bytes
 * that change hands, and the hosts pass the bytes on: nobody there takes in an answer that may be tens of megabytes.
 */
export class Json {
  readonly bytes: Uint8Array<ArrayBuffer>

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
  }
}

/** Of a result's JSON: more helps nobody who looks at it, and takes a page seconds to read. */
export const MOST_RESULT_BYTES = 64 * 1024 * 1024

/** The answer as bytes; `run.too_large` where there would be too many. */
export function encoded(result: Result<unknown>, most = MOST_RESULT_BYTES): Result<Uint8Array<ArrayBuffer>> {
  if (!result.ok) return result
  const text = jsonOf(result.value)
  if (text === undefined || text.length > most) return tooLarge(most)
  const bytes = new TextEncoder().encode(text)
  return bytes.length > most ? tooLarge(most) : succeed(bytes)
}

/** The answer as whoever looks into it sees it: one that came as bytes is read. */
export const decoded = (result: Result<unknown>): Result<unknown> =>
  result.ok && result.value instanceof Json
    ? succeed(JSON.parse(new TextDecoder().decode(result.value.bytes)))
    : result

/** Undefined where the text would be longer than any string can be. */
function jsonOf(value: unknown): string | undefined {
  try {
    const text: unknown = JSON.stringify(value)
    if (typeof text === 'string') return text
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  throw new TypeError('The answer is nothing that JSON can hold.')
}

const tooLarge = (most: number) =>
  refuse({
    code: 'run.too_large',
    message: `The result would be larger than ${String(Math.floor(most / 1024 / 1024))} MB. Ask for fewer months, usage streams or usage events.`,
    path: '',
  })
