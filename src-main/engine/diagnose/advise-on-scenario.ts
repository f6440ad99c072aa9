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
      return outside(usage.pattern, months, 'usage.pattern')
    case 'streams':
      return usage.streams.flatMap(({ pattern }, index) =>
        outside(pattern, months, `usage.streams.${index}.pattern`),
      )
    case 'series':
      return []
  }
}

/** A run may be shorter than the pattern was thought for: its usage is then billed without what comes later. */
function outside(pattern: UsagePattern, months: number, path: string): readonly Problem[] {
  switch (pattern.kind) {
    case 'flat':
    case 'growth':
    case 'seasonal':
      return []
    case 'spike': {
      if (pattern.month <= months) return []
      const message = `The spike is in month ${pattern.month}, after the last of ${months}: nothing of it is billed.`
      return [{ code: 'usage.spike_outside', message, path: `${path}.month` }]
    }
    case 'steps':
      return pattern.steps.flatMap(({ month }, index) => {
        if (month <= months) return []
        const message = `The step is in month ${month}, after the last of ${months}: nothing of it is billed.`
        return [{ code: 'usage.step_outside', message, path: `${path}.steps.${index}.month` }]
      })
  }
}
