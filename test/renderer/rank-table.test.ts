import { describe, expect, it } from 'vitest'
import { rankColumns } from '#renderer/pages/compare/RankSection.tsx'
import { figureSize } from '#renderer/tables/RankTable.tsx'
import { planCost } from './support/samples.ts'

const sizeFor = (expiredCredits: string) =>
  figureSize(
    [
      {
        place: 1,
        cost: planCost('pro', { expiredCredits }),
        ink: 'pro',
        cheapest: true,
        focused: true,
      },
    ],
    rankColumns('$'),
  )

describe('the figures of the ranking', () => {
  it('get smaller where one is too long for its column, which never gets wider', () => {
    // 7, 11, 13 and 14 characters with their commas.
    expect(sizeFor('200000')).toBe('short')
    expect(sizeFor('239880000')).toBe('usual')
    expect(sizeFor('2398800000')).toBe('long')
    expect(sizeFor('23988000000')).toBe('longest')
  })
})
