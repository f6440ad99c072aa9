import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useAccountRun } from '#renderer/state/account-run.ts'
import { streamsByMember } from '#renderer/state/account-edits/own-usage.ts'
import { useWindow } from '#renderer/tables/use-window.ts'
import { AddRow } from './AddRow.tsx'
import { COLUMN_IDS, type ColumnId, COLUMNS, columnsOf } from './columns.ts'
import { edit, go, isTyped, removeSelected, toggle } from './grid-actions.ts'
import { askedBy, selectAll } from './grid-state.ts'
import { groupsByMember, keysByMember, problemsByPlace, usageInCell } from './person-facts.ts'
import { PersonRow } from './PersonRow.tsx'
import { cellId, focusGrid, openDialog, PEOPLE_GRID_ID, setGrid, useGrid } from './use-grid.ts'
import styles from './people.module.css'

const HEIGHTS = { row: 28, head: 28 } as const

/** The cell that something is in; null where it is in none. */
function cellOf(target: EventTarget): { readonly row: number; readonly column: ColumnId } | null {
  if (!(target instanceof Element)) return null
  const row = target.closest('[data-row]')?.getAttribute('data-row')
  const name = target.closest('[data-column]')?.getAttribute('data-column')
  const column = COLUMN_IDS.find((id) => id === name)
  return row === undefined || row === null || column === undefined ? null : { row: Number(row), column }
}

/** The columns that the pane has room for. */
const inSight = (columns: readonly ColumnId[]): readonly ColumnId[] =>
  columns.filter((column) => {
    const head = document.querySelector(`#${PEOPLE_GRID_ID} thead [data-head=${column}]`)
    return head instanceof HTMLElement && head.offsetWidth > 0
  })

/** Everybody, one row each: arrows move through the cells, typing changes them, and rows are selected together. */
export function PeopleGrid({ account }: { readonly account: WindowAccount }) {
  const { members, groups, apiKeys, usage, workspaces } = account
  const box = useRef<HTMLDivElement>(null)
  const refused = useAccountRun((run) => run.refused)
  const row = useGrid((grid) => grid.row)
  const column = useGrid((grid) => grid.column)
  const columnNames = columnsOf(account).join(' ')
  const columns = useMemo(() => COLUMN_IDS.filter((id) => columnNames.split(' ').includes(id)), [columnNames])
  const groupNames = useMemo(() => groupsByMember({ groups }), [groups])
  const keyNames = useMemo(() => keysByMember({ apiKeys }), [apiKeys])
  const streams = useMemo(() => streamsByMember({ usage, apiKeys }), [usage, apiKeys])
  const problems = useMemo(() => problemsByPlace(refused), [refused])
  const choices = useMemo(() => ({ workspaces, groups }), [workspaces, groups])
  // The row that adds a person is the last one.
  const { first, end, show } = useWindow(box, members.length + 1, HEIGHTS)

  useLayoutEffect(() => show(row), [row, show])

  function press(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.target !== event.currentTarget || event.altKey) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / HEIGHTS.row) - 2)
    const extent = { columns: inSight(columns), last: members.length, page }
    const pressed = { key: event.key, ctrl: event.ctrlKey || event.metaKey }
    const grid = useGrid.getState()
    const asked = askedBy(pressed, grid, extent)
    if (!asked) return
    event.preventDefault()
    switch (asked.kind) {
      case 'go':
        return go(asked.row, asked.column, { shift: event.shiftKey })
      case 'edit':
        return edit(grid.row, grid.column)
      case 'type':
        return edit(grid.row, grid.column, asked.text)
      case 'toggle':
        return toggle(grid.row, grid.column)
      case 'remove':
        return removeSelected()
      case 'all':
        return setGrid(selectAll(grid, members.length))
    }
  }

  function point(event: MouseEvent): void {
    const at = cellOf(event.target)
    if (!at || event.button !== 0 || isOfField(event.target)) return
    // The focus stays with the grid, and no text is selected on the way.
    event.preventDefault()
    focusGrid()
    const grid = useGrid.getState()
    const held = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    const isHere = grid.row === at.row && grid.column === at.column && !held.shift && !held.ctrl
    if (isHere && !isTyped(at.column)) return edit(at.row, at.column)
    if (at.column === 'locked' && !held.shift && !held.ctrl && at.row < members.length) {
      if (!grid.selected.has(at.row)) go(at.row, at.column)
      return toggle(at.row, at.column)
    }
    if (at.row === members.length) return edit(at.row, 'name')
    go(at.row, at.column, held)
  }

  function pointTwice(event: MouseEvent): void {
    const at = cellOf(event.target)
    if (at && isTyped(at.column) && !isOfField(event.target)) edit(at.row, at.column)
  }

  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain')
    // One name that is pasted into a cell is the cell's.
    if (text.trim() === '' || (isOfField(event.target) && !/[\t\n]/.test(text.trim()))) return
    event.preventDefault()
    openDialog({ kind: 'paste', text })
  }

  const drawn = members.slice(first, Math.min(end, members.length))
  const below = Math.max(0, members.length + 1 - end)
  return (
    <div className={styles.box} ref={box}>
      <table
        id={PEOPLE_GRID_ID}
        role="grid"
        className={styles.table}
        aria-label="People"
        aria-multiselectable
        aria-rowcount={members.length + 2}
        aria-activedescendant={
          row >= first && row < end ? cellId(row, row < members.length ? column : 'name') : undefined
        }
        tabIndex={0}
        onKeyDown={press}
        onMouseDown={point}
        onDoubleClick={pointTwice}
        onPaste={paste}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((id) => (
              <th key={id} scope="col" className={styles[id]} data-head={id}>
                {COLUMNS[id].title}
                {COLUMNS[id].unit === undefined ? null : (
                  <span className={styles.unit}> {COLUMNS[id].unit}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} />
          {drawn.map((member, index) => (
            <PersonRow
              // Of two people with one name the place tells.
              key={first + index}
              row={first + index}
              member={member}
              columns={columns}
              groups={groupNames.get(member.id) ?? ''}
              keys={keyNames.get(member.id) ?? ''}
              usage={usageInCell(streams.get(member.id) ?? [])}
              problem={problems.get(first + index)}
              choices={choices}
            />
          ))}
          {end > members.length ? <AddRow row={members.length} /> : null}
          <Spacer rows={below} />
        </tbody>
      </table>
    </div>
  )
}

const isOfField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, select') !== null

/** Stands for rows that are out of sight. */
const Spacer = ({ rows }: { readonly rows: number }) =>
  rows > 0 ? (
    <tr aria-hidden className={styles.spacer}>
      <td style={{ height: rows * HEIGHTS.row }} />
    </tr>
  ) : null
