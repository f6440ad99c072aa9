import { elevenLabs202604 as catalog } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { measured, type Row } from './row.ts'

const EVENTS = 1_000_000
const RUNS = 3
const START = Date.UTC(2026, 0, 1)
const SPACING_MS = Math.floor((365 * 86_400_000) / EVENTS)

/** A year of usage events through every gate: seats, a ceiling, a group, a key with a limit. */
export function eventRows(): readonly Row[] {
  const scenario = yearOfEvents()
  const year = medianOf(() => {
    const result = run(catalog, scenario)
    if (!result.ok) throw new Error(`The year of events was refused: ${result.problems[0]?.message}`)
  })
  const floor = medianOf(() => {
    if (writtenByHand(scenario.usageEvents).length !== EVENTS) throw new Error('An event was not written.')
  })
  return [
    measured('full run: a year of 1,000,000 usage events, all gates', 'ms', year, { below: 2000 }),
    measured('  floor: the same events read, counted and written by hand', 'ms', floor),
    measured('  full run ÷ floor', 'times', year / floor),
  ]
}

function medianOf(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

/** The least that a ledger of them takes: each one's time, what its user has used by then, and its entry. */
function writtenByHand(events: readonly UsageEvent[]): readonly object[] {
  const used = new Map<string, number>()
  return events.map(({ at, member, apiKey, quantity }) => {
    const who = member ?? apiKey ?? ''
    const amount = Number(quantity)
    const sum = (used.get(who) ?? 0) + amount
    used.set(who, sum)
    return { at: new Date(Date.parse(at)).toISOString(), unit: 'credits', who, amount: String(amount), sum }
  })
}

function yearOfEvents(): Scenario {
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'A year of events',
    catalog: catalog.id,
    plan: 'scale',
    start: '2026-01-01',
    months: 12,
    overage: { optIn: true, spendLimit: '500' },
    members: [
      { id: 'admin', role: 'admin', seat: 'full' },
      { id: 'maker', seat: 'full' },
      { id: 'caller', seat: 'basic' },
    ],
    groups: [{ id: 'team', members: ['maker', 'caller'], limit: '900000' }],
    apiKeys: [{ id: 'key', company: 'Customer', limit: '800000' }],
    usage: { kind: 'streams', streams: [] },
  })
  // A million events are not sent through the schema: reading a file is another matter than billing it.
  return { ...scenario, usageEvents: Array.from({ length: EVENTS }, (_, number) => eventOf(number)) }
}

/** Website and API use in turn, by several members and a key. */
function eventOf(number: number): UsageEvent {
  const id = `event-${number}`
  const at = new Date(START + number * SPACING_MS).toISOString()
  if (number % 4 === 3)
    return { id, at, apiKey: 'key', product: 'text-to-speech-api', model: 'Flash v2.5', quantity: '40' }
  const member = ['admin', 'maker', 'caller'][number % 3] ?? 'admin'
  return { id, at, member, product: 'text-to-speech', model: 'Multilingual v2', quantity: '25' }
}
