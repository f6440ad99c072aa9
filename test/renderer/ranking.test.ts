import { describe, expect, it } from 'vitest'
import { cheapestPlans, nearMiss, ranked } from '#renderer/finding/ranking.ts'
import { tied, worked } from './support/samples.ts'

const ids = (plans: readonly { readonly plan: string }[]) => plans.map(({ plan }) => plan)

describe('the ranking on screen', () => {
  it('is the one the engine gave, whatever the figures say', () => {
    expect(ids(ranked(worked()))).toEqual(['pro', 'creator', 'enterprise', 'starter'])
    expect(ids(ranked(worked({ ranking: ['starter', 'pro'] })))).toEqual(['starter', 'pro'])
  })

  it('has the ties and the near miss that the engine gave', () => {
    expect(ids(cheapestPlans(worked()))).toEqual(['pro'])
    expect(ids(cheapestPlans(tied()))).toEqual(['creator', 'pro'])
    expect(ids(cheapestPlans(worked({ cheapest: null })))).toEqual([])
    expect(nearMiss(worked())).toBeNull()
    expect(nearMiss(worked({ nearMiss: 'starter' }))?.monthly).toBe('5.00')
  })
})
