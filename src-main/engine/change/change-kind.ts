import type { AccountChange, Member } from '#shared/account.ts'
import type { Account } from '../account/account.ts'
import type { Instant } from '../calendar/civil.ts'

export type Kind = AccountChange['kind']
export type ChangeOf<K extends Kind> = Extract<AccountChange, { kind: K }>

/** What a change is made to: it decides whose admins may ask for it, and whether it goes along with a workspace. */
export type Subject =
  /** The account's plan, what it buys and what it pays with. */
  | { readonly kind: 'subscription' }
  | { readonly kind: 'newMember'; readonly member: Member }
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'apiKey'; readonly id: string }
  | { readonly kind: 'workspaceLimit' }

/** A kind of change to an account. */
export interface ChangeKind<K extends Kind> {
  readonly subject: (change: ChangeOf<K>) => Subject
  /** Carries it out, or answers why it is refused and leaves everything as it was. */
  readonly carryOut: (account: Account, at: Instant, change: ChangeOf<K>) => string | null
}

export const theSubscription = (): Subject => ({ kind: 'subscription' })

export const theMember = ({ member }: { readonly member: string }): Subject => ({
  kind: 'member',
  id: member,
})
