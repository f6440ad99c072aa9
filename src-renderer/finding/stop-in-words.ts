import type { Stop, UnderCeiling } from '#shared/seat-report.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { causeName } from './block-causes.ts'
import { listed } from './counted.ts'

/** What held somebody back, by name where it has one that is not their own. */
export const stopName = (
  { cause, subject }: Pick<Stop, 'cause' | 'subject'>,
  member: string | null,
): string => (subject === null || subject === member ? causeName(cause) : `${causeName(cause)} of ${subject}`)

/** Everything that stopped somebody, each once. */
export const stopNames = (stops: readonly Pick<Stop, 'cause' | 'subject'>[], member: string | null): string =>
  listed([...new Set(stops.map((stop) => stopName(stop, member)))])

/** When a ceiling was reached, and at what where another plan's took its place later; null where it was not. */
export function reachedInWords({
  ceiling,
  reachedAt,
  reachedCeiling,
}: Pick<UnderCeiling, 'ceiling' | 'reachedAt' | 'reachedCeiling'>): string | null {
  if (reachedAt === null) return null
  const isOther = reachedCeiling !== null && reachedCeiling !== ceiling
  return `${instant(reachedAt)}${isOther ? `, when it was ${credits(reachedCeiling)}` : ''}`
}
