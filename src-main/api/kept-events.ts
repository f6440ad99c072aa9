import type { Library } from '#main/store/index.ts'
import type { NewContent, StoredDocument, StoredScenario } from '#shared/library.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { UsageEvent } from '#shared/usage.ts'
import type { EditedDocument, WindowDocument, WindowScenario } from '#shared/window-document.ts'
import { stampsIn } from './event-stamps.ts'

/*
 * The usage events of a scenario stay with the store: windows know how many there are, and an edit of anything else
 * leaves them as they are.
 */

/** A scenario as windows have it. */
export function scenarioForWindow({ content, ...summary }: StoredScenario): WindowScenario {
  const usageEvents = { kept: content.scenario.usageEvents.length }
  return { ...summary, content: { ...content, scenario: { ...content.scenario, usageEvents } } }
}

/** A document as windows have it. */
export const forWindow = (document: StoredDocument): WindowDocument =>
  document.kind === 'scenario' ? scenarioForWindow(document) : document

/**
 * What an edit makes of a document: where it leaves the usage events as they are, with those that the document has.
 * Refused where it should have some and they cannot be read.
 */
export function withKeptEvents(
  library: Pick<Library, 'get'>,
  id: string,
  edited: EditedDocument,
): Result<NewContent> {
  if (edited.kind !== 'scenario') return succeed(edited)
  const { kind, content } = edited
  const { usageEvents, ...rest } = content.scenario
  const events = Array.isArray(usageEvents) ? succeed(usageEvents) : keptEvents(library, id, usageEvents.kept)
  if (!events.ok) return events
  return succeed({ kind, content: { ...content, scenario: { ...rest, usageEvents: events.value } } })
}

function keptEvents(library: Pick<Library, 'get'>, id: string, kept: number): Result<UsageEvent[]> {
  const events = eventsOf(library, id)
  return events.ok || kept > 0 ? events : succeed([])
}

/** Usage events, and by what they are known; null where whoever asks has them. */
interface StampedEvents {
  readonly stamp: string
  readonly events: readonly UsageEvent[] | null
}

/** Those of a document, which is not read where they are those of the stamp that is `known`. Refused as `eventsOf`. */
export function stampedEvents(
  library: Pick<Library, 'find' | 'get'>,
  id: string,
  known: string | null,
): Result<StampedEvents> {
  const found = library.find(id)
  if (!found.ok) return found
  const stamp = found.value ? stampsIn(library).of(found.value) : ''
  if (stamp === known) return succeed({ stamp, events: null })
  const events = eventsOf(library, id)
  return events.ok ? succeed({ stamp, events: events.value }) : events
}

/** Whether an edit leaves the usage events of its document as they are. */
export const leavesEvents = ({ kind, content }: EditedDocument): boolean =>
  kind === 'scenario' && !Array.isArray(content.scenario.usageEvents)

/** Those that a document has, none where it is no scenario; refused where it cannot be read. */
export function eventsOf(library: Pick<Library, 'get'>, id: string): Result<UsageEvent[]> {
  const present = library.get(id)
  if (!present.ok) return present
  return succeed(present.value.kind === 'scenario' ? present.value.content.scenario.usageEvents : [])
}
