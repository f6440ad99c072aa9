import { z } from 'zod'
import { decoded } from '#main/runs/json.ts'
import type { ParsedInput } from '#shared/api.ts'
import { parse, type Problem, refuse, refuseAll, type Result, succeed } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import type { EventsAtHand, ReadEvents } from './events-at-hand.ts'

/**
 * The usage events of a document, as bytes or as the store has them, and the stamp that they have; none where they are
 * those of the stamp that is `known`. Refused where they cannot be read.
 */
export type KeptEventsOf = (document: string, known: string | null) => Promise<Result<unknown>>

const Kept = z.strictObject({ stamp: z.string(), events: z.unknown() })

const Events = Scenario.shape.usageEvents.unwrap()

/** A whole scenario, and the JSON of its usage events as it is hashed, where that is at hand. */
export interface ScenarioToOpen {
  readonly scenario: Scenario
  readonly eventsText?: string
}

/**
 * A whole scenario of one that a window has changed: where it leaves the usage events to its document, with those that
 * the document has, which are read only where they are others than those `atHand`. Refused where it names none, or its
 * events cannot be read.
 */
export async function scenarioToOpen(
  { scenario, document }: ParsedInput<'results.open'>,
  keptEventsOf: KeptEventsOf,
  atHand: EventsAtHand,
): Promise<Result<ScenarioToOpen>> {
  const { usageEvents, ...rest } = scenario
  if (Array.isArray(usageEvents)) return succeed({ scenario: { ...rest, usageEvents } })
  if (usageEvents.kept === 0) return succeed({ scenario: { ...rest, usageEvents: [] } })
  if (document === null) return refuse(NO_DOCUMENT)
  const read = await readEvents(document, keptEventsOf, atHand)
  if (!read.ok) return read
  const { events, text } = read.value
  return succeed({ scenario: { ...rest, usageEvents: events }, eventsText: text })
}

async function readEvents(
  document: string,
  keptEventsOf: KeptEventsOf,
  atHand: EventsAtHand,
): Promise<Result<ReadEvents>> {
  const known = atHand.of(document)
  const answer = decoded(await keptEventsOf(document, known?.stamp ?? null))
  if (!answer.ok) return refuseAll(answer.problems.map(ofDocument))
  const kept = Kept.parse(answer.value)
  if (known && kept.stamp === known.stamp) return succeed(known)
  const events = parse(Events, kept.events)
  return events.ok ? succeed(atHand.keep(document, kept.stamp, events.value)) : events
}

/** The store calls the field `id`. */
const ofDocument = (problem: Problem): Problem =>
  problem.path === 'id' ? { ...problem, path: 'document' } : problem

const NO_DOCUMENT = {
  code: 'result.no_document',
  message: 'The usage events are kept in a document: say in which.',
  path: 'document',
}
