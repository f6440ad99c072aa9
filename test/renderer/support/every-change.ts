import type { ChangeKind, ChangeOf } from '#renderer/finding/change-in-words.ts'

const on = '2026-03-12'

/** One change of every kind; a kind missing here does not compile. */
export const EVERY_CHANGE: { readonly [K in ChangeKind]: ChangeOf<K> } = {
  inviteMember: {
    kind: 'inviteMember',
    on,
    member: { id: 'Ann', role: 'member', seat: 'basic', locked: false },
  },
  removeMember: { kind: 'removeMember', on, member: 'Ann' },
  lockMember: { kind: 'lockMember', on, member: 'Ann' },
  unlockMember: { kind: 'unlockMember', on, member: 'Ann' },
  changeSeat: { kind: 'changeSeat', on, member: 'Ann', seat: 'full' },
  setGroupLimit: { kind: 'setGroupLimit', on, group: 'Design', limit: '50000' },
  changePlan: { kind: 'changePlan', on, plan: 'pro' },
  cancel: { kind: 'cancel', on },
  refund: { kind: 'refund', on },
  resume: { kind: 'resume', on },
  setOverage: { kind: 'setOverage', on, optIn: true, spendLimit: '500' },
  buySeats: { kind: 'buySeats', on, count: 5 },
  removeSeats: { kind: 'removeSeats', on, count: 1 },
  buyPack: { kind: 'buyPack', on, pack: 'small', count: 2 },
  topUp: { kind: 'topUp', on, amount: '100' },
  autoTopUp: { kind: 'autoTopUp', on, autoTopUp: { amount: '50', below: '20' } },
  redeemCoupon: { kind: 'redeemCoupon', on, coupon: 'spring' },
  linkWorkspace: { kind: 'linkWorkspace', on, workspace: 'in' },
  unlinkWorkspace: {
    kind: 'unlinkWorkspace',
    on,
    workspace: 'in',
    afterwards: {
      kind: 'newSubscription',
      plan: 'creator',
      billing: 'monthly',
      overage: { optIn: false },
      extraSeats: 0,
    },
  },
  setWorkspaceLimit: { kind: 'setWorkspaceLimit', on, workspace: 'in', limit: '1000000' },
  setKeyLimit: { kind: 'setKeyLimit', on, apiKey: 'voice-bot', limit: null },
}
