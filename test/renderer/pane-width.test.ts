import { expect, it } from 'vitest'
import { LEAST_INPUTS_WIDTH, MOST_INPUTS_WIDTH } from '#shared/store.ts'
import { clampedWidth, LEAST_WIDTH, MOST_WIDTH, stepOf } from '#renderer/pages/account/pane-width.ts'

it('is as wide as the settings take, wherever its edge is put', () => {
  expect([LEAST_WIDTH, MOST_WIDTH]).toEqual([LEAST_INPUTS_WIDTH, MOST_INPUTS_WIDTH])
  expect(clampedWidth(552.4, 52)).toBe(500)
  expect(clampedWidth(60, 52)).toBe(300)
  expect(clampedWidth(5000, 52)).toBe(960)
})

it.each([
  ['ArrowLeft', 384],
  ['ArrowRight', 416],
  ['PageUp', 304],
  ['PageDown', 496],
  ['Home', 300],
  ['End', 960],
  ['a', null],
])('is moved by %s from 400 to %s', (key, width) => {
  expect(stepOf(key, 400)).toBe(width)
})

it('is moved no further than it goes', () => {
  expect(stepOf('ArrowLeft', 301)).toBe(300)
  expect(stepOf('PageDown', 950)).toBe(960)
})
