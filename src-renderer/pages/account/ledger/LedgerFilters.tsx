import { Button } from '@mantine/core'
import type { LedgerAccount } from '#shared/ledger.ts'
import type { LedgerFilter } from '#shared/ledger-filter.ts'
import { CellDate } from '#renderer/fields/CellDate.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import { accountWithUnit } from '#renderer/finding/ledger-in-words.ts'
import { Labelled } from '../Labelled.tsx'
import styles from '../result-table.module.css'

const ANY = ''
const UNITS = [
  { value: ANY, label: 'Both' },
  { value: 'credits', label: 'Credits' },
  { value: 'money', label: 'Money' },
]

const unitOf = (value: string): LedgerFilter['unit'] =>
  value === 'credits' || value === 'money' ? value : undefined

/** Which entries are looked at: those of which all that is chosen holds. */
export function LedgerFilters({
  filter,
  accounts,
  onChange,
}: {
  readonly filter: LedgerFilter
  /** The accounts that the ledger has. */
  readonly accounts: readonly LedgerAccount[]
  readonly onChange: (filter: LedgerFilter) => void
}) {
  const set = (change: { readonly [K in keyof LedgerFilter]?: LedgerFilter[K] | undefined }) =>
    onChange(withoutNothing({ ...filter, ...change }))
  return (
    <>
      <Labelled name="Unit">
        <CellSelect
          label="Unit of the entries"
          value={filter.unit ?? ANY}
          choices={UNITS}
          onChange={(value) => set({ unit: unitOf(value) })}
        />
      </Labelled>
      <Labelled name="Account">
        <CellSelect
          label="Account of the entries"
          value={filter.account ?? ANY}
          choices={[
            { value: ANY, label: 'All' },
            ...accounts.map((account) => ({ value: account, label: accountWithUnit(account) })),
          ]}
          onChange={(value) => set({ account: accounts.find((account) => account === value) })}
        />
      </Labelled>
      <Labelled name="Reference">
        <CellText
          label="Reference of the entries"
          value={filter.reference ?? ''}
          placeholder="Any"
          onChange={(value) => set({ reference: value === '' ? undefined : value })}
        />
      </Labelled>
      <Labelled name="From">
        <CellDate
          label="Entries from this day on"
          value={filter.from ?? null}
          onChange={(value) => set({ from: value ?? undefined })}
        />
      </Labelled>
      <Labelled name="Before">
        <CellDate
          label="Entries before this day"
          value={filter.to ?? null}
          onChange={(value) => set({ to: value ?? undefined })}
        />
      </Labelled>
      {Object.keys(filter).length === 0 ? null : (
        <Button
          className={styles.clear}
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => onChange({})}
        >
          Show all
        </Button>
      )}
    </>
  )
}

/** What is not chosen is not said: two filters that mean the same are the same question. */
function withoutNothing({
  unit,
  account,
  reference,
  from,
  to,
}: { readonly [K in keyof LedgerFilter]?: LedgerFilter[K] | undefined }): LedgerFilter {
  return {
    ...(unit !== undefined && { unit }),
    ...(account !== undefined && { account }),
    ...(reference !== undefined && { reference }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}
