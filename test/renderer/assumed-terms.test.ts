import { expect, it } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import type { Plan } from '#shared/catalog.ts'
import { assumedTerm } from '#renderer/finding/assumed-terms.ts'

function planOf(id: string): Plan {
  const plan = findPreset('elevenlabs-2026-04')?.plans.find((one) => one.id === id)
  if (!plan) throw new Error('There is no such plan.')
  return plan
}

it('what is assumed of a plan that is sold by contract is said in figures as they are typed', () => {
  // April's Enterprise: twice Business, which is $1,320.00 and 11,000,000 credits, at the overage of Business.
  const enterprise = planOf('enterprise')
  const terms = ['monthly', 'annual', 'freeMonths', 'credits', 'overagePerThousand', 'basicSeats'] as const
  expect(terms.map((term) => assumedTerm(enterprise, term))).toEqual([
    '2,640.00',
    '26,400.00',
    '2',
    '22,000,000',
    '0.12',
    '1,000',
  ])
})

it('a plan that sells no overage, no year or no plain price of 1,000 credits has none that is assumed', () => {
  const free = planOf('free')
  expect(assumedTerm(free, 'overagePerThousand')).toBe('none')
  expect(assumedTerm(free, 'annual')).toBe('none')
  expect(assumedTerm(free, 'freeMonths')).toBe('0')
})
