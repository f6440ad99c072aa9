import { describe, expect, test } from 'vitest'
import type { UsageEvent } from '#shared/usage.ts'
import { figure } from '../support/build.ts'
import { basic, billPeople, full, preset, servedRows, use, workspaceOf } from '../support/people.ts'

/** Twice within two hours. */
const workspace = workspaceOf({
  freeRegenerations: figure({ count: 2, withinMinutes: 120, products: ['create'] }),
})
const members = [full('ann'), full('abe')]

/** 100 units of `create` by Ann at a time of 1 January. */
const make = (id: string, time: string, more: Partial<UsageEvent> = {}): UsageEvent => ({
  ...use(1, 'ann', 'create', 100, more),
  id,
  at: `2026-01-01T${time}Z`,
})

const again = (id: string, time: string, more: Partial<UsageEvent> = {}): UsageEvent =>
  make(id, time, { regenerates: 'first', ...more })

const creditsOf = (usageEvents: UsageEvent[], catalog = workspace) =>
  Number(billPeople(catalog, { members, usageEvents }).totals.usage)

const first = make('first', '12:00:00')

describe('making unchanged content again', () => {
  test('is free so many times, and every time beyond is charged in full', () => {
    const events = [first, again('2', '12:10:00'), again('3', '12:20:00')]
    expect(creditsOf(events)).toBe(100)
    expect(creditsOf([...events, again('4', '12:30:00')])).toBe(200)
    expect(creditsOf([...events, again('4', '12:30:00'), again('5', '12:31:00')])).toBe(300)
  })

  test('is free for so long after the first time: the bound itself is too late', () => {
    expect(creditsOf([first, again('2', '13:59:59.999')])).toBe(100)
    expect(creditsOf([first, again('2', '14:00:00')])).toBe(200)
  })

  test('is charged without a policy', () => {
    expect(creditsOf([first, again('2', '12:10:00')], workspaceOf())).toBe(200)
  })

  test.each([
    ['quantity', { quantity: '101' }, 201],
    ['product', { product: 'agents' }, 200],
    ['member', { member: 'abe' }, 200],
  ])('is not what it is with another %s', (_, more, credits) => {
    expect(creditsOf([first, again('2', '12:10:00', more)])).toBe(credits)
  })

  test('is the same content however its quantity is written', () => {
    expect(creditsOf([first, again('2', '12:10:00', { quantity: '100.000' })])).toBe(100)
  })

  test('is free for the products listed only: no other of the website, and none of the API', () => {
    const api = [make('first', '12:00:00', { product: 'api' }), again('2', '12:10:00', { product: 'api' })]
    expect(creditsOf(api)).toBe(200)
  })

  test('is never free with an API key, the first time or again', () => {
    const key = { apiKey: 'web' }
    const billed = (...usageEvents: UsageEvent[]) =>
      Number(billPeople(workspace, { members, apiKeys: [{ id: 'web' }], usageEvents }).totals.usage)
    expect(billed(first, again('2', '12:10:00', key))).toBe(200)
    expect(billed(make('first', '12:00:00', key), again('2', '12:10:00'))).toBe(200)
    expect(billed(make('first', '12:00:00', key), again('2', '12:10:00', key))).toBe(200)
  })

  test('is charged where the first generation was blocked', () => {
    // 50 of 250 are left: 100 are not served, and nor are the same 100 again
    const catalog = workspaceOf({
      credits: '250',
      freeRegenerations: figure({ count: 2, withinMinutes: 120, products: ['create'] }),
    })
    const events = [
      make('other', '11:00:00', { product: 'agents', quantity: '200' }),
      first,
      again('2', '12:10:00'),
    ]
    const result = billPeople(catalog, { members, usageEvents: events })
    expect(servedRows(result)).toEqual([
      ['ann', 'agents', 200, {}],
      ['ann', 'create', 0, { notEnoughLeft: 200 }],
    ])
  })

  test('uses up none of its times where it is blocked itself', () => {
    const result = billPeople(workspace, {
      members,
      changes: [
        { kind: 'lockMember', on: '2026-01-01T12:05:00Z', member: 'ann' },
        { kind: 'unlockMember', on: '2026-01-01T12:15:00Z', member: 'ann' },
      ],
      usageEvents: [first, again('2', '12:10:00'), again('3', '12:20:00'), again('4', '12:30:00')],
    })
    expect(servedRows(result)).toEqual([['ann', 'create', 100, { locked: 0 }]])
    expect(result.usage.map(({ requests, blockedRequests }) => [requests, blockedRequests])).toEqual([[4, 1]])
  })

  test('is blocked at no credits for who may use nothing, and free for who has used up a ceiling', () => {
    const result = billPeople(workspace, {
      members: [basic('ann')],
      changes: [{ kind: 'removeMember', on: '2026-01-01T12:15:00Z', member: 'ann' }],
      usageEvents: [first, again('2', '12:10:00'), again('3', '12:20:00')],
    })
    expect(servedRows(result)).toEqual([['ann', 'create', 100, { noSeat: 0 }]])
    expect(result.periods.map(({ blockedBecause }) => blockedBecause)).toEqual([
      [{ cause: 'noSeat', credits: '0' }],
    ])
    expect(result.usage.map(({ requests, blockedRequests }) => [requests, blockedRequests])).toEqual([[3, 1]])
  })

  test('what is made again of something free counts against what was paid for', () => {
    const chain = [
      first,
      again('2', '12:10:00'),
      again('3', '12:20:00', { regenerates: '2' }),
      again('4', '12:30:00', { regenerates: '3' }),
    ]
    expect(creditsOf(chain)).toBe(200)
    expect(creditsOf([first, again('2', '13:50:00'), again('3', '14:00:00', { regenerates: '2' })])).toBe(200)
  })

  test('what was charged in full may be made again like any other generation', () => {
    const events = ['2', '3', '4'].map((id) => again(id, `12:${id}0:00`))
    expect(creditsOf([first, ...events, again('5', '13:00:00', { regenerates: '4' })])).toBe(200)
  })

  test('an event that comes twice uses up one of its times', () => {
    const events = [first, again('2', '12:10:00'), again('3', '12:20:00')]
    expect(creditsOf([...events, ...events])).toBe(100)
  })

  test('counts as a request that burns nothing', () => {
    const { usage } = billPeople(workspace, { members, usageEvents: [first, again('2', '12:10:00')] })
    expect(usage.map(({ requests, poolCredits }) => [requests, poolCredits])).toEqual([[2, '100']])
  })

  test('the same text three times is paid three times where it is not said to be made again', () => {
    expect(creditsOf(['a', 'b', 'c'].map((id) => make(id, '12:00:00')))).toBe(300)
  })

  test.each([
    ['elevenlabs-2026-04', 'text-to-speech', 2000],
    ['elevenlabs-2026-04', 'text-to-speech-api', 4000],
    ['elevenlabs-2026-04', 'studio', 2000],
    ['elevenlabs-2026-10', 'text-to-speech', 2000],
    ['dodo-elevenlabs', 'text-to-speech', 4000],
  ])('%s: 1,000 characters of %s four times within two hours burn %d credits', (id, product, credits) => {
    const speech = { product, model: 'Multilingual v2', quantity: '1000' }
    const usageEvents = [
      make('first', '12:00:00', speech),
      ...['2', '3', '4'].map((time) => again(time, `12:${time}0:00`, speech)),
    ]
    const { totals } = billPeople(preset(id), { plan: 'creator', members: [full('ann')], usageEvents })
    expect(totals.usage).toBe(String(credits))
  })
})
