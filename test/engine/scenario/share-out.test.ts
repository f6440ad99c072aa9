import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOut } from '#main/engine/index.ts'
import { MOST_PEOPLE } from '#shared/bounds.ts'
import { microsOf } from '#shared/decimal.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'

const growth = { kind: 'growth', percent: '8' } as const
const stream = (id: string, monthly: string, more: Partial<UsageStream> = {}): UsageStream => ({
  id,
  product: 'say',
  model: 'plain',
  monthly,
  pattern: growth,
  ...more,
})
const usageOf = (...streams: UsageStream[]): ModelledUsage => ({ kind: 'streams', streams })
const evenly = (...ids: string[]) => ids.map((id) => ({ id, parts: 1 }))
const streamsOf = (usage: ReturnType<typeof shareOut>): readonly UsageStream[] =>
  usage.ok && usage.value.kind === 'streams' ? usage.value.streams : []
const figures = (usage: ReturnType<typeof shareOut>) =>
  streamsOf(usage).map(({ member, workspace, monthly }) => [member ?? workspace, monthly])

describe('usage shared out among members', () => {
  test('is theirs in whole credits, with its pattern, the first having what is left over', () => {
    // 100 ÷ 3 = 33, and 1 is left.
    const all = {
      usage: usageOf(stream('all', '100')),
      among: 'members',
      shares: evenly('ann', 'ben', 'cem'),
    } as const
    expect(shareOut(all)).toEqual({
      ok: true,
      value: usageOf(
        stream('ann · say', '34', { member: 'ann' }),
        stream('ben · say', '33', { member: 'ben' }),
        stream('cem · say', '33', { member: 'cem' }),
      ),
    })
  })

  test('keeps the days of the week on which it is used: what falls on others is shared out by itself', () => {
    const workdays = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 0, sun: 0 }
    const usage = usageOf(
      stream('office', '100', { weekdays: workdays }),
      stream('same', '20', { weekdays: { sun: 0, sat: 0, fri: 1, thu: 1, wed: 1, tue: 1, mon: 1 } }),
      stream('always', '30'),
    )
    const shared = streamsOf(shareOut({ usage, among: 'members', shares: evenly('ann') }))
    expect(shared.map(({ id, monthly, weekdays }) => [id, monthly, weekdays])).toEqual([
      ['ann · say', '120', workdays],
      ['ann · say 2', '30', undefined],
    ])
  })

  test('goes by parts, and who has none of them gets none of it', () => {
    const shares = [
      { id: 'full', parts: 3 },
      { id: 'basic', parts: 1 },
      { id: 'guest', parts: 0 },
    ]
    expect(figures(shareOut({ usage: usageOf(stream('all', '1000')), among: 'members', shares }))).toEqual([
      ['full', '750'],
      ['basic', '250'],
    ])
  })

  test('is none of those for whom nothing of it is left', () => {
    const all = {
      usage: usageOf(stream('all', '2')),
      among: 'members',
      shares: evenly('ann', 'ben', 'cem'),
    } as const
    expect(figures(shareOut(all))).toEqual([
      ['ann', '1'],
      ['ben', '1'],
    ])
  })

  test('is shared out anew by other parts, all that is alike together and all else by itself', () => {
    const usage = usageOf(
      stream('a', '600', { member: 'ann' }),
      stream('other', '10', { model: 'fine' }),
      stream('steady', '6', { pattern: { kind: 'flat' } }),
      stream('b', '200', { member: 'ben' }),
      stream('key', '50', { apiKey: 'k' }),
      stream('rest', '200'),
    )
    const shared = shareOut({ usage, among: 'members', shares: evenly('ann', 'ben') })
    // 600 + 200 + 200 of one kind; a key's usage is nobody else's.
    expect(streamsOf(shared).map(({ id, model, monthly }) => [id, model, monthly])).toEqual([
      ['key', 'plain', '50'],
      ['ann · say', 'plain', '500'],
      ['ben · say', 'plain', '500'],
      ['ann · say 2', 'fine', '5'],
      ['ben · say 2', 'fine', '5'],
      ['ann · say 3', 'plain', '3'],
      ['ben · say 3', 'plain', '3'],
    ])
  })

  test('stays in the workspace that uses it, and with it where nobody is a member', () => {
    const usage = usageOf(stream('eu', '90', { workspace: 'eu' }), stream('in', '30', { workspace: 'in' }))
    const shares = [
      { id: 'ann', workspace: 'us', parts: 1 },
      { id: 'ben', workspace: 'eu', parts: 1 },
      { id: 'cem', workspace: 'eu', parts: 2 },
    ]
    expect(streamsOf(shareOut({ usage, among: 'members', shares }))).toEqual([
      stream('in', '30', { workspace: 'in' }),
      stream('ben · say', '30', { member: 'ben', workspace: 'eu' }),
      stream('cem · say', '60', { member: 'cem', workspace: 'eu' }),
    ])
  })
})

describe('usage shared out among workspaces', () => {
  test('is what nobody is named for, and what members use stays theirs', () => {
    const usage = usageOf(
      stream('a', '5', { member: 'ann' }),
      stream('rest', '60'),
      stream('eu', '40', { workspace: 'eu' }),
    )
    const shares = [
      { id: 'us', parts: 50 },
      { id: 'eu', parts: 30 },
      { id: 'in', parts: 20 },
    ]
    expect(figures(shareOut({ usage, among: 'workspaces', shares }))).toEqual([
      ['ann', '5'],
      ['us', '50'],
      ['eu', '30'],
      ['in', '20'],
    ])
  })
})

test('shares of a figure add up to it to the last digit', () => {
  const figure = fc.bigInt({ min: 1n, max: 9_000_000_000_000n }).map((micros) => {
    const fraction = String(micros % 1_000_000n)
      .padStart(6, '0')
      .replace(/0+$/, '')
    return `${String(micros / 1_000_000n)}${fraction === '' ? '' : `.${fraction}`}`
  })
  const parts = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((one) => one > 0))
  fc.assert(
    fc.property(
      figure,
      parts,
      fc.constantFrom('members' as const, 'workspaces' as const),
      (monthly, all, among) => {
        const shares = all.map((one, place) => ({ id: String(place), parts: one }))
        const shared = streamsOf(shareOut({ usage: usageOf(stream('all', monthly)), among, shares }))
        const sum = shared.reduce((so, each) => so + microsOf(each.monthly), 0n)
        expect(sum).toBe(microsOf(monthly))
        expect(shared.every(({ pattern }) => pattern === growth)).toBe(true)
        const areWhole = shared.every((each) => !each.monthly.includes('.'))
        expect(areWhole || monthly.includes('.')).toBe(true)
      },
    ),
  )
})

test.each([
  ['usage.not_by_product', { kind: 'pattern', monthly: '5', pattern: growth } as const, evenly('ann')],
  ['usage.nothing_to_share', usageOf(stream('key', '5', { apiKey: 'k' })), evenly('ann')],
  ['usage.nothing_to_share', usageOf(stream('all', '0')), evenly('ann')],
  ['usage.nothing_to_share', usageOf(stream('all', '5')), [{ id: 'ann', parts: 0 }]],
  ['usage.too_much', usageOf(stream('a', '9007199254'), stream('b', '9007199254')), evenly('ann')],
  [
    'usage.too_many_streams',
    usageOf(stream('a', '9000000'), stream('b', '9000000', { model: 'fine' })),
    evenly(...Array.from({ length: MOST_PEOPLE / 2 + 1 }, (_, place) => String(place))),
  ],
])('is refused: %s', (code, usage, shares) => {
  expect(shareOut({ usage, among: 'members', shares })).toMatchObject({ ok: false, problems: [{ code }] })
})
