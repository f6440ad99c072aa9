import type { BlockCause } from '#shared/run-result.ts'
import type { StoppedBy } from '#shared/seat-report.ts'
import { type Instant, instantText } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { ServedSum } from '../report/stop-writer.ts'

type Sums = ReadonlyMap<string | null, ServedSum>

interface CauseSum {
  readonly members: Set<string>
  firstAt: Instant
  credits: Credits
  requests: number
}

/** What each cause kept from being served, of members and of usage that names nobody (null), the most credits first. */
export function stoppedBy(sums: Sums): StoppedBy[] {
  const causes = new Map<BlockCause, CauseSum>()
  for (const [name, { stops }] of sums) {
    for (const { cause, at, credits, requests } of stops) {
      const sum = causes.get(cause) ?? { members: new Set(), firstAt: at, credits: 0, requests: 0 }
      causes.set(cause, sum)
      if (name !== null) sum.members.add(name)
      sum.firstAt = Math.min(sum.firstAt, at)
      sum.credits += credits
      sum.requests += requests
    }
  }
  return [...causes]
    .toSorted(([, a], [, b]) => b.credits - a.credits || b.requests - a.requests)
    .map(([cause, { members, firstAt, credits, requests }]) => ({
      cause,
      members: members.size,
      firstAt: instantText(firstAt),
      credits: creditsText(credits),
      requests,
    }))
}

/** The ceiling that all Basic members had at all times; null where they had none or not always the same. */
export function oneCeiling(sums: Sums): string | null {
  const ceilings = new Set([...sums.values()].flatMap((sum) => sum.ceilings.flatMap(({ held }) => [...held])))
  const [ceiling = Infinity] = ceilings
  return ceilings.size === 1 && ceiling !== Infinity ? creditsText(ceiling) : null
}
