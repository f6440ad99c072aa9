import type { Json } from '#main/runs/json.ts'
import type { Store } from '#main/store/index.ts'
import type { AppEvent, Listener, Unsubscribe } from '#shared/events.ts'
import type { JobToken } from '#shared/job-token.ts'
import type { Result } from '#shared/problem.ts'
import type { RunKind, RunState } from '#shared/runs.ts'
import type { SecretProtection, SecretState } from '#shared/secrets.ts'

/*
 * What a host lends to the API besides the engine. The API's areas call these; who makes them is the host's choice.
 */

export interface Services {
  /** Answers what needs the store, wherever that is open. */
  readonly kept: AskKept
  readonly events: Events
  readonly runs: Runs
  readonly results: OpenResults
  readonly secrets: Secrets
  /** Null where the host cannot open the system's dialogs. */
  readonly dialogs: Dialogs | null
}

/** What the areas that keep documents work with, where the store is open. */
export interface KeptServices {
  readonly store: Store
  readonly events: Pick<Events, 'emit'>
}

/** A call that needs the store, by its name; its input is read where it is answered. It never throws. */
export type AskKept = (method: string, input: unknown) => Promise<Result<unknown>>

/** Tells every listener; the hosts pass events on to their windows. */
export interface Events {
  readonly emit: (event: AppEvent) => void
  readonly subscribe: (listener: Listener) => Unsubscribe
}

/** Long calls in worker threads. */
export interface Runs {
  /** Its state is told with the `token` of its asker. */
  readonly start: (method: RunKind, input: unknown, token?: JobToken) => RunState
  readonly list: () => readonly RunState[]
  readonly cancel: (id: string) => Result<RunState>
  readonly result: (id: string) => Result<Json>
  /** The result as soon as the run has come to its end, which is handed out by this. */
  readonly answered: (id: string) => Promise<Result<Json>>
  /** Ends every worker. */
  readonly close: () => Promise<void>
}

/** Results that are open, in a thread of their own. */
export interface OpenResults {
  /**
   * Opens a result, or answers what is asked of one, in the order of asking, long questions last; its input is read
   * there. An opening calls off whatever else its asker still waits for, which is refused with `result.superseded`. What
   * `signal` says nobody waits for any more is not begun, and a long question is ended. `result.too_many`, where too many
   * wait.
   */
  readonly ask: (method: string, input: unknown, signal?: AbortSignal) => Promise<Result<Json>>
  /** Calls off the job of this token, which is refused with `result.cancelled`; whether there was one. */
  readonly cancel: (token: JobToken) => boolean
}

/** Keys of providers: written and used, never read back over the API. */
export interface Secrets {
  readonly protection: () => Promise<SecretProtection>
  readonly state: (id: string) => Promise<SecretState>
  readonly set: (id: string, secret: string) => Promise<Result<SecretState>>
  readonly clear: (id: string) => Promise<Result<SecretState>>
  /**
   * For the connector in this process alone: does its work with the key, in UTF-8, and answers what that came to; null
   * where there is no key. Its bytes are good until the work ends or the key is cleared, and zeros afterwards.
   */
  readonly use: <T>(id: string, work: (key: Buffer) => Promise<T>) => Promise<T | null>
}

/** The system's own dialogs and file manager; a host without them has none. */
export interface Dialogs {
  /** Asks where and writes it there whole; answers the file, or null when the person cancelled. */
  readonly save: (suggestion: FileSuggestion, bytes: Uint8Array) => Promise<Result<string | null>>
  /** Asks which scenario's file and reads it; null when the person cancelled. */
  readonly open: () => Promise<Result<PickedFile | null>>
  /** The page that is shown, as a PDF. */
  readonly printPdf: () => Promise<Result<Uint8Array>>
  readonly showFolder: (folder: string) => Promise<Result<Record<string, never>>>
}

/** A file that a person picked, with what it is called and its bytes. */
export interface PickedFile {
  readonly name: string
  readonly file: Uint8Array<ArrayBuffer>
}

export interface FileSuggestion {
  readonly fileName: string
  /** Of the file type, for the dialog's filter. */
  readonly typeName: string
  readonly extension: string
}
