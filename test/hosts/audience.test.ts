import { expect, it } from 'vitest'
import { createAudience } from '#main/hosts/audience.ts'
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

it('keeps the newest twenty', () => {
  const audience = createAudience()
  for (let count = 1; count <= 30; count += 1) audience.tellOne(open(String(count)))
  const { heard, listener } = page()
  audience.join(listener)
  expect(heard).toEqual(Array.from({ length: 20 }, (_, index) => open(String(index + 11))))
})
