import { BIDI_CONTROLS, CONTROL_CHARACTERS } from '#shared/control-characters.ts'

/*
 * What a terminal is sent. Names, paths and contents are anybody's, and a terminal does what it is told: their control
 * characters are written as JSON escapes, harmless, visible and, in JSON, the same value.
 */

const HIDDEN = new RegExp(`${CONTROL_CHARACTERS.source}|${BIDI_CONTROLS.source}`, 'gu')

/** The text without any control character, in one line. */
export const inOneLine = (text: string): string => text.replaceAll(HIDDEN, escaped)

/** The text without any control character but its ends of lines. */
export const forTerminal = (text: string): string =>
  text.replaceAll(HIDDEN, (character) => (character === '\n' ? character : escaped(character)))

/** All of them are of the characters that four digits write. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
