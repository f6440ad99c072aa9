import { describe, expect, test } from 'vitest'
import { movedWork } from '#main/engine/index.ts'
import { valueOf } from '../support/build.ts'
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

  test('joins what moved in the same way before, however often', () => {
    let usage = streams(stream('a', 'fine', '1000'), stream('c', 'fine', '100'))
    for (let times = 0; times < 3; times++) usage = valueOf(movedWork(usage, move('50')))
    // A half, three quarters, seven eighths have moved.
    expect(usage).toEqual(
      streams(
        stream('a', 'fine', '125'),
        stream('c', 'fine', '12.5'),
        stream('a → 1', 'plain', '875'),
        stream('c → 1', 'plain', '87.5'),
      ),
    )
  })

  test('joins what it was a part of where it moves back', () => {
    const there = valueOf(movedWork(streams(stream('a', 'fine', '1000')), move('50')))
    const back = valueOf(movedWork(there, { product: 'say', from: 'plain', to: 'fine', share: '50' }))
    expect(back).toEqual(streams(stream('a', 'fine', '750'), stream('a → 1', 'plain', '250')))
  })

  test('joins nothing that is not alike, and has an id that nothing else has', () => {
    const other = { ...stream('a → 1', 'plain', '7'), member: 'bob' }
    const usage = streams(stream('a', 'fine', '1000'), other, stream('b', 'plain', '3'))
    expect(movedWork(usage, move('50'))).toEqual({
      ok: true,
      value: streams(
        stream('a', 'fine', '500'),
        other,
        stream('b', 'plain', '3'),
        stream('a → 2', 'plain', '500'),
      ),
    })
  })

  test('has an id of its own beside what moves with it', () => {
    const other = { ...stream('a → 1', 'fine', '10'), member: 'bob' }
    const moved = valueOf(movedWork(streams(stream('a', 'fine', '1000'), other), move('50')))
    expect(moved).toMatchObject({
      streams: [{ id: 'a' }, { id: 'a → 1' }, { id: 'a → 2', member: 'ann' }, { id: 'a → 3', member: 'bob' }],
    })
  })

  test('has an id no longer than a move makes it where its own was made by moves', () => {
    const usage = streams(stream('a → 1 →  → 2', 'fine', '10'))
    expect(valueOf(movedWork(usage, move('50')))).toEqual(
      streams(stream('a → 1 →  → 2', 'fine', '5'), stream('a → 1', 'plain', '5')),
    )
  })

  test('stays by itself where together they were more than can be counted', () => {
    const most = '9007199254.740991'
    const usage = streams(stream('a', 'fine', '2'), stream('a → 1', 'plain', most))
    expect(valueOf(movedWork(usage, move('50')))).toEqual(
      streams(stream('a', 'fine', '1'), stream('a → 1', 'plain', most), stream('a → 2', 'plain', '1')),
    )
  })
})
