import type { TeachingExample } from './example.ts'

const ORDINARY = '121000'

export const prepaidOrPostpaid: TeachingExample = {
  id: 'prepaid-or-postpaid',
  name: 'Prepaid against postpaid',
  question: 'One campaign runs over the quota: is money paid in beforehand the cheaper way?',
  lookFor:
    'The campaign needs 110,000 credits beyond Creator’s 121,000: $20.00 of the prepaid balance, at 5,500 credits a ' +
    'dollar. But $100.00 were put in, and the other $80.00 expire twelve months later. In April 2026 overage was billed ' +
    'after the fact: the same 231,000 credits cost $39.30 beyond Creator’s price, and nothing could expire.',
  tags: ['prepaid', 'overage', 'expiry'],
  shows: 'plan',
  scenario: {
    catalog: 'elevenlabs-2026-10',
    plan: 'creator',
    start: '2026-11-01',
    months: 14,
    prepaid: { kind: 'wallet' },
    changes: [{ kind: 'topUp', on: '2026-11-01', amount: '100' }],
    usage: { kind: 'series', credits: ['231000', ...Array.from({ length: 13 }, () => ORDINARY)] },
  },
}
