import { z } from 'zod'
import { DocumentId } from '#shared/library.ts'
import type { Row, Value } from './table-rows.ts'

/* What the rows of each table hold, as a damaged file has it. */

const FoundDocument = z.object({
  id: DocumentId,
  kind: z.string(),
  revision: z.int().min(1),
  /** Null where it cannot be read. */
  name: z.string().nullable(),
  updatedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
})
export type FoundDocument = z.infer<typeof FoundDocument>

const FoundEntry = z.object({
  scope: z.string(),
  position: z.int().min(1),
  label: z.string(),
  document: DocumentId,
  action: z.enum(['edit', 'bin', 'unbin']),
  from: z.int().nullable(),
  to: z.int().nullable(),
  undone: z.int().min(0).max(1),
})
export type FoundEntry = z.infer<typeof FoundEntry>

const FoundRevision = z.object({
  revision: z.int().min(1),
  label: z.string(),
  /** As it stands there, which may be no instant: no checksum covers it. */
  at: z.string(),
  name: z.string(),
  content: z.string(),
  /** Null before there were named versions. */
  version: z.string().nullable(),
  /** Null before there were checksums. */
  checksum: z.string().nullable(),
})
export type FoundRevision = z.infer<typeof FoundRevision>

const FoundSetting = z.object({ key: z.string(), value: z.string() })
export type FoundSetting = z.infer<typeof FoundSetting>

export const documentIn = (row: Row): FoundDocument | undefined =>
  FoundDocument.safeParse({
    id: row.at(0),
    kind: row.at(1),
    name: textOrNull(row.at(2)),
    revision: row.at(3),
    updatedAt: textOrNull(row.at(5)),
    deletedAt: row.at(6),
  }).data

export const entryIn = (row: Row): FoundEntry | undefined =>
  FoundEntry.safeParse({
    scope: row.at(0),
    position: row.at(1),
    label: row.at(2),
    document: row.at(3),
    action: row.at(4),
    from: row.at(5),
    to: row.at(6),
    undone: row.at(7),
  }).data

export const revisionIn = (row: Row): FoundRevision | undefined =>
  FoundRevision.safeParse({
    revision: row.at(1),
    label: textOrNull(row.at(2)) ?? '',
    at: textOrNull(row.at(3)) ?? '',
    name: row.at(4),
    content: row.at(5),
    version: row.width === 6 ? null : textOrNull(row.at(6)),
    checksum: row.width === 6 ? null : row.at(7),
  }).data

export const settingIn = (row: Row): FoundSetting | undefined =>
  FoundSetting.safeParse({ key: row.at(0), value: row.at(1) }).data

const textOrNull = (value: Value): string | null => (typeof value === 'string' ? value : null)
