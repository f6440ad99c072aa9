import { decoded } from '#main/runs/json.ts'
import type { ParsedInput } from '#shared/api.ts'
import { parse, type Problem, refuse, refuseAll, type Result, succeed } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'

/** The usage events of a document, as bytes or as the store has them; refused where they cannot be read. */
export type KeptEventsOf = (document: string) => Promise<Result<unknown>>

const Events = Scenario.shape.usageEvents.unwrap()

/**
 * A whole scenario of one that a window has changed: where it leaves the usage events to its document, with those that
 * the document has. Refused where it names none, or its events cannot be read.
 */
export async function scenarioToOpen(
  { scenario, document }: ParsedInput<'results.open'>,
  keptEventsOf: KeptEventsOf,
): Promise<Result<Scenario>> {
  const { usageEvents, ...rest } = scenario
  if (Array.isArray(usageEvents)) return succeed({ ...rest, usageEvents })
  if (usageEvents.kept === 0) return succeed({ ...rest, usageEvents: [] })
  if (document === null) return refuse(NO_DOCUMENT)
  const kept = decoded(await keptEventsOf(document))
  if (!kept.ok) return refuseAll(kept.problems.map(ofDocument))
  const events = parse(Events, kept.value)
  return events.ok ? succeed({ ...rest, usageEvents: events.value }) : events
}

/** The store calls the field `id`. */
const ofDocument = (problem: Problem): Problem =>
  problem.path === 'id' ? { ...problem, path: 'document' } : problem

const NO_DOCUMENT = {
  code: 'result.no_document',
  message: 'The usage events are kept in a document: say in which.',
  path: 'document',
}
