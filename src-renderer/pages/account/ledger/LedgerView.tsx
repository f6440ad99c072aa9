import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { LedgerFilter, LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerWindow } from '#shared/open-result.ts'
import { GROUPINGS, isGrouping, ledgerTitle } from '#renderer/finding/ledger-in-words.ts'
import { credits, currencySign } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { allRows, MOST_COPIED } from '#renderer/state/all-rows.ts'
import { ask, useAnswer } from '#renderer/state/answers.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { BLOCK_ROWS } from '#renderer/tables/blocks.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import styles from '../result-table.module.css'
import { both } from '../both.ts'
import type { OfResult } from '../of-result.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { EntryTable, type LedgerAsked } from './EntryTable.tsx'
import { copyColumns } from './group-columns.ts'
import { GROUPS_ONLY, GroupTable } from './GroupTable.tsx'
import { ledgerColumns } from './ledger-columns.ts'
import { LedgerFilters } from './LedgerFilters.tsx'

const ENTRIES = 'entries'
const LOOKS = [
  { value: ENTRIES, label: 'Entries' },
  ...Object.entries(GROUPINGS).map(([value, { choice }]) => ({ value, label: choice })),
]

const NOTHING_CHOSEN: LedgerFilter = {}

/** Every movement of credits and money. */
export function LedgerView({ opened, account }: OfResult) {
  const [filter, setFilter] = useState(NOTHING_CHOSEN)
  const [groupBy, setGroupBy] = useState<LedgerGrouping | null>(null)
  const [looked, setLooked] = useState<number | null>(null)
  useToShow((reference) => {
    if (reference.kind !== 'entry' && reference.kind !== 'moved') return false
    setFilter(reference.kind === 'moved' ? reference.filter : NOTHING_CHOSEN)
    setGroupBy((reference.kind === 'moved' ? reference.of?.by : null) ?? null)
    setLooked(reference.kind === 'entry' ? reference.entry : null)
    return true
  })
  const sign = currencySign(opened.currency)
  const asked: LedgerAsked = { id: opened.id, account, filter }
  const whole = useAnswer('results.ledger', {
    ...asked,
    filter: NOTHING_CHOSEN,
    groupBy: null,
    offset: 0,
    limit: BLOCK_ROWS,
  })
  const window = useAnswer('results.ledger', {
    ...asked,
    groupBy: null,
    offset: 0,
    limit: BLOCK_ROWS,
  })
  return (
    <Part name="The ledger" of={both(whole, window)} isWhole>
      {([all, matching]) => (
        <Ledger
          of={{ opened, account }}
          asked={asked}
          whole={all}
          window={matching}
          sign={sign}
          groupBy={groupBy}
          looked={looked}
          onFilter={setFilter}
          onGroup={setGroupBy}
        />
      )}
    </Part>
  )
}

function Ledger({
  of,
  asked,
  whole,
  window,
  sign,
  groupBy,
  looked,
  onFilter,
  onGroup,
}: {
  readonly of: OfResult
  readonly asked: LedgerAsked
  readonly whole: LedgerWindow
  /** Of the entries that are as the filter says, the first. */
  readonly window: LedgerWindow
  readonly sign: string
  readonly groupBy: LedgerGrouping | null
  /** The number of the entry that somebody was led to. */
  readonly looked: number | null
  readonly onFilter: (filter: LedgerFilter) => void
  readonly onGroup: (by: LedgerGrouping | null) => void
}) {
  const { filter } = asked
  const show = (change: LedgerFilter) => {
    onGroup(null)
    onFilter({ ...filter, ...change })
  }
  async function copied(): Promise<string> {
    const rows = await allRows((offset) =>
      ask('results.ledger', { ...asked, groupBy: null, offset, limit: BLOCK_ROWS }),
    )
    return toTsv(ledgerColumns(sign), rows)
  }
  async function copiedGroups(by: LedgerGrouping): Promise<string> {
    const grouped = await ask('results.ledger', { ...asked, groupBy: by, ...GROUPS_ONLY })
    return grouped.ok ? toTsv(copyColumns(by, grouped.value.totals, sign), grouped.value.groups) : ''
  }
  const { total: matching } = window
  const hasAll = matching === whole.total
  const tooMany = groupBy === null && matching > MOST_COPIED
  const some = Object.keys(filter).length === 0 ? '' : ', some entries'
  const table =
    groupBy === null
      ? wholeTableOf(of, `Ledger${some}`, { kind: 'ledger', filter }, copied)
      : wholeTableOf(
          of,
          `Ledger ${GROUPINGS[groupBy].choice.toLowerCase()}${some}`,
          { kind: 'ledgerGroups', filter, groupBy },
          () => copiedGroups(groupBy),
        )
  return (
    <section className={styles.whole} aria-label="Ledger">
      <SectionHead
        title={ledgerTitle(window.total, whole.total)}
        note={
          tooMany
            ? `In the order of time; a copy takes the first ${credits(MOST_COPIED)}`
            : 'In the order of time; what leaves one account enters another'
        }
      >
        <SegmentedControl
          size="xs"
          aria-label="How the ledger is shown"
          data={LOOKS}
          value={groupBy ?? ENTRIES}
          onChange={(value) => onGroup(isGrouping(value) ? value : null)}
        />
        <CopyTable text={() => (groupBy === null ? copied() : copiedGroups(groupBy))} />
        <PartExports part="ledger" of={of} tables={[table]} />
      </SectionHead>
      <div className={styles.tools}>
        <LedgerFilters
          filter={filter}
          accounts={whole.totals.map((total) => total.account)}
          onChange={onFilter}
        />
      </div>
      {window.total === 0 ? (
        <p className={styles.empty}>
          {whole.total === 0 ? 'Nothing was granted, used or charged.' : 'No entry is as the filter says.'}
        </p>
      ) : groupBy === null ? (
        <EntryTable
          asked={asked}
          first={window}
          looked={hasAll ? looked : null}
          sign={sign}
          onReference={(reference) => show({ reference })}
        />
      ) : (
        <GroupTable key={groupBy} by={groupBy} asked={asked} sign={sign} onShow={show} />
      )}
    </section>
  )
}
