import { expect, it } from 'vitest'
import { createEvents } from '#main/api/events.ts'
import type { AppEvent } from '#shared/events.ts'

const STORE: AppEvent = { kind: 'store' }

it('goes on when a listener throws, and says so', () => {
  const defects: unknown[] = []
  const events = createEvents((error) => defects.push(error))
  const heard: AppEvent[] = []
  const broken = new Error('a page that is gone')
  events.subscribe(() => {
    throw broken
  })
  events.subscribe((event) => heard.push(event))
  events.emit(STORE)
  expect(heard).toEqual([STORE])
  expect(defects).toEqual([broken])
})

it('tells every listener, until each unsubscribes for itself', () => {
  const events = createEvents()
  const heard: string[] = []
  const listener = () => void heard.push('twice')
  const endFirst = events.subscribe(listener)
  events.subscribe(listener)
  events.subscribe(() => void heard.push('other'))
  events.emit(STORE)
  endFirst()
  endFirst()
  events.emit(STORE)
  expect(heard).toEqual(['twice', 'twice', 'other', 'twice', 'other'])
})
