/** A cell of a table as a file: a figure as the engine gave it, or a text. */
export type CsvCell = { readonly figure: string } | { readonly text: string }

/** Says to a spreadsheet that the file is UTF-8; it stands before its first line. */
export const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet would take for a formula, and work out, where a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/** A text that no spreadsheet works out: one that begins like a formula gets an apostrophe in front. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A cell as RFC 4180 writes it: in quotes where it would be read as more than one, quotes within doubled. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const written = (cell: CsvCell): string => quoted('figure' in cell ? cell.figure : guarded(cell.text))

/** A line of a CSV file (RFC 4180) with its end: figures are plain decimals with every digit, and no text is a formula. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(written).join(',')}\r\n`
