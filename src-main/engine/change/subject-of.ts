import type { AccountChange } from '#shared/account.ts'
import type { ChangeOf, Kind, Subject } from './change-kind.ts'
import { CHANGES } from './registry.ts'

/** What a change is made to. */
export const subjectOf = (change: AccountChange): Subject => subject(change.kind, change)

const subject = <K extends Kind>(kind: K, change: ChangeOf<K>): Subject => CHANGES[kind].subject(change)
