import { type Column, textTable } from '../text-table.ts'

/** A titled table; nothing where there are no rows. */
export const section = <Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string[] => (rows.length === 0 ? [] : [`${title}\n${textTable(columns, rows)}`])

/** A titled list, a line each; nothing where it is empty. */
export const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')]
