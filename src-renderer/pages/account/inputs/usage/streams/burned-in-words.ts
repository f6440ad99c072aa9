import type { Burned } from '#shared/burned.ts'
import { credits } from '#renderer/format/figures.ts'

const WHY: Readonly<Record<Exclude<Burned['kind'], 'burns'>, string>> = {
  unpriced: 'no rate',
  notOffered: 'not on the plan',
  unknown: 'unknown',
}

/** What a stream burns a month, as its cell shows it; a dash while that is not known. */
export function burnedInCell(burned: Burned | undefined): string {
  if (!burned) return '–'
  return burned.kind === 'burns' ? credits(burned.credits) : WHY[burned.kind]
}
