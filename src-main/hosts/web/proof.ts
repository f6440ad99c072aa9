import { createHmac } from 'node:crypto'
import { sameSecret } from './secret.ts'

/** What a proof is given for, so that one can never be passed off as another. */
export type Purpose = 'host' | 'start' | 'answer'

/** Shows that whoever made it knows a secret, for these words alone, and tells nothing of the secret. */
export const proofOf = (secret: string, purpose: Purpose, ...words: readonly string[]): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...words]))
    .digest('base64url')

export const proves = (
  given: string,
  secret: string,
  purpose: Purpose,
  ...words: readonly string[]
): boolean => sameSecret(given, proofOf(secret, purpose, ...words))
