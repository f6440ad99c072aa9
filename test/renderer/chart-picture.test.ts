import { describe, expect, it } from 'vitest'
import { lines } from '#renderer/charts/picture/chart-picture.ts'
import { plainColor } from '#renderer/charts/picture/plain-color.ts'

describe('a colour in a picture', () => {
  it.each([
    ['color(srgb 1 0.5 0)', 'rgb(255, 128, 0)'],
    ['color(srgb 0.2 0 1 / 0.5)', 'rgba(51, 0, 255, 0.5)'],
    ['color(srgb 1e-7 0 0)', 'rgb(0, 0, 0)'],
    ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
    ['url(#fill-hatch)', 'url(#fill-hatch)'],
    ['none', 'none'],
  ])('%s is written as %s', (color, plain) => {
    expect(plainColor(color)).toBe(plain)
  })
})

describe('the words over a picture', () => {
  // Ten letters of 10 pixels are 51 pixels wide.
  const size = { size: 10, line: 14, weight: 'regular' as const }

  it('are broken between words where they are wider than the picture', () => {
    expect(lines('abcd efgh ijkl', 50, size)).toEqual(['abcd efgh', 'ijkl'])
    expect(lines('abcd efghi ijkl', 51, size)).toEqual(['abcd efghi', 'ijkl'])
  })

  it('have a line of their own where one is wider by itself, and none where there are none', () => {
    expect(lines('a abcdefghijklmn b', 50, size)).toEqual(['a', 'abcdefghijklmn', 'b'])
    expect(lines(' ', 50, size)).toEqual([])
  })
})
