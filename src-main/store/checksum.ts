import { createHash } from 'node:crypto'

/** Tells whether a revision is still what was written: a flipped bit in a figure would otherwise be billed. */
export const checksumOf = ({ name, content }: { readonly name: string; readonly content: string }): string =>
  createHash('sha256').update(`${name}\n${content}`).digest('base64url')
