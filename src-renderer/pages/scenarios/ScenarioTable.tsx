import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { searchFor, select, type SortKey, sortBy, useLibrary } from '#renderer/state/library.ts'
import { newScenario, restoreScenario, visit } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useScenarioList } from '#renderer/state/scenario-list.ts'
import { useWindow } from '#renderer/tables/use-window.ts'
import { rowId, SCENARIO_TABLE_ID } from './ids.ts'
import { ScenarioRow } from './ScenarioRow.tsx'
import styles from './scenarios.module.css'

const ROW_HEIGHT = 32
const HEIGHTS = { row: ROW_HEIGHT, head: 28 }

/** How many rows a key moves; Home and End go to the ends. */
function targetOf(key: string, place: number, last: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, place + 1)
    case 'ArrowUp':
      return Math.max(0, place - 1)
    case 'PageDown':
      return Math.min(last, place + page)
    case 'PageUp':
      return Math.max(0, place - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

function SortHeader({
  by,
  children,
  numeric = false,
}: {
  readonly by: SortKey
  readonly children: string
  readonly numeric?: boolean
}) {
  const sort = useLibrary((library) => library.sort)
  const here = sort.by === by
  const Icon = sort.down ? IconChevronDown : IconChevronUp
  return (
    <th
      scope="col"
      className={numeric ? styles.date : undefined}
      aria-sort={here ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={styles.sort} onClick={() => sortBy(by)}>
        {children}
        <span className={styles.arrow}>{here ? <Icon size={12} aria-hidden /> : null}</span>
      </button>
    </th>
  )
}

/** The list that comes back takes the focus of the link that goes. */
function showAll(): void {
  document.getElementById(SCENARIO_TABLE_ID)?.focus()
  searchFor('')
}

function Nothing({ loaded }: { readonly loaded: boolean }) {
  const bin = useLibrary((library) => library.bin)
  const search = useLibrary((library) => library.search)
  const { unread } = useScenarioList()
  if (!loaded)
    return unread === null ? null : <p className={styles.nothing}>The scenarios cannot be read now.</p>
  if (search !== '') {
    return (
      <p className={styles.nothing}>
        Nothing holds “{search}”.{' '}
        <button type="button" className={styles.link} onClick={showAll}>
          Show all
        </button>
      </p>
    )
  }
  if (bin) return <p className={styles.nothing}>The bin is empty.</p>
  return (
    <p className={styles.nothing}>
      There is no scenario.{' '}
      <button type="button" className={styles.link} onClick={() => void newScenario()}>
        Make one
      </button>
    </p>
  )
}

/** The list itself: the rows are one stop of the Tab key, and arrows move through them. */
export function ScenarioTable({
  rows,
  loaded,
}: {
  readonly rows: readonly DocumentSummary[]
  readonly loaded: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const selected = useLibrary((library) => library.selected)
  const renaming = useLibrary((library) => library.renaming)
  const bin = useLibrary((library) => library.bin)
  const { unread } = useScenarioList()
  const openId = useOpenScenario((open) => open.document?.id)
  const { first, end, show } = useWindow(box, rows.length, HEIGHTS)
  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end])
  const place = rows.findIndex(({ id }) => id === selected)

  useLayoutEffect(() => {
    if (place >= 0 && (renaming === null || renaming === selected)) show(place)
  }, [place, selected, renaming, show])

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      return void (bin ? restoreScenario(selected) : visit(selected))
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const to = targetOf(event.key, place, rows.length - 1, page)
    if (to === undefined) return
    event.preventDefault()
    const row = rows[to]
    if (row) select(row.id)
  }

  return (
    <div className={styles.box} ref={box} data-stale={unread !== null}>
      <table
        id={SCENARIO_TABLE_ID}
        role="grid"
        className={styles.table}
        aria-label={bin ? 'Scenarios in the bin' : 'Scenarios'}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={place >= first && place < end ? rowId(selected ?? '') : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader by="name">Name</SortHeader>
            <th scope="col">Catalogue</th>
            <th scope="col">Plan shown</th>
            <th scope="col" className={styles.date}>
              Usage <span className={styles.unit}>credits a month</span>
            </th>
            <SortHeader by="updatedAt" numeric>
              {bin ? 'Deleted' : 'Changed'}
            </SortHeader>
            <SortHeader by="createdAt" numeric>
              Created
            </SortHeader>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} />
          {drawn.map((row, index) => (
            <ScenarioRow
              key={row.id}
              row={row}
              index={first + index + 2}
              selected={row.id === selected}
              open={row.id === openId}
              renaming={row.id === renaming}
            />
          ))}
          <Spacer rows={rows.length - end} />
        </tbody>
      </table>
      {rows.length === 0 ? <Nothing loaded={loaded} /> : null}
    </div>
  )
}

/** Stands for rows that are out of sight. */
const Spacer = ({ rows }: { readonly rows: number }) =>
  rows > 0 ? (
    <tr aria-hidden className={styles.spacer}>
      <td style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  ) : null
