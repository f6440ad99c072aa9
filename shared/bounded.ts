import * as z from './zod.ts'
import { MOST_NAME } from './bounds.ts'
import { grouped } from './grouped.ts'

/*
 * What every schema of ours makes its texts and lists of, so that none is without a bound.
 */

/** What is said of a text of more than so many characters. */
export const tooLong = (most: number): string => `Expected at most ${grouped(most)} characters.`

/** What is said of a list of more than so many items. */
export const tooMany = (most: number, what: string): string => `Expected at most ${grouped(most)} ${what}.`

/** A text of at most so many UTF-16 code units; it may be empty. */
export const textOf = (most: number) => z.string().max(most, tooLong(most))

/** A name or an id that people choose: never empty. */
export const Name = textOf(MOST_NAME).min(1)

/** How many items there may be, and what they are, as a message names them. */
export interface Extent {
  readonly most: number
  /** In the plural: `members`. */
  readonly what: string
}

/**
 * A list. zod looks at the length before it looks at the items: each that is wrong is a problem of its own, and a million
 * of them take minutes and gigabytes to be found.
 */
export const listOf = <V extends z.ZodType>(item: V, { most, what }: Extent) =>
  z.array(item).max(most, tooMany(most, what))
