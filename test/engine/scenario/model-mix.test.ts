import { describe, expect, test } from 'vitest'
import { mixed } from '#main/engine/scenario/model-mix.ts'
import { Scenario } from '#shared/scenario.ts'
import type { UsageEvent, UsageStream } from '#shared/usage.ts'

const move = (from: string, to: string, share: string, product = 'say') => ({ product, from, to, share })

const stream = (id: string, model: string, monthly: string, product = 'say'): UsageStream => ({
  id,
  product,
  model,
  monthly,
  pattern: { kind: 'growth', percent: '5' },
  member: 'ann',
})

const event = (id: string, model: string, quantity: string, more: Partial<UsageEvent> = {}): UsageEvent => ({
  id,
  at: '2026-01-02T10:00:00Z',
  product: 'say',
  model,
  quantity,
  ...more,
})

const usageOf = (streams: UsageStream[], usageEvents: UsageEvent[] = []) => ({
  usage: Scenario.shape.usage.parse({ kind: 'streams', streams }),
  usageEvents,
})

function streamsIn({ usage }: ReturnType<typeof mixed>): readonly UsageStream[] {
  return usage.kind === 'streams' ? usage.streams : []
}

const partsIn = (result: ReturnType<typeof mixed>) =>
  streamsIn(result).map(({ id, model, monthly }) => [id, model, monthly])

describe('streams', () => {
  test('keep their place with what stays; what moved follows all there was, alike in everything else', () => {
    const [a, b] = [stream('a', 'fine', '1000'), stream('b', 'plain', '7')]
    const result = mixed(usageOf([a, b]), [move('fine', 'plain', '30')])
    expect(streamsIn(result)).toEqual([
      { ...a, monthly: '700' },
      b,
      { ...a, id: 'a → 1', model: 'plain', monthly: '300' },
    ])
    expect([...result.streamMoves]).toEqual([[2, 0]])
  })

  test('of another product, or another model, stay as they are', () => {
    const streams = [stream('a', 'fine', '10', 'sing'), stream('b', 'plain', '10')]
    const result = mixed(usageOf(streams), [move('fine', 'plain', '50')])
    expect(streamsIn(result)).toEqual(streams)
    expect(result.idle).toEqual([0])
  })

  test('of which all moves have another model in their place', () => {
    const result = mixed(usageOf([stream('a', 'fine', '10')]), [
      move('fine', 'plain', '60'),
      move('fine', 'quick', '40'),
    ])
    expect(partsIn(result)).toEqual([
      ['a', 'plain', '6'],
      ['a → 2', 'quick', '4'],
    ])
    expect([...result.streamMoves]).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  test('move once, whatever other moves there are, in any order', () => {
    const streams = [stream('a', 'fine', '100'), stream('b', 'plain', '10')]
    const there = move('fine', 'plain', '50')
    const back = move('plain', 'fine', '50')
    // Half of each is where the other was: nothing goes there and back
    const quantities = (...moves: ReturnType<typeof move>[]) =>
      partsIn(mixed(usageOf(streams), moves))
        .map(([, model, monthly]) => `${model} ${monthly}`)
        .toSorted()
    expect(quantities(there, back)).toEqual(['fine 5', 'fine 50', 'plain 5', 'plain 50'])
    expect(quantities(back, there)).toEqual(quantities(there, back))
  })

  test('are split into millionths that sum to them', () => {
    // 0.000001 in two halves: nobody can have half of it, and what stays comes first
    expect(partsIn(mixed(usageOf([stream('a', 'fine', '0.000001')]), [move('fine', 'plain', '50')]))).toEqual(
      [
        ['a', 'fine', '0.000001'],
        ['a → 1', 'plain', '0'],
      ],
    )
  })

  test('and a share of nothing moves nothing', () => {
    const result = mixed(usageOf([stream('a', 'fine', '10')]), [move('fine', 'plain', '0')])
    expect(partsIn(result)).toEqual([['a', 'fine', '10']])
    expect(result.idle).toEqual([])
  })

  test('whose ids look like parts get other ones', () => {
    const streams = [stream('a', 'fine', '10'), stream('a → 1', 'fine', '10')]
    const ids = partsIn(mixed(usageOf(streams), [move('fine', 'plain', '50')])).map(([id]) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids.slice(0, 2)).toEqual(['a', 'a → 1'])
    const doubled = [stream('a', 'fine', '10'), stream('a →  → 1', 'fine', '10')]
    const others = partsIn(mixed(usageOf(doubled), [move('fine', 'plain', '50')])).map(([id]) => id)
    expect(new Set(others).size).toBe(4)
  })
})

describe('events', () => {
  test('are split at their instant', () => {
    const { usageEvents, eventMoves } = mixed(usageOf([], [event('e', 'fine', '9')]), [
      move('fine', 'plain', '40'),
    ])
    expect(usageEvents).toEqual([event('e', 'fine', '5.4'), event('e → 1', 'plain', '3.6')])
    expect([...eventMoves]).toEqual([[1, 0]])
  })

  test('that make one again are split as it was, and their parts make its parts again', () => {
    const events = [event('e', 'fine', '10'), event('f', 'fine', '10', { regenerates: 'e' })]
    expect(mixed(usageOf([], events), [move('fine', 'plain', '40')]).usageEvents).toEqual([
      event('e', 'fine', '6'),
      event('f', 'fine', '6', { regenerates: 'e' }),
      event('e → 1', 'plain', '4'),
      event('f → 1', 'plain', '4', { regenerates: 'e → 1' }),
    ])
  })

  test('that make one of another model again still do', () => {
    const events = [event('e', 'quick', '10'), event('f', 'fine', '10', { regenerates: 'e' })]
    expect(mixed(usageOf([], events), [move('fine', 'plain', '40')]).usageEvents.slice(1)).toEqual([
      event('f', 'fine', '6', { regenerates: 'e' }),
      event('f → 1', 'plain', '4', { regenerates: 'e' }),
    ])
  })
})
