import * as z from './zod.ts'
import { listOf, textOf } from './bounded.ts'
import { MOST_ADDRESS, MOST_NAME } from './bounds.ts'
import { Problem } from './problem.ts'

export const BackupReason = z.enum(['automatic', 'migration', 'asked', 'restore'])
export type BackupReason = z.infer<typeof BackupReason>

/** A copy of the whole store beside it. */
export const Backup = z.strictObject({
  /** Its file's name, which also names it to `store.restore`. */
  name: z.string(),
  at: z.iso.datetime(),
  bytes: z.int().min(0),
  reason: BackupReason,
  /** Whether it is dated later than the clock says: the clock was wrong when it was made, or is wrong now. */
  isAhead: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/**
 * Something is wrong with the file the store was to open. It was set aside untouched, and another store opened in its
 * place, with what could be read of it; where the log beside it is gone, a copy was set aside and the file is worked on.
 */
export const StoreTrouble = z.strictObject({
  kind: z.enum(['corrupt', 'newerVersion', 'missing', 'lostChanges', 'lostLog', 'readOnly']),
  /** In plain words, for the person whose documents they are. */
  message: z.string(),
  /** Where the file that could not be opened lies now; null where it was left in its place. */
  setAside: z.string().nullable(),
  /** The newest backup that opens, one dated ahead of the clock only where there is no other; null where there is none. */
  offered: Backup.nullable(),
})
export type StoreTrouble = z.infer<typeof StoreTrouble>

export const StoreInfo = z.strictObject({
  folder: z.string(),
  file: z.string(),
  bytes: z.int().min(0),
  schemaVersion: z.int().min(0),
  documents: z.int().min(0),
  revisions: z.int().min(0),
  /** Newest first, and then those dated ahead of the clock. */
  backups: z.array(Backup),
  /** Why the backup that is due could not be made by itself, in plain words; null where none failed. */
  lastBackupFailure: z.string().nullable(),
  /** Where files lie that held documents and could not be used, newest first: told of as long as they are there. */
  setAside: z.array(z.string()),
  trouble: StoreTrouble.nullable(),
})
export type StoreInfo = z.infer<typeof StoreInfo>

/** What a check of the whole store came to: an empty list means that it is sound. */
export const StoreCheck = z.strictObject({ checkedDocuments: z.int(), findings: z.array(Problem) })
export type StoreCheck = z.infer<typeof StoreCheck>

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** How figures are written: 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56. Files always hold plain decimal strings. */
export const NumberFormat = z.enum(['comma', 'point', 'space', 'apostrophe'])
export type NumberFormat = z.infer<typeof NumberFormat>

export const LEAST_INPUTS_WIDTH = 300
export const MOST_INPUTS_WIDTH = 960
/** Whether the scenarios are a table or cards. */
export const LibraryView = z.enum(['list', 'cards'])
export type LibraryView = z.infer<typeof LibraryView>

export const Settings = z.strictObject({
  theme: Theme,
  numberFormat: NumberFormat,
  /** How wide the inputs of an account are, in pixels. */
  inputsWidth: z.int().min(LEAST_INPUTS_WIDTH).max(MOST_INPUTS_WIDTH),
  /** Which parts of an account's inputs are open, by their ids. */
  openInputs: listOf(textOf(MOST_NAME), { most: 20, what: 'open parts' }),
  libraryView: LibraryView,
  /** The scenario that was open last, opened again at the next start. */
  lastScenario: textOf(MOST_NAME).nullable(),
  /** Dialogs start here: Electron no longer remembers it. */
  lastFolder: textOf(MOST_ADDRESS).nullable(),
  /** Files opened or saved last, newest first. */
  recentFiles: listOf(textOf(MOST_ADDRESS), { most: 10, what: 'recent files' }),
})
export type Settings = z.infer<typeof Settings>

/**
 * Some settings, to change them and leave the others. Which files were opened and where is nothing that a page may say:
 * the menus open what stands there.
 */
export const SettingsChange = Settings.omit({ lastFolder: true, recentFiles: true }).partial()
export type SettingsChange = z.infer<typeof SettingsChange>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  numberFormat: 'comma',
  inputsWidth: 400,
  openInputs: ['usage', 'terms', 'people'],
  libraryView: 'list',
  lastScenario: null,
  lastFolder: null,
  recentFiles: [],
}
