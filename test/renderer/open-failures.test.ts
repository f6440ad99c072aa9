import { beforeEach, expect, it } from 'vitest'
import { heard } from '#renderer/state/events.ts'
import { putOpenFailuresAway, useOpenFailures } from '#renderer/state/open-failures.ts'

const fails = (file: string, message = `${file} is damaged.`) =>
  heard({ kind: 'openFailed', file, message }, () => undefined)

const listed = () => useOpenFailures.getState().listed

beforeEach(putOpenFailuresAway)

it('tells of every file that could not be opened, in their order, until the list is put away', () => {
  for (const file of ['a', 'b', 'c']) fails(file)
  expect(listed()).toEqual(['a', 'b', 'c'].map((file) => ({ file, message: `${file} is damaged.` })))
  putOpenFailuresAway()
  expect(useOpenFailures.getState()).toEqual({ listed: [], more: 0 })
})

it('tells of a file that fails again once, and why it did the last time', () => {
  fails('a')
  fails('a', 'It does not exist.')
  expect(listed()).toEqual([{ file: 'a', message: 'It does not exist.' }])
})

it('lists a few of very many, and counts the others', () => {
  for (let index = 0; index < 1000; index++) fails(`file ${index}`)
  expect([listed().length, useOpenFailures.getState().more]).toEqual([5, 995])
})
