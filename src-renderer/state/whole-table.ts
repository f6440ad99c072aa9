import { refuse, type Result, succeed } from '#shared/result.ts'
import { MOST_SAVED_BYTES } from '#shared/saved-file.ts'
import { askPart } from '#renderer/queries/open-results.ts'
import type { WholeTable } from '#renderer/tables/exportable-table.ts'
import { invoke } from './backend.ts'
import type { Job } from './jobs.ts'

const CALLED_OFF = refuse({ code: 'run.cancelled', message: 'Saving the table was called off.', path: '' })

const TOO_LARGE = refuse({
  code: 'table.too_large',
  message: 'The table would be larger than 64 MB. Choose fewer rows of it.',
  path: '',
})

/**
 * A table as a file, part by part from where its rows are: nothing of it is kept here but the file. Refused where it is
 * called off, where it is larger than a file may be, and as `results.table` is.
 */
export async function wholeTable(
  table: WholeTable,
  { signal, onProgress }: Job,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const encoder = new TextEncoder()
  let [rows, bytes] = [0, 0]
  for (;;) {
    const part = await askPart(invoke, 'results.table', { ...table, offset: rows })
    if (signal.aborted) return CALLED_OFF
    if (!part.ok) return part
    const file = encoder.encode(part.value.csv)
    parts.push(file)
    rows += part.value.rows
    bytes += file.length
    if (bytes > MOST_SAVED_BYTES) return TOO_LARGE
    if (part.value.rows === 0 || rows >= part.value.rowCount)
      return succeed(new Uint8Array(await new Blob(parts).arrayBuffer()))
    onProgress(rows / part.value.rowCount)
  }
}
