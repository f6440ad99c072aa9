import * as z from './zod.ts'
import { DocumentSummary } from './library.ts'

/** A teaching example that comes with the application: a question, and what to look for in its results. */
export const ExampleSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  question: z.string(),
  lookFor: z.string(),
  tags: z.array(z.string()),
})
export type ExampleSummary = z.infer<typeof ExampleSummary>

/**
 * The document that an example is opened as. `found`: one in use that is as the example made it; `restored`: such a one
 * from the bin; `made`: a new one.
 */
export const OpenedExample = z.strictObject({
  how: z.enum(['found', 'restored', 'made']),
  document: DocumentSummary,
})
export type OpenedExample = z.infer<typeof OpenedExample>
