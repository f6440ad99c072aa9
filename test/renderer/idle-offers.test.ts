import { describe, expect, it } from 'vitest'
import { idleOffers } from '#renderer/finding/idle-offers.ts'
import { planCost } from './support/samples.ts'

const without = planCost('pro')

describe('first-month offers', () => {
  it('have an effect where a plan is sold with one the way it is paid, switched on or not', () => {
    expect(idleOffers([without, planCost('creator', { offer: 'unused' })])).toBeNull()
    expect(idleOffers([without, planCost('creator', { offer: 'applied' })])).toBeNull()
  })

  it('have none where they are for the other way of paying', () => {
    const byYear = planCost('creator', { offer: 'otherBilling', paid: 'annual' })
    expect(idleOffers([without, byYear])).toBe('No effect: offers here are for monthly billing.')
    const byMonth = planCost('creator', { offer: 'otherBilling', paid: 'monthly' })
    expect(idleOffers([without, byMonth])).toBe('No effect: offers here are for annual billing.')
  })

  it('have none where no plan has one', () => {
    expect(idleOffers([without])).toBe('No plan here has one.')
  })
})
