/** Reads a CSV file as RFC 4180 has it, behind its mark. */
export function readCsv(text: string): readonly (readonly string[])[] {
  if (!text.startsWith('\ufeff')) throw new Error('The file does not say that it is UTF-8.')
  const rows: string[][] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let cellsOfRow: string[] = []
  for (const [, inQuotes, plain = '', end] of text.slice(1).matchAll(cells)) {
    cellsOfRow.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(cellsOfRow)
    cellsOfRow = []
  }
  return rows
}
