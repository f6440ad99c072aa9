import type { TeachingExample } from './example.ts'

export const overageOrUpgrade: TeachingExample = {
  id: 'overage-or-upgrade',
  name: 'Overage or upgrade',
  question: 'At 400,000 credits a month: stay on Creator and pay overage, or move up to Pro?',
  lookFor:
    'Creator costs $22.00, and $90.00 more for 300,000 credits of overage: $112.00 a month. Pro costs $99.00 and has ' +
    'room for 100,000 credits more. The two bills meet at 356,666.67 credits a month: below that overage is the cheaper ' +
    'way, above it the upgrade.',
  tags: ['overage', 'upgrade'],
  shows: 'cheapest',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    start: '2026-05-01',
    months: 12,
    overage: { optIn: true },
    usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } },
  },
}
