import { expect, it } from 'vitest'
import { createAudience } from '#main/hosts/audience.ts'
import { MOST_AT_ONCE } from '#main/hosts/files-at-once.ts'
import type { AppEvent } from '#shared/events.ts'

const open = (id: string): AppEvent => ({ kind: 'open', id })

function page() {
  const heard: AppEvent[] = []
  return { heard, listener: (event: AppEvent) => void heard.push(event) }
}

it('tells every page what concerns all', () => {
  const audience = createAudience()
  const [first, second] = [page(), page()]
  audience.join(first.listener)
  audience.join(second.listener)
  audience.tellAll(open('a'))
  expect([first.heard, second.heard]).toEqual([[open('a')], [open('a')]])
})

it('tells the page that came last what concerns one', () => {
  const audience = createAudience()
  const [first, second] = [page(), page()]
  audience.join(first.listener)
  const leave = audience.join(second.listener)
  audience.tellOne(open('a'))
  leave()
  audience.tellOne(open('b'))
  expect([first.heard, second.heard]).toEqual([[open('b')], [open('a')]])
})

it('keeps what concerns one until a page is there, and tells it once', () => {
  const audience = createAudience()
  audience.tellOne(open('a'))
  audience.tellAll(open('lost on nobody'))
  audience.tellOne(open('b'))
  const [first, second] = [page(), page()]
  audience.join(first.listener)
  audience.join(second.listener)
  expect([first.heard, second.heard]).toEqual([[open('a'), open('b')], []])
})

it('keeps what is told of as many files as are opened at once, and that others are left out', () => {
  const audience = createAudience()
  const told = Array.from({ length: MOST_AT_ONCE + 1 }, (_, index) => open(String(index)))
  for (const event of told) audience.tellOne(event)
  const { heard, listener } = page()
  audience.join(listener)
  expect(heard).toEqual(told)
})

it('keeps the newest of more', () => {
  const audience = createAudience()
  for (let count = 1; count <= 3 * MOST_AT_ONCE; count += 1) audience.tellOne(open(String(count)))
  const { heard, listener } = page()
  audience.join(listener)
  expect(heard.length).toBeLessThan(2 * MOST_AT_ONCE)
  expect(heard.at(-1)).toEqual(open(String(3 * MOST_AT_ONCE)))
})
