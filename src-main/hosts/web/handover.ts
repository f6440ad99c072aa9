import { z } from 'zod'
import { MOST_AT_ONCE } from '../files-at-once.ts'

/*
 * How a second start of the program and the first one know each other: both have the secret of `running.json`, which
 * neither sends. The second asks for a proof with words that nobody has seen before; only to who gives it the files go,
 * with a proof of its own, and what is answered is proved again. A program that got hold of the port meanwhile, of
 * another user too, learns nothing and is believed nothing. The origin is among the words: who would pass them on to a
 * host elsewhere gets a proof for elsewhere.
 */

export const PROVE_PATH = '/prove'
export const AGAIN_PATH = '/again'

const LONGEST_NONCE = 64

/** Words that nobody has seen before. */
export const nonceSchema = z.string().min(1).max(LONGEST_NONCE)

/** What a second start was to do: files to open, and whether to show a page. */
export const againSchema = z.strictObject({
  files: z.array(z.string()).max(MOST_AT_ONCE).readonly(),
  open: z.boolean(),
})
export type Again = Readonly<z.infer<typeof againSchema>>

/** An address for a person, and the page that leads a browser in; null where none was asked for or could be made. */
export const whereaboutsSchema = z.strictObject({ address: z.url(), page: z.url().nullable() })
export type Whereabouts = Readonly<z.infer<typeof whereaboutsSchema>>

/** What the words of each proof are. */
export const wordsOf = (origin: string, nonceOf: string, value?: Again | Whereabouts): readonly string[] => [
  origin,
  nonceOf,
  ...(value === undefined ? [] : [JSON.stringify(value)]),
]
