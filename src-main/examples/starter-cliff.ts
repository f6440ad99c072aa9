import type { TeachingExample } from './example.ts'

export const starterCliff: TeachingExample = {
  id: 'starter-cliff',
  name: 'The Starter cliff at 29,999 characters',
  question: 'One chapter is left to read aloud, and one credit: what now?',
  lookFor:
    'After 29,999 characters one of Starter’s 30,000 credits is left. The last chapter has 4,500 characters, is served ' +
    'whole or not at all, and so is blocked whole: Starter sells no overage, and credits come back with the next month. ' +
    'Creator serves it for $17.00 more a month.',
  tags: ['blocked work', 'upgrade'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'starter',
    start: '2026-06-01',
    months: 1,
    usage: { kind: 'pattern', monthly: '29999', pattern: { kind: 'flat' } },
    usageEvents: [
      {
        id: 'last-chapter',
        at: '2026-06-30T20:00:00Z',
        product: 'text-to-speech',
        model: 'Multilingual v2',
        quantity: '4500',
      },
    ],
  },
}
