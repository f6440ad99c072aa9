import type {
  DocumentKind,
  DocumentSummary,
  HistoryScope,
  HistoryState,
  HistoryStep,
  NewContent,
  Revision,
  StoredDocument,
} from '#shared/library.ts'
import type { Result } from '#shared/problem.ts'
import type { Backup, Settings, StoreCheck, StoreInfo } from '#shared/store.ts'

/*
 * What the local store can do. Every change is one transaction that is on the disk before the call returns. What the
 * disk refuses is a problem: `store.full`, `store.read_only`, `store.failed`, `store.corrupt`.
 */

export interface Store {
  readonly library: Library
  readonly history: History
  readonly settings: SettingsStore
  readonly info: () => Result<StoreInfo>
  /** Writes a backup because a person asked for it. */
  readonly backup: () => Result<Backup>
  /** Writes one where the newest is more than a day old and there is anything to keep; else null. Never throws. */
  readonly backUpDaily: () => Result<Backup | null>
  /**
   * Puts a backup in the store's place, after keeping the store as it is as another backup. Refused with
   * `backup.unknown`, `backup.unreadable`, or `backup.damaged` where it does not pass a check; whatever it is refused
   * with, nothing has changed.
   */
  readonly restore: (name: string) => Result<StoreInfo>
  readonly check: () => Result<StoreCheck>
  /** Ends the store's work; another process may open it from now on. */
  readonly close: () => void
}

/** Refuses an id it does not have with `document.unknown`, and changes to what is in the bin with `document.deleted`. */
export interface Library {
  /** Page by page: one with fewer than its limit is the last. */
  readonly list: (query: LibraryQuery) => Result<readonly DocumentSummary[]>
  /**
   * `document.damaged` where what is stored can no longer be read, `document.beyond_bounds` where it is more than is read
   * (see `shared/bounds.ts`), `document.kind` where it is of a kind that this Tierwise does not know; the same for
   * `revision`, `rename`, `duplicate`, `revert`.
   */
  readonly get: (id: string) => Result<StoredDocument>
  readonly create: (input: NewDocument) => Result<StoredDocument>
  /**
   * One accepted edit. The same content as now is no edit: it answers the document as it is. Refused with
   * `library.conflict` when `base` is not the newest revision, `library.kind` when the kind is another.
   */
  readonly edit: (edit: Edit) => Result<DocumentSummary>
  readonly rename: (id: string, name: string) => Result<DocumentSummary>
  /** A copy under a name of its own: the one given, with a number where a document of this kind has it already. */
  readonly duplicate: (id: string, name?: string) => Result<StoredDocument>
  /** A copy that remembers its origin, called `… (branch)`; of a document that says nothing of itself, a copy. */
  readonly branch: (id: string) => Result<StoredDocument>
  /** The tags of scenarios in use, by their letters. */
  readonly tags: () => Result<readonly TagCount[]>
  readonly delete: (id: string) => Result<DocumentSummary>
  readonly restore: (id: string) => Result<DocumentSummary>
  /** A document whose content was written elsewhere, such as in a thread that read a file. */
  readonly take: (written: WrittenDocument) => Result<DocumentSummary>
  /** Makes other content and another name the newest revision, taking the document out of the bin if it is there. */
  readonly replace: (written: Required<WrittenDocument>) => Result<DocumentSummary>
  /** Newest first. */
  readonly revisions: (id: string) => Result<readonly Revision[]>
  /** Refuses a revision the document does not have with `revision.unknown`. */
  readonly revision: (id: string, revision: number) => Result<StoredDocument>
  readonly revert: (id: string, revision: number) => Result<StoredDocument>
  readonly nameVersion: (id: string, revision: number, name: string | null) => Result<Revision>
  /** The document of this id, in use or in the bin; null where there is none. */
  readonly find: (id: string) => Result<DocumentSummary | null>
  /** `name` itself, or with the first number that makes it new among the documents of this kind. */
  readonly freeName: (kind: DocumentKind, name: string) => Result<string>
}

export interface LibraryQuery {
  readonly kind: DocumentKind
  /** Those of kinds that this Tierwise does not know as well. */
  readonly withUnknown?: boolean
  readonly deleted: boolean
  readonly search: string
  /** Only those that have it; left out or null, all. */
  readonly tag?: string | null
  readonly limit: number
  readonly offset: number
}

export interface TagCount {
  readonly tag: string
  readonly scenarios: number
}

export interface NewDocument {
  readonly name: string
  readonly document: NewContent
}

export interface Edit {
  readonly id: string
  readonly base: number
  readonly label: string
  readonly document: NewContent
}

/** Whoever wrote it has read it against the schema of its kind. */
export interface WrittenDocument {
  /** A new one unless given, and then one the store does not have. */
  readonly id?: string
  readonly kind: DocumentKind
  readonly name: string
  /** Canonical JSON. */
  readonly content: string
  /** What undo calls it, such as `Import "Agents in May"`. */
  readonly label: string
}

/** Refuses with `history.empty` where there is nothing to undo or redo. */
export interface History {
  readonly state: (scope: HistoryScope) => Result<HistoryState>
  readonly undo: (scope: HistoryScope) => Result<HistoryStep>
  readonly redo: (scope: HistoryScope) => Result<HistoryStep>
}

export interface SettingsStore {
  readonly get: () => Result<Settings>
  readonly change: (change: SomeSettings) => Result<Settings>
}

/** One that is named without a value is left alone. */
export type SomeSettings = { readonly [K in keyof Settings]?: Settings[K] | undefined }
