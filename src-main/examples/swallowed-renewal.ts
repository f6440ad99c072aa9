import type { TeachingExample } from './example.ts'

const PAUSED = '0'

export const swallowedRenewal: TeachingExample = {
  id: 'swallowed-renewal',
  name: 'The ceiling that swallows a renewal',
  question: 'The project pauses for half a year: what does it save up?',
  lookFor:
    'On Pro at most 1,200,000 unused credits are carried on, so that no more than 1,800,000 are ever on hand. They are ' +
    'there in month 3; the renewals of months 4 to 7 add nothing: 2,400,000 credits are forfeited, for which $396.00 ' +
    'were paid.',
  tags: ['rollover', 'forfeited'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-10',
    plan: 'pro',
    start: '2026-11-01',
    months: 8,
    usage: { kind: 'series', credits: [...Array.from({ length: 6 }, () => PAUSED), '900000', '900000'] },
  },
}
