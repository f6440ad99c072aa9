import type { TeachingExample } from './example.ts'

export const spikeOrNewNormal: TeachingExample = {
  id: 'spike-or-new-normal',
  name: 'One spike or a new normal',
  question: 'Month 4 needs five times the usual credits: is it time to move up?',
  lookFor:
    'For one spike it is not: three ordinary months have left 60,000 credits, overage on the other 240,000 is $72.00, and ' +
    'the year on Creator comes to $336.00 where Pro costs $1,188.00. If the 400,000 credits stay (choose Steps: from month 4 ' +
    'at 5 times the usage), Creator comes to $1,056.00: to move up to Pro in month 5 costs $952.00, $104.00 less.',
  tags: ['overage', 'upgrade', 'rollover'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    start: '2026-05-01',
    months: 12,
    overage: { optIn: true },
    usage: { kind: 'pattern', monthly: '80000', pattern: { kind: 'spike', month: 4, multiple: '5' } },
  },
}
