import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { PATIENT } from '../../patience.ts'

/** A table as it is read off a page or expected there: its name, its heads, and the texts of its cells, rows of sums last. */
export interface PageTable {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Runs in the page: the tables within an element, each cell with what it says on hover. */
function tablesIn(root: Element): PageTable[] {
  const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const textOf = (cell: Element): string => {
    const select = cell.querySelector('select')
    if (select !== null) return plain(select.selectedOptions[0]?.textContent)
    const text = plain(cell.textContent)
    const hint = cell.getAttribute('title')
    return hint === null || hint === text ? text : `${text} «${hint}»`
  }
  // Of many rows those in sight are drawn: a box that is high enough has them all in sight when it is read the next time.
  for (const long of root.querySelectorAll('table[aria-rowcount]')) {
    const box = long.closest('[role="region"]')
    const rows = Number(long.getAttribute('aria-rowcount'))
    if (box instanceof HTMLElement && long.querySelectorAll('tr[aria-rowindex]').length < rows) {
      box.style.maxHeight = 'none'
      box.style.height = `${String(rows * 240)}px`
    }
  }
  const cells = (row: Element) => [...row.querySelectorAll(':scope > th, :scope > td')]
  const cellsOf = (row: Element) => cells(row).map(textOf)
  return [...root.querySelectorAll('table')].map((table) => ({
    name: plain(table.caption?.textContent ?? table.getAttribute('aria-label')),
    heads: [...table.querySelectorAll('thead tr:last-child')].flatMap((row) =>
      cells(row).map((cell) => plain(cell.textContent)),
    ),
    rows: [...table.querySelectorAll('tbody tr:not([aria-hidden]), tfoot tr')].map(cellsOf),
  }))
}

export const readTables = (of: Locator): Promise<PageTable[]> => of.evaluate(tablesIn)

/** How many figures were compared so far. */
export const compared = { tables: 0, cells: 0 }

/**
 * Waits until all tables within a part of the page say what the engine gives, and nothing else; of those of which not all
 * is looked at, what is.
 */
export async function agree(
  of: Locator,
  tables: readonly PageTable[],
  looked: (table: PageTable) => PageTable = (whole) => whole,
): Promise<void> {
  await expect.poll(async () => (await readTables(of)).map(looked), PATIENT).toEqual(tables)
  count(tables)
}

function count(tables: readonly PageTable[]): void {
  compared.tables += tables.length
  for (const { rows } of tables) for (const row of rows) compared.cells += row.length
}

/** One column of a table that is expected: what stands over it, and what it says of a row. */
export type Expected<R> = readonly [head: string, text: (row: R) => string]

export const table = <R>(
  name: string,
  columns: readonly Expected<R>[],
  rows: readonly R[],
  sums: readonly (readonly string[])[] = [],
): PageTable => ({
  name,
  heads: columns.map(([head]) => head),
  rows: [...rows.map((row) => columns.map(([, text]) => text(row))), ...sums],
})
