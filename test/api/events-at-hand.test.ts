import { expect, it } from 'vitest'
import { EventsAtHand } from '#main/api/events-at-hand.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { UsageEvent } from '#shared/usage.ts'

const event: UsageEvent = {
  id: 'e',
  at: '2026-01-05T00:00:00Z',
  product: 'api',
  model: 'Fast',
  quantity: '1',
}
const one = canonicalJson([event]).length

const kept = (atHand: EventsAtHand, ...documents: readonly string[]) =>
  documents.filter((document) => atHand.of(document) !== undefined)

it('usage events are at hand with their stamp and as they are hashed', () => {
  const atHand = new EventsAtHand()
  expect(atHand.of('may')).toBeUndefined()
  const read = { stamp: 'a', events: [event], text: canonicalJson([event]) }
  expect(atHand.keep('may', 'a', [event])).toEqual(read)
  expect(atHand.of('may')).toEqual(read)
})

it('those that a document has take the place of those it had', () => {
  const atHand = new EventsAtHand(2 * one)
  for (const stamp of ['a', 'b', 'c']) atHand.keep('may', stamp, [event])
  atHand.keep('june', 'd', [event])
  expect([atHand.of('may')?.stamp, atHand.of('june')?.stamp]).toEqual(['c', 'd'])
})

it('those that were asked for longest ago go first where there would be too many', () => {
  const atHand = new EventsAtHand(2 * one)
  atHand.keep('may', 'a', [event])
  atHand.keep('june', 'b', [event])
  atHand.of('may')
  atHand.keep('july', 'c', [event])
  expect(kept(atHand, 'may', 'june', 'july')).toEqual(['may', 'july'])
})

it('those that alone are too many are read each time', () => {
  const atHand = new EventsAtHand(one - 1)
  expect(atHand.keep('may', 'a', [event]).events).toEqual([event])
  expect(kept(atHand, 'may')).toEqual([])
})
