import type { TeachingExample } from './example.ts'

const QUIET = '40000'

export const rolloverTrap: TeachingExample = {
  id: 'rollover-trap',
  name: 'The rollover trap',
  question: 'Will nine quiet months pay for the launch in the tenth?',
  lookFor:
    'Nine quiet months leave 60,000 credits each, 540,000 together, and the launch needs 540,000 beyond its own ' +
    '100,000. But credits live for two months after their own: 340,000 have expired before the launch, and just as ' +
    'many are billed as overage, for $102.00.',
  tags: ['rollover', 'expiry', 'overage'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    start: '2026-05-01',
    months: 10,
    overage: { optIn: true },
    usage: { kind: 'series', credits: [...Array.from({ length: 9 }, () => QUIET), '640000'] },
  },
}
