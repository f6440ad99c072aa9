import * as z from './zod.ts'
import { JobToken } from './job-token.ts'
import { DocumentSummary, HistoryScope } from './library.ts'
import { RunState } from './runs.ts'
import { Settings } from './store.ts'

/** What the application tells every window without being asked, so that they agree. */
export const AppEvent = z.discriminatedUnion('kind', [
  /** A document was made, edited, renamed, deleted, restored, imported. */
  z.strictObject({ kind: z.literal('document'), document: DocumentSummary }),
  z.strictObject({ kind: z.literal('history'), scope: HistoryScope }),
  z.strictObject({ kind: z.literal('settings'), settings: Settings }),
  /** A provider's key was set or cleared; the key itself is told to nobody. */
  z.strictObject({ kind: z.literal('secret') }),
  /** The store was restored or replaced: everything read from it is out of date. */
  z.strictObject({ kind: z.literal('store') }),
  z.strictObject({ kind: z.literal('run'), run: RunState }),
  /** How far a job is that takes long, for whoever knows its token; 1 once it has come to its end, whatever that was. */
  z.strictObject({ kind: z.literal('job'), token: JobToken, progress: z.number().min(0).max(1) }),
  /** The system asks to show a scenario: a file was opened by double click or from the recent ones. */
  z.strictObject({ kind: z.literal('open'), id: z.string() }),
  /** A file that the system asked to open could not be: in words. */
  z.strictObject({ kind: z.literal('openFailed'), file: z.string(), message: z.string() }),
  /** A native menu item of the command registry was chosen. */
  z.strictObject({ kind: z.literal('command'), id: z.string() }),
])
export type AppEvent = z.infer<typeof AppEvent>

export type Listener = (event: AppEvent) => void
export type Unsubscribe = () => void
