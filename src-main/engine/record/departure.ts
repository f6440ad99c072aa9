import type { AfterUnlinking, Member } from '#shared/account.ts'

/** A workspace that was unlinked, with its members as they were then. */
export interface Departure {
  readonly workspace: string
  readonly afterwards: AfterUnlinking
  readonly members: readonly Member[]
}
