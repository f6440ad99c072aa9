import type { LedgerFilter } from '#shared/ledger-filter.ts'
import type { MovedReference } from '#shared/reference.ts'
import { movedInWords } from '#renderer/finding/reference-in-words.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'

/** Asks why of what entries moved in a unit. */
export function WhyMoved({
  unit,
  filter,
  of,
}: {
  readonly unit: MovedReference['unit']
  readonly filter: LedgerFilter
  /** Of which group; left out: of all of them. */
  readonly of?: MovedReference['of']
}) {
  const reference: MovedReference = { kind: 'moved', unit, filter, ...(of === undefined ? {} : { of }) }
  return <WhyButton of={movedInWords(reference)} reference={reference} />
}
