import type { TeachingExample } from './example.ts'

export const basicSeatCeiling: TeachingExample = {
  id: 'basic-seat-ceiling',
  name: 'Basic seats and their ceiling',
  question: 'The pool is full: why is Maya stopped, and Ravi not?',
  lookFor:
    'Maya has a Basic seat: of her 16,000 credits of Text to Speech a month 10,000 are served and 6,000 blocked, while ' +
    'nearly 2,000,000 lie in the pool. Ravi’s 40,000 go through the API, which counts to no ceiling. From month 3 on Maya ' +
    'sits in one of the two Full seats that were free, and nothing is blocked, still for $330.00 a month.',
  tags: ['seats', 'ceiling', 'blocked work'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'scale',
    start: '2026-06-01',
    months: 3,
    members: [
      { id: 'Ana', role: 'admin', seat: 'full' },
      { id: 'Maya', seat: 'basic' },
      { id: 'Ravi', seat: 'basic' },
    ],
    usage: {
      kind: 'streams',
      streams: [
        {
          id: 'Trailers',
          member: 'Maya',
          product: 'text-to-speech',
          model: 'Multilingual v2',
          monthly: '16000',
        },
        {
          id: 'App voices',
          member: 'Ravi',
          product: 'text-to-speech-api',
          model: 'Multilingual v2',
          monthly: '40000',
        },
      ],
    },
    changes: [{ kind: 'changeSeat', on: '2026-08-01', by: 'Ana', member: 'Maya', seat: 'full' }],
  },
}
