import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { adviseOnLinks } from './advise-on-links.ts'

/** What is worth knowing about a scenario that passed `checkScenario`; none of it keeps it from being billed. */
export const adviseOnScenario = (scenario: Scenario): readonly Problem[] => [
  ...adviseOnUsage(scenario),
  ...adviseOnLinks(scenario),
]

function adviseOnUsage({ usage, months }: Scenario): readonly Problem[] {
  switch (usage.kind) {
    case 'pattern':
      return spikeOutside(usage.pattern, months, 'usage.pattern')
    case 'streams':
      return usage.streams.flatMap(({ pattern }, index) =>
        spikeOutside(pattern, months, `usage.streams.${index}.pattern`),
      )
    case 'series':
      return []
  }
}

/** A run may be shorter than the pattern was thought for: its usage is then billed without the spike. */
function spikeOutside(pattern: UsagePattern, months: number, path: string): readonly Problem[] {
  if (pattern.kind !== 'spike' || pattern.month <= months) return []
  const message = `The spike is in month ${pattern.month}, after the last of ${months}: nothing of it is billed.`
  return [{ code: 'usage.spike_outside', message, path: `${path}.month` }]
}
