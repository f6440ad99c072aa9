import * as z from './zod.ts'
import { About } from './about.ts'
import { listOf, textOf } from './bounded.ts'
import { MOST_ADDRESS, MOST_ENTRIES, MOST_INSTANT, MOST_NAME, MOST_TEXT } from './bounds.ts'
import { Catalog } from './catalog.ts'
import { Scenario } from './scenario.ts'
import { ScenarioVariants } from './variant.ts'

/*
 * What the store keeps. A document is one thing a person works on, with a name and a history of revisions; its
 * content is one of the kinds below, parsed on the way in and on the way out.
 */

/** A scenario as the application keeps it: what is billed, and which plan its screens show. */
export const ScenarioContent = z.strictObject({
  scenario: Scenario,
  /** Screens show the cheapest plan month by month, or the plan the scenario names. */
  shows: z.enum(['cheapest', 'plan']).default('cheapest'),
  /** What the scenario is compared with; left out where nobody made any. It is no part of what is billed. */
  variants: ScenarioVariants.optional(),
  about: About.optional(),
})
export type ScenarioContent = z.infer<typeof ScenarioContent>

/** A customer whose usage is looked at; its scenarios and datasets are named by id. */
export const CompanyContent = z.strictObject({
  notes: textOf(MOST_TEXT).default(''),
  scenarios: listOf(textOf(MOST_NAME), { most: MOST_ENTRIES, what: 'scenarios' }).default([]),
  datasets: listOf(textOf(MOST_NAME), { most: MOST_ENTRIES, what: 'datasets' }).default([]),
})

/** What is known about one import of usage; the facts themselves lie in a file beside the store. */
export const DatasetContent = z.strictObject({
  file: textOf(MOST_ADDRESS),
  rows: z.int().min(0),
  from: z.iso.datetime().max(MOST_INSTANT).nullable(),
  to: z.iso.datetime().max(MOST_INSTANT).nullable(),
})

/** A connection to a vendor's usage data. Its key is a secret and never part of a document. */
export const ConnectionContent = z.strictObject({
  provider: z.literal('elevenlabs'),
  baseUrl: z.url({ protocol: /^https$/ }).max(MOST_ADDRESS),
})

/** A run that was kept: enough to make the very same result again. */
export const RunContent = z.strictObject({
  scenario: Scenario,
  engineVersion: textOf(MOST_NAME),
  inputHash: textOf(MOST_NAME),
})

export const DocumentKind = z.enum(['scenario', 'catalog', 'dataset', 'company', 'connection', 'run'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const DocumentId = z.uuid()
export const DocumentName = z.string().trim().min(1, 'Expected a name.').max(200)
/** What an edit did, as undo names it: "Change usage to 400,000". */
export const EditLabel = z.string().trim().min(1).max(200)

export const DocumentSummary = z.strictObject({
  id: DocumentId,
  /** A `DocumentKind`, or one that this Tierwise does not know: then it can be listed, deleted and restored. */
  kind: z.string(),
  name: z.string(),
  /** Counts up by one with every accepted edit, undo and redo among them. */
  revision: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When it was put in the bin; null while it is in use. */
  deletedAt: z.iso.datetime().nullable(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const StoredScenario = DocumentSummary.extend({
  kind: z.literal('scenario'),
  content: ScenarioContent,
})
export type StoredScenario = z.infer<typeof StoredScenario>

/** A document whole; the content's type goes with its kind. */
export const StoredDocument = z.discriminatedUnion('kind', [
  StoredScenario,
  DocumentSummary.extend({ kind: z.literal('catalog'), content: Catalog }),
  DocumentSummary.extend({ kind: z.literal('dataset'), content: DatasetContent }),
  DocumentSummary.extend({ kind: z.literal('company'), content: CompanyContent }),
  DocumentSummary.extend({ kind: z.literal('connection'), content: ConnectionContent }),
  DocumentSummary.extend({ kind: z.literal('run'), content: RunContent }),
])
export type StoredDocument = z.infer<typeof StoredDocument>

/** Content on its way in, with its kind. */
export const NewContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scenario'), content: ScenarioContent }),
  z.strictObject({ kind: z.literal('catalog'), content: Catalog }),
  z.strictObject({ kind: z.literal('dataset'), content: DatasetContent }),
  z.strictObject({ kind: z.literal('company'), content: CompanyContent }),
  z.strictObject({ kind: z.literal('connection'), content: ConnectionContent }),
  z.strictObject({ kind: z.literal('run'), content: RunContent }),
])
export type NewContent = z.infer<typeof NewContent>

export const ListInput = z.strictObject({
  kind: DocumentKind,
  /** Those of kinds that this Tierwise does not know as well, so that nobody takes them for lost. */
  withUnknown: z.boolean().default(false),
  /** Those in the bin instead of those in use. */
  deleted: z.boolean().default(false),
  /** Words that the name or the content's text must all hold, in any case. */
  search: z.string().max(200).default(''),
  /** Only those that have this tag. */
  tag: textOf(MOST_NAME).nullable().default(null),
  limit: z.int().min(1).max(1000).default(1000),
  offset: z.int().min(0).default(0),
})

/** One state of a document that is kept. */
export const StoredRevision = z.strictObject({ id: DocumentId, revision: z.int().min(1) })
export type StoredRevision = z.infer<typeof StoredRevision>

/** One state a document was in; every revision can be read and gone back to. */
export const Revision = z.strictObject({
  revision: z.int().min(1),
  label: z.string(),
  at: z.iso.datetime(),
  /** The name a person gave this version; null for most. */
  version: z.string().nullable(),
})
export type Revision = z.infer<typeof Revision>

/**
 * Undo works within one document for its edits, and within the library for what is done to whole documents: made,
 * duplicated, imported, deleted, restored.
 */
export const HistoryScope = z.union([z.literal('library'), DocumentId])
export type HistoryScope = z.infer<typeof HistoryScope>

/** What undo and redo would do now, by name; null where there is nothing. */
export const HistoryState = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() })
export type HistoryState = z.infer<typeof HistoryState>

/** What undo or redo did: the label, the document it touched as it is now, and what comes next. */
export const HistoryStep = z.strictObject({
  label: z.string(),
  document: DocumentSummary,
  next: HistoryState,
})
export type HistoryStep = z.infer<typeof HistoryStep>
