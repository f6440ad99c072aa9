import { describe, expect, it } from 'vitest'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { elevenLabs202610 } from '#main/catalogs/elevenlabs-2026-10/index.ts'
import { adviseOnScenario, checkScenario, run } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { Scenario } from '#shared/scenario.ts'
import { AS_LONG_AS_ORDINARY, timesAsLong } from '../../time-ratio.ts'

const MANY = 5000
const YEAR_MS = 360 * 86_400_000

const many = <T>(make: (index: number) => T): readonly T[] =>
  Array.from({ length: MANY }, (_, index) => make(index))

/** Spread over the year, each after the one before. */
const on = (index: number): string =>
  new Date(Date.UTC(2026, 0, 2) + Math.floor((index * YEAR_MS) / MANY)).toISOString()

const EMPTY = Scenario.parse({
  schemaVersion: 1,
  name: 'Long lists',
  catalog: elevenLabs202604.id,
  plan: 'enterprise',
  start: '2026-01-01',
  months: 12,
  usage: { kind: 'streams', streams: [] },
})

const member = (id: string, workspace?: string) => ({
  id,
  role: 'member' as const,
  seat: 'basic' as const,
  locked: true,
  ...(workspace !== undefined && { workspace }),
})
const workspace = (id: string, kind: 'billing' | 'reporting' = 'reporting') => ({
  id,
  kind,
  environment: 'us',
  creditLimit: null,
})
const HEADQUARTERS = workspace('headquarters', 'billing')
const key = (index: number) => ({ id: `key-${index}`, limit: null })
const event = (index: number, names: object = {}) => ({
  id: `event-${index}`,
  at: on(index),
  product: 'text-to-speech',
  model: 'Multilingual v2',
  quantity: '1',
  ...names,
})

interface Long {
  readonly catalog?: Catalog
  readonly scenario: Partial<Scenario>
}

const KEYS: Long = { scenario: { apiKeys: [...many(key)] } }
const CHANGES: Long = {
  scenario: {
    changes: [
      ...many((index) => ({ kind: 'setOverage' as const, on: on(index), optIn: true, spendLimit: null })),
    ],
  },
}
/** Each of somebody else, whom nobody invited. */
const EVENTS: Long = {
  scenario: { usageEvents: [...many((index) => event(index, { member: `member-${index}` }))] },
}

describe('a scenario is checked as fast as another of as many items', () => {
  it.each<[string, Long, Long]>([
    ['members', { scenario: { members: [...many((index) => member(`member-${index}`))] } }, KEYS],
    [
      'members of workspaces',
      {
        scenario: {
          workspaces: [HEADQUARTERS, workspace('one'), workspace('two')],
          members: [...many((index) => member(`member-${index}`, index % 2 === 0 ? 'one' : 'two'))],
        },
      },
      KEYS,
    ],
    [
      'workspaces',
      { scenario: { workspaces: [HEADQUARTERS, ...many((index) => workspace(`workspace-${index}`))] } },
      KEYS,
    ],
    [
      'top-ups',
      {
        catalog: elevenLabs202610,
        scenario: {
          plan: 'pro',
          prepaid: { kind: 'wallet', balance: '0', autoTopUp: 'off' },
          changes: [...many((index) => ({ kind: 'topUp' as const, on: on(index), amount: '10' }))],
        },
      },
      CHANGES,
    ],
    [
      'events that each name another model',
      { scenario: { usageEvents: [...many((index) => event(index, { model: `model-${index}` }))] } },
      EVENTS,
    ],
  ])('%s', (_what, { catalog = elevenLabs202604, scenario }, ordinary) => {
    const [long, other] = [
      { ...EMPTY, ...scenario },
      { ...EMPTY, ...ordinary.scenario },
    ]
    const ratio = timesAsLong(
      () => [checkScenario(catalog, long), adviseOnScenario(long)],
      () => [checkScenario(elevenLabs202604, other), adviseOnScenario(other)],
    )
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })
})

describe('an account is billed as fast as another of as many changes', () => {
  it.each<[string, Partial<Scenario>]>([
    [
      'invitations',
      {
        changes: [
          ...many((index) => ({
            kind: 'inviteMember' as const,
            on: on(index),
            member: member(`member-${index}`),
          })),
        ],
      },
    ],
    [
      'locks',
      {
        members: [...many((index) => member(`member-${index}`))],
        changes: [
          ...many((index) => ({ kind: 'lockMember' as const, on: on(index), member: `member-${index}` })),
        ],
      },
    ],
  ])('%s', (_what, scenario) => {
    const [long, other] = [
      { ...EMPTY, ...scenario },
      { ...EMPTY, ...CHANGES.scenario },
    ]
    expect(run(elevenLabs202604, long)).toMatchObject({ ok: true })
    const ratio = timesAsLong(
      () => run(elevenLabs202604, long),
      () => run(elevenLabs202604, other),
    )
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })
})
