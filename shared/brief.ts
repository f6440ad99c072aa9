import { cutText } from './cut-text.ts'

/*
 * How long a problem may be, whatever the input was that it speaks of. A field's name, which a file may make as long as
 * itself, is cut where it is quoted; the whole message and the whole path wherever a problem is told.
 */

/** Characters of a message: a sentence with two of the longest names in it. */
export const MOST_MESSAGE = 2500
/** Characters of a path: that of any field within bounds is shorter. */
export const MOST_PATH = 2500
/** Characters of a name that was never looked at, where it is quoted. */
const MOST_QUOTED = 200

/** A name from outside, such as a field that nobody knows, by its beginning where it is long. */
export const quoted = (name: string): string => within(name, MOST_QUOTED)

/** The same problem, its message and its path cut where they are too long to be read. */
export function brief<P extends { readonly message: string; readonly path: string }>(problem: P): P {
  const { message, path } = problem
  if (message.length <= MOST_MESSAGE && path.length <= MOST_PATH) return problem
  return { ...problem, message: within(message, MOST_MESSAGE), path: within(path, MOST_PATH) }
}

const within = (text: string, most: number): string =>
  text.length > most ? `${cutText(text, most - 1)}…` : text
