import { describe, expect, it } from 'vitest'
import { isKeyless, problemsOnce } from '#renderer/finding/notice.ts'
import { NOTHING_REFUSED } from '#renderer/state/results.ts'

const large = { code: 'amount.out_of_bounds', message: 'Too large.', path: '' }

describe('what was refused', () => {
  it('is said once, however many questions it was refused for', () => {
    expect(problemsOnce({ ...NOTHING_REFUSED, compare: [large], curves: [large] })).toEqual([large])
    expect(problemsOnce(NOTHING_REFUSED)).toEqual([])
  })

  it('names a figure that is too large by the field that holds it', () => {
    const [compare, curves] = ['usage', 'upTo'].map((path) => [{ ...large, path }])
    expect(problemsOnce({ ...NOTHING_REFUSED, compare: compare ?? [], curves: curves ?? [] })).toEqual(
      compare,
    )
  })

  it('tells a page without its key from inputs that cannot be priced', () => {
    expect(isKeyless([large])).toBe(false)
    expect(isKeyless([{ code: 'http.token', message: 'No.', path: '' }])).toBe(true)
  })
})
