import { z } from 'zod'

const Instant = z.iso.datetime()
const UNKNOWN_INSTANT = '1970-01-01T00:00:00.000Z'

/** Of what may be damaged the first that is an instant, or one that is none of any document. */
export const firstInstant = (...candidates: readonly unknown[]): string =>
  candidates.map((candidate) => Instant.safeParse(candidate).data).find(Boolean) ?? UNKNOWN_INSTANT
