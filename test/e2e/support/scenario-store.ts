import type { z } from 'zod'
import type { ScenarioContent } from '#shared/library.ts'

export { leaveScenario } from './account-store.ts'

type Scenario = z.input<typeof ScenarioContent>['scenario']

/** Creator with overage at 400,000 credits a month over a year: a fourth of it is the plan's, the rest overage. */
export const CREATOR_AT_400_000: Scenario = {
  schemaVersion: 1,
  name: 'Acme',
  catalog: 'elevenlabs-2026-04',
  plan: 'creator',
  start: '2026-04-01',
  months: 12,
  overage: { optIn: true },
  usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } },
}

/** Pro without overage over two busy months: credits roll over, run out, block work and expire. */
export const PRO_WITH_A_SEASON: Scenario = {
  ...CREATOR_AT_400_000,
  plan: 'pro',
  overage: { optIn: false },
  grants: [{ id: 'welcome', amount: '200000', start: '2026-05-10', expires: '2026-08-10' }],
  usage: {
    kind: 'series',
    credits: ['200', '200', '300', '1200', '1300', '600', '200', '100', '100', '300', '800', '900'].map(
      (thousands) => `${thousands}000`,
    ),
  },
}
