import { type ChangeKind, theSubscription } from './change-kind.ts'

/** Takes back what waits for the end of the term; seats that were to go before it still are. */
export const resume: ChangeKind<'resume'> = {
  subject: theSubscription,
  carryOut(account) {
    const { pending } = account
    if (pending === null) return 'Nothing waits for the end of the term that could be taken back.'
    const { kind, removed } = pending
    account.pending = kind === 'seats' || removed === 0 ? null : { kind: 'seats', removed }
    return null
  },
}
