import { credits, day, exactAmount } from './figures.ts'

/** A day, alone and not the beginning of an instant. */
const DAY = String.raw`\b\d{4}-\d{2}-\d{2}\b(?!T)`
/** A figure that says what it counts. */
const CREDITS = String.raw`\b\d+(?:\.\d+)?(?= credits?\b)`
const AMOUNT = String.raw`\b\d+\.\d{2}\b(?!\.)`

const WRITTEN = new RegExp(`(${DAY})|(${CREDITS})|${AMOUNT}`, 'g')

/**
 * A sentence of the engine in the person's way of writing. The engine knows no person: it writes days as 2026-05-26, and
 * figures with a point and nothing between their digits, as they stand in files. What is neither stays as it is, such as the
 * number of an invoice.
 */
export const sentence = (text: string): string =>
  text.replaceAll(WRITTEN, (written: string, asDay: string | undefined, asCredits: string | undefined) => {
    if (asDay !== undefined) return day(written)
    return asCredits === undefined ? exactAmount(written) : credits(written)
  })
