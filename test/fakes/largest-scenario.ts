import { presets } from '#main/catalogs/index.ts'
import { writeBundle } from '#main/export/bundle.ts'
import type { Input } from '#shared/api.ts'
import { Catalog } from '#shared/catalog.ts'
import { Scenario } from '#shared/scenario.ts'

const MEMBERS = 5000
const KEYS = 50
const YEARS = 3
const DAYS = 1095
const DAY_MS = 24 * 60 * 60 * 1000
const START = Date.UTC(2024, 0, 1)

/** What a key generated on a day. */
const eventOf = (key: number, day: number) => ({
  id: `event-${day}-${key}`,
  at: new Date(START + day * DAY_MS + key * 60_000).toISOString(),
  apiKey: `key-${key}`,
  product: 'text-to-speech',
  model: 'English v1',
  quantity: String(500 + ((day * 7 + key * 13) % 400)),
})

/** The largest scenario that anybody could mean: five thousand members, and every day of three years of fifty keys. */
export const LARGEST: Input<'scenarios.run'> = {
  schemaVersion: 1,
  name: 'The largest',
  catalog: 'elevenlabs-2026-04',
  plan: 'enterprise',
  start: '2024-01-01',
  months: YEARS * 12,
  overage: { optIn: true },
  customTerms: { enterprise: { basicSeats: MEMBERS } },
  members: Array.from({ length: MEMBERS }, (_, index) => ({
    id: `member-${index}`,
    role: index === 0 ? ('admin' as const) : ('member' as const),
    seat: index === 0 ? ('full' as const) : ('basic' as const),
  })),
  apiKeys: Array.from({ length: KEYS }, (_, index) => ({
    id: `key-${index}`,
    company: `Company ${index % 7}`,
  })),
  usage: { kind: 'streams', streams: [] },
  usageEvents: Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
    Array.from({ length: KEYS }, (_, key) => eventOf(key, day)),
  ),
}

/** Its file, with so many of its events, as another copy of Tierwise would have written it. */
export const largestFile = (events = DAYS * KEYS): string =>
  writeBundle({
    format: 'tierwise',
    schemaVersion: 1,
    id: '3f0c0f52-0d6e-4a6b-9a35-2f1a5c1f0a12',
    name: LARGEST.name,
    engineVersion: '0.1.0',
    inputHash: '',
    catalog: Catalog.parse(presets.find(({ id }) => id === LARGEST.catalog)),
    content: {
      scenario: Scenario.parse({ ...LARGEST, usageEvents: LARGEST.usageEvents?.slice(0, events) }),
      shows: 'plan',
    },
  })
