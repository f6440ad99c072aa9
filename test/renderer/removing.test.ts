import { describe, expect, it } from 'vitest'
import { neighbours } from '#renderer/fields/removing.ts'
import { chosenAmong } from '#renderer/pages/account/inputs/limits/chosen-among.ts'

describe('who has the focus where a row is taken away', () => {
  it.each([
    ['the first', 0, ['b']],
    ['one between', 1, ['c', 'a']],
    ['the last', 2, ['b']],
  ] as const)('is the next one, then the one before, for %s', (_name, place, heirs) => {
    expect(neighbours(['a', 'b', 'c'], place)).toEqual(heirs)
  })

  it('is nobody of a list of one', () => {
    expect(neighbours(['a'], 0)).toEqual([])
  })
})

describe('what is chosen of a list that is shown in part', () => {
  it('loses what is taken out in sight, and keeps what is out of sight', () => {
    expect(chosenAmong(['a', 'b', 'c', 'd'], ['a', 'b'], ['b'])).toEqual(['b', 'c', 'd'])
  })

  it('has what is added once, behind all', () => {
    expect(chosenAmong(['a', 'b', 'c'], ['a'], ['a', 'e', 'c'])).toEqual(['a', 'b', 'c', 'e'])
  })
})
