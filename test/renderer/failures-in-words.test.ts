import { describe, expect, it } from 'vitest'
import type { BestUpgrades, BothFailures } from '#shared/analysis.ts'
import { failuresNote, failuresTitle } from '#renderer/finding/failures-in-words.ts'
import { triedNote, upgradeTitle } from '#renderer/finding/upgrade-in-words.ts'
import { exactSignedCredits, signedAmount, signedCredits, signedMoney } from '#renderer/format/signed.ts'

const names = (plan: string): string => plan.charAt(0).toUpperCase() + plan.slice(1)

const failures = (
  blocked: string,
  overflow: { overage: string; blockedCredits: string } | null,
): BothFailures => ({
  kind: 'billed',
  plan: 'creator',
  blocked: { total: '264.00', blockedCredits: blocked, blockedPeriods: 12, causes: [] },
  overflow: overflow && { total: '1344.00', overageCredits: '0', causes: [], ...overflow },
})
const title = (...of: Parameters<typeof failures>) =>
  failuresTitle([failures(...of)], 'creator', names, 'USD')

it('both failures are of the plans that hold the account', () => {
  const [one] = [failures('0', null)].filter((row) => row.kind === 'billed')
  if (one === undefined) throw new Error('It is billed.')
  expect(failuresNote([one], 12)).toBe(
    'The one plan that holds the account over 12 months, with overage off and on throughout',
  )
  expect(failuresNote([one, one], 1)).toBe(
    'Each of 2 plans that hold the account, over 1 month, with overage off and on throughout',
  )
})

describe('both failures of the plan in force', () => {
  it('are the work it would stop and the money it would take', () => {
    expect(title('3600000', { overage: '1080.00', blockedCredits: '0' })).toBe(
      'Without overage Creator blocks 3,600,000 credits; with it they cost $1,080.00',
    )
    expect(title('3600000', { overage: '80.00', blockedCredits: '1000' })).toBe(
      'Without overage Creator blocks 3,600,000 credits; with it $80.00 are paid and 1,000 credits blocked still',
    )
    expect(title('10', null)).toBe('Creator blocks 10 credits and sells no overage')
    expect(title('0', { overage: '0.00', blockedCredits: '0' })).toBe(
      'Creator blocks no work, with overage or without',
    )
  })
})

describe('the best date of an upgrade', () => {
  const tried = (plan: string, everyDays = 1): BestUpgrades['plans'][number] => ({
    kind: 'tried',
    plan,
    best: null,
    everyDays,
    days: [],
  })
  const refused = { kind: 'refused' as const, plan: 'scale', problems: [] }

  it('is told with its plan, or that none is better than to stay', () => {
    const found = { best: { plan: 'pro', on: '2026-01-09' }, plans: [tried('pro')] }
    expect(upgradeTitle(found, 'creator', names)).toBe('Move to Pro on 9 Jan 2026')
    const stay = 'Staying on Creator is best, on every day tried'
    expect(upgradeTitle({ best: null, plans: [tried('pro')] }, 'creator', names)).toBe(stay)
    expect(upgradeTitle({ best: null, plans: [tried('pro'), refused] }, 'creator', names)).toBe(stay)
    expect(upgradeTitle({ best: null, plans: [refused] }, 'creator', names)).toBe('Scale cannot be moved to')
    expect(upgradeTitle({ best: null, plans: [refused, refused] }, 'creator', names)).toBe(
      'None of the plans above can be moved to',
    )
  })

  it('says how near the days are that were tried', () => {
    const note = (...plans: BestUpgrades['plans']) => triedNote({ best: null, plans })
    expect(note(tried('pro'))).toBe('Tried every day; regret is the cost beyond that of the best day')
    expect(note(refused, tried('pro', 10))).toBe(
      'Tried every 10 days and around the best; regret is the cost beyond that of the best day',
    )
    expect(note(refused)).toBe('')
  })
})

describe('a figure with its sign', () => {
  it('says which way it goes, and nothing where it is nothing', () => {
    expect(signedMoney('77.00', 'USD')).toBe('+$77.00')
    expect(signedMoney('-90.00', 'USD')).toBe('−$90.00')
    expect(signedMoney('0.00', 'USD')).toBe('$0.00')
    expect(signedAmount('-13.00')).toBe('−13.00')
    expect(signedAmount('-26.647')).toBe('−26.647')
    expect(signedCredits('-3600000')).toBe('−3,600,000')
    expect(exactSignedCredits('666.271655')).toBe('+666.271655')
  })
})
