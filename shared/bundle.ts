import * as z from './zod.ts'
import { textOf } from './bounded.ts'
import { MOST_NAME } from './bounds.ts'
import { Catalog } from './catalog.ts'
import { DocumentId, DocumentName, DocumentSummary, ScenarioContent } from './library.ts'
import { Problem } from './problem.ts'

/** A scenario to hand on: with its catalogue written out, and what it takes to see that it runs as it did. */
export const ScenarioBundle = z.strictObject({
  format: z.literal('tierwise'),
  schemaVersion: z.literal(1),
  id: DocumentId,
  name: DocumentName,
  engineVersion: textOf(MOST_NAME),
  /** Of the scenario with its catalogue, as `run` names it. */
  inputHash: textOf(MOST_NAME),
  catalog: Catalog,
  content: ScenarioContent,
  /** SHA-256 of everything else in the file; one that was changed since is refused. */
  hash: textOf(MOST_NAME),
})
export type ScenarioBundle = z.infer<typeof ScenarioBundle>

/** What to do where the store has the bundle's document already, in use or in the bin. */
export const OnExisting = z.enum(['ask', 'replace', 'copy'])
export type OnExisting = z.infer<typeof OnExisting>

/** `exists` asks: nothing was imported, and the same call with `replace` or `copy` decides. */
export const ImportOutcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('imported'),
    document: DocumentSummary,
    /** What the person should know although nothing is wrong, such as another engine version. */
    notices: z.array(Problem),
  }),
  z.strictObject({ kind: z.literal('exists'), existing: DocumentSummary, name: z.string() }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>
