import { refuse, type Result, succeed } from '#shared/problem.ts'

/**
 * A value as its JSON in UTF-8: an answer, written in the thread that worked it out, or the input of a call that is
 * too large to be read where it comes in. It crosses between threads as bytes that change hands, and the hosts pass
 * the bytes on: nobody there takes in what may be tens of megabytes.
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
  if (result.value instanceof Json) return succeed(result.value.bytes)
  const text = jsonOf(result.value)
  if (text === undefined || text.length > most) return tooLarge(most)
  const bytes = new TextEncoder().encode(text)
  return bytes.length > most ? tooLarge(most) : succeed(bytes)
}

/** The answer as whoever looks into it sees it: one that came as bytes is read. */
export const decoded = (result: Result<unknown>): Result<unknown> =>
  result.ok && result.value instanceof Json ? succeed(read(result.value)) : result

/** Input as whoever answers it sees it: `input.malformed` where what came as bytes is no JSON. */
export function inputOf(input: unknown): Result<unknown> {
  try {
    return succeed(input instanceof Json ? read(input) : input)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse({ code: 'input.malformed', message: 'The input is not JSON.', path: '' })
  }
}

/** What a message to a thread holds of an input, and what of it changes hands: what is bytes goes over as bytes. */
export const crossing = (input: unknown): readonly [message: unknown, transfer: ArrayBuffer[]] =>
  input instanceof Json ? [input.bytes, [input.bytes.buffer]] : [input, []]

/** The input that came over; no call takes bytes for anything else. */
export const crossed = (message: unknown): unknown =>
  message instanceof Uint8Array ? new Json(ownBytes(message)) : message

/** As they came where nothing else lies in their memory, which is to change hands; else a copy. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes)
}

const read = ({ bytes }: Json): unknown => JSON.parse(new TextDecoder().decode(bytes))

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
    message: `The answer would be larger than ${String(Math.floor(most / 1024 / 1024))} MB. Ask for less at once: a run for fewer months, usage streams or usage events, a list for fewer of its rows.`,
    path: '',
  })
