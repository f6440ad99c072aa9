import type { Work } from '#shared/burned.ts'
import type { CompareInput, CurvesInput } from '#shared/comparison.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import type { CreditUsage } from '../scenario/usage-curve.ts'
import type { Suspect } from './out-of-bounds.ts'

type Input<Whole> = Omit<Whole, 'catalog'>

/** Of a scenario, those first that a person is likeliest to have typed too large. */
export const SCENARIO_SUSPECTS: readonly Suspect<Scenario>[] = [
  { path: 'usage', without: (scenario) => ({ ...scenario, usage: nothing(scenario.usage) }) },
  { path: 'usageEvents', without: (scenario) => ({ ...scenario, usageEvents: [] }) },
  { path: 'grants', without: (scenario) => ({ ...scenario, grants: [] }) },
  { path: 'extraSeats', without: (scenario) => ({ ...scenario, extraSeats: 0 }) },
  { path: 'prepaid', without: (scenario) => ({ ...scenario, prepaid: { kind: 'asUsed' } }) },
  { path: 'trial', without: (scenario) => ({ ...scenario, trial: undefined }) },
  { path: 'invoicing', without: (scenario) => ({ ...scenario, invoicing: undefined }) },
  { path: 'changes', without: (scenario) => ({ ...scenario, changes: [] }) },
]

export const COMPARE_SUSPECTS: readonly Suspect<Input<CompareInput>>[] = [
  { path: 'usage', without: (input) => ({ ...input, usage: '0' }) },
  { path: 'customTerms', without: (input) => ({ ...input, customTerms: {} }) },
]

export const CURVES_SUSPECTS: readonly Suspect<Input<CurvesInput>>[] = [
  { path: 'upTo', without: (input) => ({ ...input, upTo: '1' }) },
  { path: 'customTerms', without: (input) => ({ ...input, customTerms: {} }) },
]

/** Of modelled usage by itself. */
export const USAGE_SUSPECTS: readonly Suspect<CreditUsage>[] = [
  {
    path: 'usage',
    without: (usage) =>
      usage.kind === 'pattern'
        ? { ...usage, monthly: '0' }
        : { ...usage, credits: usage.credits.map(() => '0') },
  },
]

export const WORK_SUSPECTS: readonly Suspect<readonly Work[]>[] = [
  { path: 'work', without: (work) => work.map((some) => ({ ...some, quantity: '0' })) },
]

/** The same kind of usage, of nothing. */
function nothing(usage: ModelledUsage): ModelledUsage {
  switch (usage.kind) {
    case 'pattern':
      return { ...usage, monthly: '0' }
    case 'series':
      return { ...usage, credits: usage.credits.map(() => '0') }
    case 'streams':
      return { ...usage, streams: usage.streams.map((stream) => ({ ...stream, monthly: '0' })) }
  }
}
