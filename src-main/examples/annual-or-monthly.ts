import type { TeachingExample } from './example.ts'

export const annualOrMonthly: TeachingExample = {
  id: 'annual-or-monthly',
  name: 'Annual or monthly',
  question: 'Will the account stay long enough for a year paid in advance?',
  lookFor:
    'Pro costs $990.00 for a year in advance, or $99.00 a month, $1,188.00 in twelve: the year saves $198.00. Paid by the ' +
    'month, ten months come to the same $990.00; whoever leaves after nine has paid $891.00, which is $99.00 less than ' +
    'the year.',
  tags: ['annual billing'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'pro',
    billing: 'annual',
    start: '2026-05-01',
    months: 12,
    usage: { kind: 'pattern', monthly: '450000', pattern: { kind: 'flat' } },
  },
}
