import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What a secret is looked up by: how long a search takes then tells nothing of the secret. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64')

/** Digests have one length, so the comparison tells nothing, not even the length of the secret. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(given)), Buffer.from(digestOf(expected)))
