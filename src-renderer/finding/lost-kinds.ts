import type { LostKind } from '#shared/analysis.ts'
import { blockedBy, CAUSE_ORDER, causeInLine, isBlockCause } from './block-causes.ts'

/** What became of credits that did nobody any good: why they were not served, or that they expired or were forfeited. */
export const lostKindName = (kind: LostKind): string => {
  if (isBlockCause(kind)) return `Blocked: ${causeInLine(kind)}`
  return kind === 'expired' ? 'Expired' : 'Forfeited'
}

/** Every kind, in the order in which they are told. */
export const LOST_ORDER: readonly LostKind[] = [...CAUSE_ORDER, 'expired', 'forfeited']

/** What becomes of so many credits of the kind, after their number. */
export const lostAs = (kind: LostKind): string => (isBlockCause(kind) ? blockedBy(kind) : kind)

/** What so many credits of the kind do, within a sentence: `expire`, `are blocked by the Basic ceiling`. */
export function lostVerb(kind: LostKind, isOne: boolean): string {
  if (kind === 'expired') return isOne ? 'expires' : 'expire'
  return `${isOne ? 'is' : 'are'} ${lostAs(kind)}`
}
