/*
 * Characters that are not shown but do something to what is shown around them.
 */

/** Those that move, erase or colour a terminal's text, delete, ring, or begin another line. */
export const CONTROL_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}]/gu

/** Those that show text in another order than it has. */
export const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
