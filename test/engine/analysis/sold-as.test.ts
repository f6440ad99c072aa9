import { describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { compare } from '#main/engine/index.ts'
import { CompareInput } from '#shared/comparison.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { valueOf } from '../support/build.ts'

function compared(terms: object = {}, id = 'elevenlabs-2026-04') {
  const catalog = findPreset(id)
  if (catalog === undefined) throw new Error(`no preset ${id}`)
  return valueOf(compare(catalog, CompareInput.parse({ catalog: id, usage: '400000', ...terms })))
}

function sold(plan: string, terms: object = {}, id?: string) {
  const found = compared(terms, id).plans.find((cost) => cost.plan === plan)
  if (found === undefined) throw new Error(`no plan ${plan}`)
  return found
}

describe('how a plan is sold', () => {
  test('is by the year only where that was asked for and the plan has a price for it', () => {
    expect(sold('pro').paid).toBe('monthly')
    expect(sold('pro', { billing: 'annual' }).paid).toBe('annual')
    expect(sold('free', { billing: 'annual' }).paid).toBe('monthly')
  })

  test('is with an offer only where offers are applied to the way it is paid', () => {
    expect(sold('creator').offer).toBe('unused')
    expect(sold('creator', { offers: true }).offer).toBe('applied')
    expect(sold('creator', { offers: true, billing: 'annual' }).offer).toBe('otherBilling')
    expect(sold('pro', { offers: true }).offer).toBe('none')
  })

  test('is past its quota as the catalogue has it', () => {
    expect(sold('pro', {}, 'elevenlabs-2026-10').pastQuota).toBe('prepaid')
    expect(sold('pro').pastQuota).toBe('postpaid')
    expect(sold('free').pastQuota).toBe('block')
  })

  test('is agreed as a whole where all that makes its price was put in', () => {
    const agreed = (enterprise: CustomTerms, terms: object = {}) =>
      sold('enterprise', { customTerms: { enterprise }, ...terms }).agreed
    const quote = { credits: '300000', overagePerThousand: '0.05' }
    expect(agreed({ ...quote, monthly: '90' })).toBe('whole')
    expect(agreed(quote)).toBe('part')
    expect(agreed({ ...quote, monthly: '90' }, { billing: 'annual' })).toBe('part')
    expect(agreed({ ...quote, annual: '900' }, { billing: 'annual' })).toBe('whole')
    expect(agreed({ basicSeats: 50 })).toBe('part')
    expect(agreed({})).toBe('none')
    expect(sold('pro').agreed).toBe('none')
  })
})

test('the plan in focus is told as it is billed: the agreed terms, Basic seats too, in place of the catalogue’s', () => {
  const enterprise = { monthly: '90', basicSeats: 50 }
  const { focus } = compared({ customTerms: { enterprise }, focus: 'enterprise' })
  expect(focus.terms.price.monthly).toEqual({ value: '90', source: 'agreed-terms' })
  expect(focus.terms.seats.basic).toEqual({ value: 50, source: 'agreed-terms' })
  expect(focus.terms.credits).toEqual(
    findPreset('elevenlabs-2026-04')?.plans.find(({ id }) => id === 'enterprise')?.credits,
  )
})
