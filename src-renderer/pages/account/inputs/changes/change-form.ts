import type { Icon } from '@tabler/icons-react'
import type { AccountChange } from '#shared/account.ts'
import type { ChangeGround } from '#renderer/finding/change-ground.ts'
import type { ChangeKind, ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from './change-field.ts'

/** What a change is about, in the order in which the groups stand on the axis and in the menu. */
export const CHANGE_GROUPS = [
  { id: 'plan', name: 'Plan', of: 'Plan' },
  { id: 'people', name: 'People', of: 'Seats and people' },
  { id: 'money', name: 'Money', of: 'Money' },
  { id: 'limits', name: 'Limits', of: 'Limits' },
  { id: 'workspaces', name: 'Workspaces', of: 'Workspaces' },
] as const
export type ChangeGroup = (typeof CHANGE_GROUPS)[number]['id']

/** How one kind of change is made by hand. */
export interface ChangeForm<C extends AccountChange> {
  /** In the menu and at the head of the form. */
  readonly name: string
  readonly group: ChangeGroup
  readonly Icon: Icon
  /** Why the account can have no such change whatever its date, where that is so. */
  readonly impossible: (ground: ChangeGround) => string | null
  /** One as it is offered first. */
  readonly first: (ground: ChangeGround, on: string) => C
  /** What there is to set, besides when it happens and who asks for it. */
  readonly fields: (change: C, ground: ChangeGround) => readonly ChangeField[]
  /** What it does to the bill, in a line. */
  readonly effect: (change: C, ground: ChangeGround) => string
  /** The key of the source in the catalogue that its rule or price rests on, where it has one. */
  readonly source: (change: C, ground: ChangeGround) => string | undefined
}

export type Forms<K extends ChangeKind> = { readonly [Kind in K]: ChangeForm<ChangeOf<Kind>> }

export const always = (): null => null
export const noSource = (): undefined => undefined
