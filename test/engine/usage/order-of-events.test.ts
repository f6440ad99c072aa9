import { describe, expect, test } from 'vitest'
import { orderOfEvents } from '#main/engine/usage/order-of-events.ts'

const event = (id: string, at: string) => ({ id, at, product: 'p', model: 'm', quantity: '1' })

const orderOf = (...events: readonly ReturnType<typeof event>[]) =>
  [...orderOfEvents(events).places].map((place) => events[place]?.id)

describe('usage events happen', () => {
  test('in the order of time, whatever order they were given in', () => {
    const [first, second, third] = [
      event('c', '2026-01-01T00:00:00Z'),
      event('b', '2026-01-01T00:00:00.001Z'),
      event('a', '2026-01-02T00:00:00Z'),
    ]
    expect(orderOf(first, second, third)).toEqual(['c', 'b', 'a'])
    expect(orderOf(third, first, second)).toEqual(['c', 'b', 'a'])
  })

  test('at one instant in the order of their ids', () => {
    const at = '2026-01-01T00:00:00Z'
    expect(orderOf(event('b', at), event('a', at), event('c', at))).toEqual(['a', 'b', 'c'])
  })

  test('once, however often they were sent', () => {
    const [one, other] = [event('a', '2026-01-01T00:00:00Z'), event('b', '2026-01-02T00:00:00Z')]
    expect(orderOf(one, other, one, other, one)).toEqual(['a', 'b'])
    expect(orderOf(one, one, other)).toEqual(['a', 'b'])
  })
})
