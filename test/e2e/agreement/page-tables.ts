import { isDeepStrictEqual } from 'node:util'
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

/** Waits until all tables within a part of the page say what the engine gives, and nothing else. */
export async function agree(of: Locator, tables: readonly PageTable[]): Promise<void> {
  await expect.poll(() => readTables(of), PATIENT).toEqual(tables)
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

/** Runs in the page: scrolls what scrolls around a table on by a sight. */
function scrollOn(root: Element): void {
  const box = root.querySelector('table')?.closest('[tabindex="0"]')
  box?.scrollBy({ top: box.clientHeight / 2 })
}

/** Runs in the page: the places of the rows that are drawn, among all that there are. */
const placesIn = (root: Element): number[] =>
  [...root.querySelectorAll('tbody tr[aria-rowindex]')].map(
    (row) => Number(row.getAttribute('aria-rowindex')) - 2,
  )

/**
 * The same of a part with one table that draws only rows in sight: each is looked at by its place, and what is out of
 * sight is scrolled to.
 */
export async function agreeByRow(of: Locator, { name, heads, rows }: PageTable, sums = 0): Promise<void> {
  const all = rows.slice(0, rows.length - sums)
  const seen = new Set<number>()
  async function disagreeing(before: number): Promise<readonly unknown[]> {
    const [read, ...others] = await readTables(of)
    const places = await of.evaluate(placesIn)
    if (read === undefined || others.length > 0) return ['there is not one table']
    const drawn = places.map((place, at) => ({ at: place, shown: read.rows[at], given: all[place] }))
    const wrong = drawn.filter(({ shown, given }) => !isDeepStrictEqual(shown, given))
    const rest = { name: read.name, heads: read.heads, sums: read.rows.slice(places.length) }
    const isRest = isDeepStrictEqual(rest, { name, heads, sums: rows.slice(all.length) })
    if (wrong.length > 0 || !isRest) return isRest ? wrong : [...wrong, rest]
    for (const place of places) seen.add(place)
    return seen.size > before || seen.size === all.length ? [] : ['no other row came into sight']
  }
  for (;;) {
    const before = seen.size
    await expect.poll(() => disagreeing(before), PATIENT).toEqual([])
    if (seen.size === all.length) break
    await of.evaluate(scrollOn)
  }
  count([{ name, heads, rows }])
}
