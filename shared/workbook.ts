import { fileOf } from './file-bytes.ts'
import { MOST_SAVED_BYTES } from './saved-file.ts'
import * as z from './zod.ts'

/** A result as an Excel workbook. */
export const Workbook = z.strictObject({
  fileName: z.string(),
  file: fileOf(MOST_SAVED_BYTES),
  /** The sheets that have no room for all of their rows, each with how many are left out; its last row says so, too. */
  leftOut: z.array(z.strictObject({ sheet: z.string(), rows: z.int().min(1) })),
})
export type Workbook = Readonly<z.infer<typeof Workbook>>
