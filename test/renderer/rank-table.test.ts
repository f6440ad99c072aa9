import { describe, expect, it } from 'vitest'
import { rankColumns } from '#renderer/pages/compare/RankSection.tsx'
import { figureRoom } from '#renderer/tables/figure-room.ts'
import { planCost } from './support/samples.ts'

const roomFor = (figures: Parameters<typeof planCost>[1]) =>
  figureRoom([planCost('pro', figures)], rankColumns('$'))
const expired = (expiredCredits: string) => roomFor({ expiredCredits })

describe('the figures of the ranking', () => {
  it('get smaller where one is too long for its column', () => {
    // 7, 11, 13 and 14 characters with their commas.
    expect(expired('200000').size).toBe('short')
    expect(expired('239880000').size).toBe('usual')
    expect(expired('2398800000').size).toBe('long')
    expect(expired('23988000000').size).toBe('longest')
  })

  it('ask for a wider table only where they are longer than any the slider leads to', () => {
    const { ems } = expired('0')
    expect(expired('239880000').ems).toBe(ems)
    expect(roomFor({ total: '1014914.69' }).ems).toBeGreaterThan(ems)
    expect(expired('2398800000').ems).toBeGreaterThan(ems)
  })
})
