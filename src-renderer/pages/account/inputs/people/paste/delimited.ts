/** What a text of rows and columns holds, without blank rows, every row as long as the longest. */
export type Cells = readonly (readonly string[])[]

const DELIMITERS = ['\t', ';', ','] as const
type Delimiter = (typeof DELIMITERS)[number]

/** A cell in quotes, in which a doubled quote stands for one, or one without, and what it ends with. */
const CELL: Readonly<Record<Delimiter, RegExp>> = {
  '\t': /(?:"([^"]*(?:""[^"]*)*)" *|([^\t\r\n]*))(\t|\r\n|[\r\n]|$)/y,
  ';': /(?:"([^"]*(?:""[^"]*)*)" *|([^;\r\n]*))(;|\r\n|[\r\n]|$)/y,
  ',': /(?:"([^"]*(?:""[^"]*)*)" *|([^,\r\n]*))(,|\r\n|[\r\n]|$)/y,
}

/**
 * Reads a text as a spreadsheet or a CSV file has it: cells parted by tabs, semicolons or commas, rows by line ends of
 * any system. What parts the cells is what most rows have equally many of. A quote that never ends is a character.
 */
export function readCells(text: string): Cells {
  const readings = DELIMITERS.map((delimiter) => rowsOf(text, delimiter))
  // In a text that was copied from a spreadsheet commas and semicolons are within cells.
  const [tabbed = [], ...others] = readings
  if (tabbed.some((row) => row.length > 1)) return evened(tabbed)
  const [first = [], second = []] = others
  return evened(likeRows(second) > likeRows(first) ? second : first)
}

function rowsOf(text: string, delimiter: Delimiter): Cells {
  const cell = new RegExp(CELL[delimiter])
  const rows: string[][] = []
  let row: string[] = []
  while (cell.lastIndex < text.length || row.length > 0) {
    const [, quoted, plain = '', end = ''] = cell.exec(text) ?? []
    const content = quoted === undefined ? plain : quoted.replaceAll('""', '"')
    row.push(content.replaceAll(/\s+/g, ' ').trim())
    if (end === delimiter) continue
    if (row.some((each) => each !== '')) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

/** How many rows have as many cells as most of them; none where that is one. */
function likeRows(rows: Cells): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

function evened(rows: Cells): Cells {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}
