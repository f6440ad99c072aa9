import { expect, it } from 'vitest'
import { EventStamps } from '#main/api/event-stamps.ts'

const state = (revision: number, id = 'may', day = '01') => ({
  id,
  revision,
  updatedAt: `2026-01-${day}T00:00:00.000Z`,
})

it('a state has one stamp, and every state another', () => {
  const stamps = new EventStamps()
  const states = [state(1), state(2), state(1, 'june'), state(1, 'may', '02')]
  const given = states.map((one) => stamps.of(one))
  expect(new Set(given).size).toBe(4)
  expect(states.map((one) => stamps.of(one))).toEqual(given)
})

it('a state that has the usage events of the one before has its stamp, and so on', () => {
  const stamps = new EventStamps()
  const first = stamps.of(state(1))
  stamps.carry(state(1), state(2))
  stamps.carry(state(2), state(3))
  expect(stamps.of(state(3))).toBe(first)
  expect(stamps.of(state(4))).not.toBe(first)
  // Of a store that was put back: the same number, at another time.
  stamps.carry(state(1), state(2))
  expect(stamps.of(state(2, 'may', '02'))).not.toBe(first)
})

it('remembers a thousand documents, and of one more has the events read again', () => {
  const stamps = new EventStamps()
  const first = stamps.of(state(1))
  stamps.carry(state(1), state(2))
  const second = stamps.of(state(1, 'june'))
  stamps.carry(state(1, 'june'), state(2, 'june'))
  for (let other = 0; other < 999; other++) stamps.of(state(1, `other ${other}`))
  expect(stamps.of(state(2, 'june'))).toBe(second)
  expect(stamps.of(state(2))).not.toBe(first)
})
