import { describe, expect, it } from 'vitest'
import { noticeInWords, problemsOnce } from '#renderer/finding/notice.ts'
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

  it('is told without the names that fields have in the engine', () => {
    const curves = { ...large, path: 'upTo' }
    expect(noticeInWords([curves], 'auto').why).toBe(
      'The total of all months at its end is more than 9,007,199,254, the most that can be billed exactly. The answer and the ranking are right.',
    )
    const list = { code: 'x', message: 'The catalogues cannot be read.', path: 'list' }
    expect(noticeInWords([list], 'auto').why).toBe(
      'The catalogues cannot be read. The figures are those of these inputs.',
    )
  })
})
