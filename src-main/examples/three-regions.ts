import type { TeachingExample } from './example.ts'

const voices = (workspace: string, monthly: string) => ({
  id: `Voices of ${workspace}`,
  workspace,
  product: 'text-to-speech-api',
  model: 'Multilingual v2',
  monthly,
})

export const threeRegions: TeachingExample = {
  id: 'three-regions',
  name: 'Three regions, one pool',
  question: 'One contract for the US, the EU and India, or three accounts?',
  lookFor:
    'Linked, the three draw on one pool of 20,000,000 credits for the $2,400.00 a month that were agreed, and bear it by ' +
    'what they use: $1,200.00, $720.00 and $480.00. Apart, the cheapest plans for 10, 6 and 4 million credits cost ' +
    '$1,320.00, $1,050.00 and $690.00: $3,060.00 together, $660.00 more.',
  tags: ['workspaces', 'enterprise'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'enterprise',
    start: '2026-05-01',
    months: 12,
    overage: { optIn: true },
    customTerms: { enterprise: { monthly: '2400', credits: '20000000' } },
    workspaces: [
      { id: 'us', name: 'United States', kind: 'billing', environment: 'us' },
      { id: 'eu', name: 'Europe', kind: 'reporting', environment: 'eu' },
      { id: 'in', name: 'India', kind: 'reporting', environment: 'in' },
    ],
    usage: {
      kind: 'streams',
      streams: [voices('us', '10000000'), voices('eu', '6000000'), voices('in', '4000000')],
    },
  },
}
