import { describe, expect, test } from 'vitest'
import { movedWork } from '#main/engine/index.ts'
import { MOST_PEOPLE } from '#shared/bounds.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'

const stream = (id: string, model: string, monthly: string): UsageStream => ({
  id,
  product: 'say',
  model,
  monthly,
  pattern: { kind: 'growth', percent: '5' },
  member: 'ann',
})
const streams = (...all: UsageStream[]): ModelledUsage => ({ kind: 'streams', streams: all })
const move = (share: string) => ({ product: 'say', from: 'fine', to: 'plain', share })

describe('work moved to another model', () => {
  test('is a part of each stream, to the millionth, alike in everything else', () => {
    const [a, b] = [stream('a', 'fine', '0.000001'), stream('b', 'plain', '7')]
    // Half of one millionth cannot be split: the larger remainder has it, of equal ones the first.
    expect(movedWork(streams(a, b, stream('c', 'fine', '1000')), move('50'))).toEqual({
      ok: true,
      value: streams(
        a,
        b,
        stream('c', 'fine', '500'),
        { ...a, id: 'a → 1', model: 'plain', monthly: '0' },
        { ...stream('c', 'plain', '500'), id: 'c → 1' },
      ),
    })
  })

  test('is refused where nobody does any of it', () => {
    const told = { ok: false, problems: [{ code: 'usage.nothing_to_move', path: 'move.from' }] }
    expect(movedWork(streams(stream('b', 'plain', '7')), move('50'))).toMatchObject(told)
    expect(movedWork({ kind: 'series', credits: ['7'] }, move('50'))).toMatchObject(told)
  })

  test('is refused where its parts were more streams than there may be, and not where a whole stream moves', () => {
    const all = streams(
      ...Array.from({ length: MOST_PEOPLE }, (_, place) => stream(String(place), 'fine', '10')),
    )
    expect(movedWork(all, move('50'))).toMatchObject({
      ok: false,
      problems: [{ code: 'usage.too_many_streams', path: 'usage.streams' }],
    })
    expect(movedWork(all, move('100'))).toMatchObject({ ok: true })
  })
})
