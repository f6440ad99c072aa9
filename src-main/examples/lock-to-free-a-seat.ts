import type { TeachingExample } from './example.ts'

/** With the admin and Sam they fill the plan's seats. */
const TEAM = Array.from({ length: 19 }, (_, index) => `Member ${String(index + 1).padStart(2, '0')}`)

export const lockToFreeASeat: TeachingExample = {
  id: 'lock-to-free-a-seat',
  name: 'Lock a member to free a seat',
  question: 'Every seat is taken, and Noor starts this month: who makes room?',
  lookFor:
    'Pro has 1 Full seat and 20 Basic ones, and all 21 are taken: the invitation of 10 June is refused. On 13 June Sam is ' +
    'locked, which frees a seat and keeps the account, and Noor joins at once. What each asks for without a seat is ' +
    'blocked: 12,000 credits of Noor’s before that day, and 1,800 of Sam’s from it on.',
  tags: ['seats', 'blocked work'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-04',
    plan: 'pro',
    start: '2026-06-01',
    months: 1,
    members: [
      { id: 'Ana', role: 'admin', seat: 'full' },
      { id: 'Sam', seat: 'basic' },
      ...TEAM.map((id) => ({ id, seat: 'basic' as const })),
    ],
    usage: {
      kind: 'streams',
      streams: [
        {
          id: 'Noor’s agents',
          member: 'Noor',
          product: 'text-to-speech-api',
          model: 'Multilingual v2',
          monthly: '30000',
        },
        {
          id: 'Sam’s drafts',
          member: 'Sam',
          product: 'text-to-speech',
          model: 'Multilingual v2',
          monthly: '3000',
        },
      ],
    },
    changes: [
      { kind: 'inviteMember', on: '2026-06-10', by: 'Ana', member: { id: 'Noor', seat: 'basic' } },
      { kind: 'lockMember', on: '2026-06-13', by: 'Ana', member: 'Sam' },
      { kind: 'inviteMember', on: '2026-06-13', by: 'Ana', member: { id: 'Noor', seat: 'basic' } },
    ],
  },
}
