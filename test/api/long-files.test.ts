import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { withinLimits, readBundle, writeBundle } from '#main/export/bundle.ts'
import { MOST_PEOPLE } from '#shared/bounds.ts'
import { parse } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { AS_LONG_AS_ORDINARY, timesAsLong } from '../time-ratio.ts'
import { scenarioUsing } from '../store/support.ts'
import { WRITTEN_OUT } from './cases.ts'

const { content } = scenarioUsing('1')

/** The text of a file with these in its scenario. */
const fileOf = (scenario: object): string =>
  writeBundle({
    format: 'tierwise',
    schemaVersion: 1,
    id: randomUUID(),
    name: 'One month',
    engineVersion: '1',
    inputHash: '',
    catalog: WRITTEN_OUT,
    content: { ...content, scenario: { ...content.scenario, ...scenario } },
  })

const listOf = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index))

const event = (index: number) => ({
  id: `event-${index}`,
  at: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 50) * 86_400_000).toISOString(),
  member: `member-${index % 5000}`,
  apiKey: `key-${index % 50}`,
  workspace: 'production',
  product: 'text-to-speech-api',
  model: 'Multilingual v2',
  quantity: '40.5',
})

describe('a file with a list longer than anybody writes', () => {
  it.each([
    [
      'members',
      20_001,
      (index: number) => ({ id: `m${index}`, seat: 'basic' }),
      'Expected at most 20,000 members.',
    ],
    [
      'workspaces',
      1001,
      (index: number) => ({ id: `w${index}`, kind: 'reporting', environment: 'us' }),
      'Expected at most 1,000 workspaces.',
    ],
    ['grants', 10_001, () => 0, 'Expected at most 10,000 grants.'],
  ] as const)('of %s is refused for that alone', (list, length, item, message) => {
    const path = `content.scenario.${list}`
    expect(readBundle(fileOf({ [list]: listOf<unknown>(length, item) }))).toEqual({
      ok: false,
      problems: [{ code: 'input.invalid', message, path }],
    })
  })

  it('is refused as fast as an ordinary one of its size is read', () => {
    const long = { ...content.scenario, grants: listOf(300_000, () => 0) }
    const ordinary = { ...content.scenario, usageEvents: listOf(3000, event) }
    expect(JSON.stringify(long).length).toBeLessThan(JSON.stringify(ordinary).length * 1.1)
    const ratio = timesAsLong(
      () => parse(Scenario, long),
      () => parse(Scenario, ordinary),
    )
    expect(ratio).toBeLessThan(AS_LONG_AS_ORDINARY)
  })

  it('is refused as it comes over the wire, too', async () => {
    const call = createApi({ host: 'test' })
    const answer = await call('documents.validate', {
      document: { ...content.scenario, grants: listOf(200_000, () => 0) },
    })
    expect(answer).toEqual({
      ok: true,
      value: [
        {
          severity: 'error',
          code: 'input.invalid',
          message: 'Expected at most 10,000 grants.',
          path: 'grants',
        },
      ],
    })
  })
})

describe('modelled usage of everybody in an account', () => {
  const streams = (length: number) => ({
    usage: {
      kind: 'streams' as const,
      streams: listOf(length, (index) => ({
        id: `stream-${index}`,
        member: `member-${index}`,
        product: 'text-to-speech-api',
        model: 'Multilingual v2',
        monthly: '1000',
        pattern: { kind: 'flat' as const },
      })),
    },
  })

  it('has as many streams as there may be members', () => {
    expect(parse(Scenario, { ...content.scenario, ...streams(MOST_PEOPLE) }).ok).toBe(true)
    expect(readBundle(fileOf(streams(MOST_PEOPLE + 1)))).toMatchObject({
      problems: [{ message: 'Expected at most 20,000 streams.', path: 'content.scenario.usage.streams' }],
    })
  })
})

it('a text longer than anybody writes is refused for that', () => {
  const text = fileOf({
    catalog: { ...WRITTEN_OUT, description: '\u0301'.repeat(10_001) + '\u0316'.repeat(10_001) },
  })
  expect(readBundle(text)).toMatchObject({
    problems: [
      { message: 'Expected at most 20,000 characters.', path: 'content.scenario.catalog.description' },
    ],
  })
})

describe('the largest account that is meant', () => {
  const largest: Partial<Scenario> = {
    members: listOf(5000, (index) => ({
      id: `member-${index}`,
      user: `person.${index}@company.example`,
      workspace: 'production',
      role: 'member' as const,
      seat: 'basic' as const,
      locked: false,
    })),
    // Three years of a day's use by each of fifty keys.
    usageEvents: listOf(54_750, event),
  }

  it('fits into a file with room to spare, and is read as it was written', () => {
    const text = fileOf(largest)
    expect(withinLimits(`${text}${' '.repeat(text.length / 2)}`).ok).toBe(true)
    const bundle = readBundle(text)
    if (!bundle.ok) throw new Error(bundle.problems[0]?.message)
    const { members, usageEvents } = bundle.value.content.scenario
    expect([members.length, usageEvents.length]).toEqual([5000, 54_750])
    expect(usageEvents.at(-1)).toEqual(event(54_749))
  })
})
