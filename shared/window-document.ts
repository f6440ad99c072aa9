import * as z from './zod.ts'
import { listOf } from './bounded.ts'
import { MOST_EVENTS } from './bounds.ts'
import { DocumentSummary, NewContent, ScenarioContent, StoredDocument } from './library.ts'
import { Scenario } from './scenario.ts'
import { UsageEvent } from './usage.ts'

/*
 * Documents as windows have them. The usage events of a scenario stay where it is kept: nobody looks at half a million
 * of them one by one, and to read them would hold the window.
 */

/** How many usage events a scenario has. */
export const KeptEvents = z.strictObject({ kept: z.int().min(0).max(MOST_EVENTS) })

export const WindowContent = ScenarioContent.extend({
  scenario: Scenario.extend({ usageEvents: KeptEvents }),
})
export type WindowContent = z.infer<typeof WindowContent>

export const WindowScenario = DocumentSummary.extend({ kind: z.literal('scenario'), content: WindowContent })
export type WindowScenario = z.infer<typeof WindowScenario>

const [, ...otherDocuments] = StoredDocument.options

/** A document as a window shows it. */
export const WindowDocument = z.discriminatedUnion('kind', [WindowScenario, ...otherDocuments])
export type WindowDocument = z.infer<typeof WindowDocument>

const EditedEvents = z.union([listOf(UsageEvent, { most: MOST_EVENTS, what: 'usage events' }), KeptEvents])

/** A scenario as a window has changed it: with usage events of its own, or with those that its document has. */
export const EditedScenario = Scenario.extend({ usageEvents: EditedEvents.default([]) })
export type EditedScenario = z.infer<typeof EditedScenario>

const EditedContent = ScenarioContent.extend({ scenario: EditedScenario })

const [, ...otherContents] = NewContent.options

/** Content that takes the place of what a document has: a scenario with usage events of its own, or with those it has. */
export const EditedDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scenario'), content: EditedContent }),
  ...otherContents,
])
export type EditedDocument = z.infer<typeof EditedDocument>
