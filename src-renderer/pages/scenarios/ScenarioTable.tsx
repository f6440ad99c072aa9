import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { filterByTag, searchFor, type SortKey, sortBy, useLibrary } from '#renderer/state/library.ts'
import { newScenario } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useScenarioList } from '#renderer/state/scenario-list.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { rowsOfPage } from '#renderer/tables/row-by-key.ts'
import { useWindow } from '#renderer/tables/use-window.ts'
import { useWidth } from '#renderer/tables/use-width.ts'
import { rowId, SCENARIO_TABLE_ID } from './ids.ts'
import { onListKey } from './list-keys.ts'
import { ScenarioRow } from './ScenarioRow.tsx'
import styles from './scenarios.module.css'

const ROW_HEIGHT = 32
const HEIGHTS = { row: ROW_HEIGHT, head: 28 }
/** As wide as the list must be to show the question, the finding and the tags beside all else, in pixels. */
const ROOM_FOR_ALL = 1560

function SortHeader({
  by,
  children,
  className,
}: {
  readonly by: SortKey
  readonly children: string
  readonly className?: string | undefined
}) {
  const sort = useLibrary((library) => library.sort)
  const here = sort.by === by
  const Icon = sort.down ? IconChevronDown : IconChevronUp
  return (
    <th
      scope="col"
      className={className}
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
  filterByTag(null)
}

/** Said where no scenario is. */
export function Nothing({ loaded }: { readonly loaded: boolean }) {
  const bin = useLibrary((library) => library.bin)
  const search = useLibrary((library) => library.search)
  const tag = useLibrary((library) => library.tag)
  const { unread } = useScenarioList()
  if (!loaded)
    return unread === null ? null : <p className={styles.nothing}>The scenarios cannot be read now.</p>
  if (search !== '' || tag !== null) {
    const sought = [
      search === '' ? [] : `holds “${search}”`,
      tag === null ? [] : `has the tag “${tag}”`,
    ].flat()
    return (
      <p className={styles.nothing}>
        Nothing {sought.join(' and ')}.{' '}
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
  const beside = useLibrary((library) => library.beside)
  const renaming = useLibrary((library) => library.renaming)
  const bin = useLibrary((library) => library.bin)
  const { unread } = useScenarioList()
  const openId = useOpenScenario((open) => open.document?.id)
  const { first, end, show } = useWindow(box, rows.length, HEIGHTS)
  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end])
  const wide = useWidth(box) >= ROOM_FOR_ALL
  const active = beside ?? selected
  const place = rows.findIndex(({ id }) => id === active)

  useLayoutEffect(() => {
    if (place >= 0 && (renaming === null || renaming === active)) show(place)
  }, [place, active, renaming, show])

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    onListKey(event, { rows, columns: 1, page: rowsOfPage(box.current, ROW_HEIGHT) })
  }

  return (
    <div className={styles.box} ref={box} data-stale={unread !== null}>
      <table
        id={SCENARIO_TABLE_ID}
        role="grid"
        className={styles.table}
        aria-label={bin ? 'Scenarios in the bin' : 'Scenarios'}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={place >= first && place < end ? rowId(active ?? '') : undefined}
        aria-multiselectable
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead ref={oneStop}>
          <tr aria-rowindex={1}>
            <SortHeader by="name">Name</SortHeader>
            {wide ? (
              <>
                <th scope="col">Question</th>
                <th scope="col" className={styles.finding}>
                  Finding
                </th>
              </>
            ) : null}
            <th scope="col" className={styles.catalogue}>
              Catalogue
            </th>
            <th scope="col" className={styles.plan}>
              Plan shown
            </th>
            <th scope="col" className={`${styles.usage ?? ''} ${styles.date ?? ''}`}>
              Usage <span className={styles.unit}>credits a month</span>
            </th>
            {wide ? (
              <th scope="col" className={styles.tags}>
                Tags
              </th>
            ) : null}
            <SortHeader by="updatedAt" className={`${styles.changed ?? ''} ${styles.date ?? ''}`}>
              {bin ? 'Deleted' : 'Changed'}
            </SortHeader>
            <SortHeader by="createdAt" className={`${styles.created ?? ''} ${styles.date ?? ''}`}>
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
              selected={row.id === selected || row.id === beside}
              wide={wide}
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
