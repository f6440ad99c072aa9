import type { FailureReference } from '#shared/reference.ts'
import type { BilledFailures } from '#renderer/finding/failures-in-words.ts'
import { isZero } from '#renderer/format/figures.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'

interface Reason {
  readonly what: string
  readonly overage: boolean
  readonly of: FailureReference['of']
}

const total = (overage: boolean): Reason => ({ what: 'the total', overage, of: { kind: 'total' } })

/** Silent where nothing is blocked. */
const blocked = (overage: boolean, credits: string): readonly Reason[] =>
  isZero(credits) ? [] : [{ what: 'what is blocked', overage, of: { kind: 'block' } }]

/** What of a plan can be asked why, in the order of its figures. */
const reasonsOf = ({ blocked: off, overflow: on }: BilledFailures): readonly Reason[] => [
  total(false),
  ...blocked(false, off.blockedCredits),
  ...(on === null ? [] : [total(true), ...blocked(true, on.blockedCredits)]),
]

/** Asks why a plan takes so much, and why it stops so much, with overage off and on. */
export const FailureReasons = ({ row, name }: { readonly row: BilledFailures; readonly name: string }) =>
  reasonsOf(row).map(({ what, overage, of }) => (
    <WhyButton
      key={`${what} ${String(overage)}`}
      of={`${what} on ${name} with overage ${overage ? 'on' : 'off'}`}
      reference={{ kind: 'failure', plan: row.plan, overage, of }}
    />
  ))
