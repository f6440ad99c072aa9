import { describe, expect, it } from 'vitest'
import {
  changeInShort,
  changeInWords,
  type ChangeKind,
  type ChangeNames,
  type ChangeOf,
  type PlanStep,
} from '#renderer/finding/change-in-words.ts'
import { EVERY_CHANGE } from './support/every-change.ts'

const named =
  (names: Readonly<Record<string, string>>) =>
  (id: string): string =>
    names[id] ?? id

const names = (step: PlanStep = 'up'): ChangeNames => ({
  currency: 'USD',
  plan: named({ pro: 'Pro', creator: 'Creator' }),
  pack: named({ small: 'Small pack' }),
  coupon: named({ spring: 'Spring offer' }),
  workspace: named({ in: 'India' }),
  step: () => step,
})

/** What is said of each kind, in full and in short; a kind missing here does not compile. */
const SAID: Readonly<Record<ChangeKind, readonly [full: string, short: string]>> = {
  inviteMember: ['Invite Ann, Basic seat', 'Ann'],
  removeMember: ['Remove Ann', 'Ann'],
  lockMember: ['Lock Ann', 'Ann'],
  unlockMember: ['Unlock Ann', 'Ann'],
  changeSeat: ['Give Ann a Full seat', 'Ann: Full'],
  setGroupLimit: ['Limit Design to 50,000 credits a period', 'Design: 50K'],
  changePlan: ['Upgrade to Pro, new cycle', 'Pro'],
  cancel: ['Cancel at the end of the term', 'Cancel'],
  refund: ['Ask for the term’s price back', 'Refund'],
  resume: ['Take back what waits for the end of the term', 'Resume'],
  setOverage: ['Turn overage on, up to $500.00 a period', 'Overage on'],
  buySeats: ['Buy 5 Full seats', '+5 seats'],
  removeSeats: ['Give back 1 Full seat', '−1 seat'],
  buyPack: ['Buy 2 × Small pack', 'Small pack'],
  topUp: ['Top up by $100.00', '+$100'],
  autoTopUp: ['Top up automatically by $50.00 below $20.00', 'Auto top-up'],
  redeemCoupon: ['Redeem Spring offer', 'Spring offer'],
  linkWorkspace: ['Link India', 'India'],
  unlinkWorkspace: ['Unlink India to go on alone on Creator', 'India'],
  setWorkspaceLimit: ['Limit India to 1,000,000 credits a period', 'India: 1M'],
  setKeyLimit: ['Lift the limit of the key voice-bot', 'voice-bot: no limit'],
}

describe('a change in words', () => {
  it.each(Object.values(EVERY_CHANGE))('says what a $kind does', (change) => {
    expect([changeInWords(change, names()), changeInShort(change, names())]).toEqual(SAID[change.kind])
  })

  const plan = (more: Partial<ChangeOf<'changePlan'>>, step: PlanStep) =>
    changeInWords({ ...EVERY_CHANGE.changePlan, ...more }, names(step))

  it.each<[Partial<ChangeOf<'changePlan'>>, PlanStep, string]>([
    [{}, 'down', 'Downgrade to Pro, at the end of the term'],
    [{ timing: 'now' }, 'down', 'Downgrade to Pro, new cycle'],
    [{ timing: 'termEnd' }, 'up', 'Upgrade to Pro, at the end of the term'],
    [{ mode: 'prorated' }, 'up', 'Upgrade to Pro, prorated'],
    [{ mode: 'difference' }, 'up', 'Upgrade to Pro, the difference charged'],
    [{ mode: 'doNotBill' }, 'up', 'Upgrade to Pro, not billed before the renewal'],
    [{ billing: 'annual' }, 'same', 'Stay on Pro, billed annually, new cycle'],
    [{ billing: 'monthly' }, 'same', 'Stay on Pro, billed monthly'],
    [{}, 'unknown', 'Change to Pro'],
  ])('tells %j, a step %s, as “%s”', (more, step, said) => {
    expect(plan(more, step)).toBe(said)
  })

  it('says what is left out, turned off, lifted and of an admin', () => {
    const say = (change: Parameters<typeof changeInWords>[0]) => changeInWords(change, names())
    expect(say({ ...EVERY_CHANGE.setOverage, optIn: false, spendLimit: null })).toBe('Turn overage off')
    expect(say({ ...EVERY_CHANGE.setOverage, spendLimit: null })).toBe('Turn overage on, without a limit')
    expect(say({ ...EVERY_CHANGE.autoTopUp, autoTopUp: 'off' })).toBe('Turn automatic top-up off')
    expect(say({ ...EVERY_CHANGE.autoTopUp, autoTopUp: {} })).toBe('Top up automatically')
    expect(say({ ...EVERY_CHANGE.buyPack, count: 1 })).toBe('Buy Small pack')
    expect(say({ ...EVERY_CHANGE.unlinkWorkspace, afterwards: { kind: 'removed' } })).toBe(
      'Unlink India and remove it',
    )
    expect(say({ ...EVERY_CHANGE.setGroupLimit, limit: null })).toBe('Lift the limit of Design')
    expect(
      say({
        ...EVERY_CHANGE.inviteMember,
        member: { id: 'Ben', role: 'admin', seat: 'full', locked: false },
      }),
    ).toBe('Invite Ben, admin, Full seat')
  })

  it('says in short what is off and lifted', () => {
    expect(changeInShort({ ...EVERY_CHANGE.setOverage, optIn: false }, names())).toBe('Overage off')
    expect(changeInShort({ ...EVERY_CHANGE.autoTopUp, autoTopUp: 'off' }, names())).toBe('Auto top-up off')
    expect(changeInShort({ ...EVERY_CHANGE.changeSeat, seat: 'basic' }, names())).toBe('Ann: Basic')
  })
})
