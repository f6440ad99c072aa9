import { describe, expect, test } from 'vitest'
import { checkCatalog, checkScenario } from '#main/engine/index.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { figure } from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise } from '../support/consolidation.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

const catalog = preset('elevenlabs-2026-04')
const members = [full('ann')]

type Given = Parameters<typeof peopleOf>[1]

const problemsOf = (given: Given) =>
  checkScenario(catalog, peopleOf(catalog, { plan: 'creator', members, ...given })).map(({ code, path }) => [
    code,
    path,
  ])

const event = (more: Partial<UsageEvent> = {}): UsageEvent =>
  use(5, 'ann', 'text-to-speech', 100, { model: 'Multilingual v2', ...more })

const stream = (more: object = {}) => ({
  id: 's',
  member: 'ann',
  product: 'text-to-speech',
  model: 'Multilingual v2',
  monthly: '100',
  ...more,
})

const streams = (...list: ReturnType<typeof stream>[]): Given => ({
  usage: { kind: 'streams', streams: list },
})

describe('usage that cannot be priced, counted once or attributed is refused', () => {
  test('usage that can be has no problems', () => {
    expect(problemsOf({ ...streams(stream()), usageEvents: [event()] })).toEqual([])
  })

  test.each<[string, object, string, string]>([
    ['a model the catalogue does not know', { model: 'Parrot' }, 'usage.unknown_model', 'model'],
    ['a product the catalogue does not know', { product: 'parrot' }, 'usage.unknown_product', 'product'],
    ['what no rate is published for', { product: 'dubbing', model: 'Standard' }, 'usage.unpriced', 'model'],
    ['an unknown key', { apiKey: 'web' }, 'usage.unknown_key', 'apiKey'],
    ['somebody who is never a member', { member: 'nobody' }, 'usage.unknown_member', 'member'],
  ])('%s, of an event and of a stream', (_, more, code, field) => {
    expect(problemsOf({ usageEvents: [event(), event(more)] })).toEqual([[code, `usageEvents.1.${field}`]])
    const given = streams(stream(), { ...stream(more), id: 't' })
    expect(problemsOf(given)).toEqual([[code, `usage.streams.1.${field}`]])
  })

  test('the key of another member, while its own or nobody may be named with it', () => {
    const given = {
      members: [full('ann')],
      apiKeys: [{ id: 'web', member: 'ann' }, { id: 'shared' }],
      changes: [{ kind: 'inviteMember' as const, on: '2026-01-02', member: basic('bea') }],
    }
    const { member: _, ...nobody } = event({ apiKey: 'web' })
    const sound = [event({ apiKey: 'web' }), nobody, event({ member: 'bea', apiKey: 'shared' })]
    expect(problemsOf({ ...given, usageEvents: sound })).toEqual([])
    const usageEvents = [...sound, event({ member: 'bea', apiKey: 'web' })]
    expect(problemsOf({ ...given, usageEvents })).toEqual([['usage.key_of_another', 'usageEvents.3.apiKey']])
    expect(problemsOf({ ...given, ...streams(stream({ member: 'bea', apiKey: 'web' })) })).toEqual([
      ['usage.key_of_another', 'usage.streams.0.apiKey'],
    ])
  })

  describe('what the account’s plans have no rate for', () => {
    const only = (...plans: string[]) => ({
      ...catalog,
      burnRates: catalog.burnRates.map((rate) => ({ ...rate, plans })),
    })
    const asked = (some: typeof catalog, given: Given = {}) =>
      checkScenario(some, peopleOf(some, { plan: 'creator', members, usageEvents: [event()], ...given }))
    const change = (plan: string) => ({ kind: 'changePlan' as const, on: '2026-01-20', plan })

    test('its only plan is named', () => {
      expect(asked(only('pro'))).toEqual([
        {
          code: 'usage.not_in_plan',
          message: 'Creator does not have text-to-speech with Multilingual v2.',
          path: 'usageEvents.0.model',
        },
      ])
      expect(asked(only('pro'), { plan: 'pro' })).toEqual([])
    })

    test('and all of them where a change or a cancellation brings others, in the order they come', () => {
      const changes = [{ kind: 'cancel' as const, on: '2026-01-25' }, change('starter')]
      expect(asked(only('pro'), { changes })).toEqual([
        expect.objectContaining({
          code: 'usage.not_in_plan',
          message:
            'None of the plans the account may come to be on (Creator, Starter, Free) has text-to-speech with Multilingual v2.',
        }),
      ])
    })

    test('a plan it may come to that has the product is enough: what is asked for before is blocked then', () => {
      expect(asked(only('pro'), { changes: [change('pro')] })).toEqual([])
      expect(asked(only('creator'), { changes: [change('pro')] })).toEqual([])
      expect(asked(only('free'), { changes: [{ kind: 'cancel', on: '2026-01-25' }] })).toEqual([])
      // a plan the catalogue does not have brings nothing, and the change to it is refused as well
      expect(asked(only('pro'), { changes: [change('huge')] }).map(({ code }) => code)).toEqual([
        'plan.unknown',
        'usage.not_in_plan',
      ])
    })

    test('no published rate is no rate: the plans it is missing on are named', () => {
      const scribe = event({ product: 'speech-to-text-api', model: 'Scribe v1' })
      const told = (given: Given) => asked(catalog, { usageEvents: [scribe], ...given })
      // Free is listed without a figure; 62 hours and 51 minutes of it are Creator’s 100,000 credits
      expect(told({ plan: 'free' })).toEqual([
        {
          code: 'usage.unpriced',
          message:
            'No burn rate is published for speech-to-text-api with Scribe v1 on Free, so it cannot be priced.',
          path: 'usageEvents.0.model',
        },
      ])
      expect(told({ plan: 'free', changes: [change('creator')] })).toEqual([])
      expect(told({ plan: 'creator', changes: [{ kind: 'cancel', on: '2026-01-25' }] })).toEqual([])
    })

    test('a workspace may find it on the subscription it goes on with, and no other workspace does', () => {
      const enterprise = enterpriseOf()
      const some = {
        ...enterprise,
        burnRates: enterprise.burnRates.map((rate) => ({ ...rate, plans: ['small'] })),
      }
      const afterwards = { kind: 'newSubscription' as const, plan: 'small' }
      const given = onEnterprise({
        workspaces: [hq, eu],
        changes: [{ kind: 'unlinkWorkspace', on: '2026-01-16', workspace: 'eu', afterwards }],
        usageEvents: ['hq', 'eu'].map((workspace) => use(20, null, 'api', 1, { workspace })),
      })
      expect(checkScenario(some, peopleOf(some, given)).map(({ code, path }) => [code, path])).toEqual([
        ['usage.not_in_plan', 'usageEvents.0.model'],
      ])
    })
  })

  test('somebody who is invited later may be named', () => {
    const changes = [{ kind: 'inviteMember' as const, on: '2026-01-20', member: full('abe') }]
    expect(problemsOf({ members: [], changes, usageEvents: [event({ member: 'abe' })] })).toEqual([])
  })

  test('an event before or after the run: its end does not belong to it', () => {
    const at = [
      '2025-12-31T23:59:59.999Z',
      '2026-01-01T00:00:00Z',
      '2026-01-31T23:59:59Z',
      '2026-02-01T00:00:00Z',
    ]
    const usageEvents = at.map((instant) => event({ at: instant }))
    expect(problemsOf({ usageEvents })).toEqual([
      ['usage.outside_run', 'usageEvents.0.at'],
      ['usage.outside_run', 'usageEvents.3.at'],
    ])
  })

  test('two events of one id that say different things, wherever they stand', () => {
    const usageEvents = [event({ id: 'a' }), event({ id: 'b' }), event({ id: 'a', quantity: '101' })]
    expect(problemsOf({ usageEvents })).toEqual([['usage.conflicting_event', 'usageEvents.2.id']])
    expect(problemsOf({ usageEvents: [event({ id: 'a' }), event({ id: 'a', quantity: '100.0' })] })).toEqual(
      [],
    )
  })

  test('two streams of one id', () => {
    expect(problemsOf(streams(stream(), stream()))).toEqual([['usage.duplicate_id', 'usage.streams.1.id']])
  })

  test.each([
    ['itself', 'b'],
    ['a generation that does not exist', 'none'],
    ['a later generation', 'c'],
    ['a generation of the same instant', 'd'],
  ])('making %s again', (_, regenerates) => {
    const usageEvents = [
      event({ id: 'a' }),
      event({ id: 'b', at: '2026-01-06T00:00:00Z', regenerates }),
      event({ id: 'c', at: '2026-01-07T00:00:00Z', regenerates: 'a' }),
      event({ id: 'd', at: '2026-01-06T00:00:00Z' }),
    ]
    expect(problemsOf({ usageEvents })).toEqual([
      ['usage.nothing_to_regenerate', 'usageEvents.1.regenerates'],
    ])
  })

  test('every problem is told at once', () => {
    const given: Given = {
      ...streams(stream({ model: 'Parrot', member: 'nobody' })),
      usageEvents: [
        event({ apiKey: 'none', at: '2026-03-01T00:00:00Z', product: 'dubbing', model: 'Standard' }),
      ],
    }
    expect(problemsOf(given)).toEqual([
      ['usage.unknown_model', 'usage.streams.0.model'],
      ['usage.unknown_member', 'usage.streams.0.member'],
      ['usage.unpriced', 'usageEvents.0.model'],
      ['usage.unknown_key', 'usageEvents.0.apiKey'],
      ['usage.outside_run', 'usageEvents.0.at'],
    ])
  })
})

describe('free regenerations that contradict their catalogue are refused', () => {
  const policy = { count: 2, withinMinutes: 120, products: ['create'] }

  test('a product that is not there, and a source that is not listed', () => {
    const sound = workspaceOf({ freeRegenerations: figure(policy) })
    expect(checkCatalog(sound)).toEqual([])
    const value = { ...policy, products: ['create', 'parrot'] }
    const problems = checkCatalog({ ...sound, freeRegenerations: { value, source: 'hearsay' } })
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['catalog.unknown_reference', 'freeRegenerations.value.products'],
      ['catalog.unknown_source', 'freeRegenerations.source'],
    ])
  })
})
