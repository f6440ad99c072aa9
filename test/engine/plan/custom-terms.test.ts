import { expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { checkScenario, compare, withCustomTerms } from '#main/engine/index.ts'
import { CompareInput } from '#shared/comparison.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { valueOf } from '../support/build.ts'
import { basic, peopleOf } from '../support/people.ts'

const catalog = findPreset('elevenlabs-2026-04')
if (catalog === undefined) throw new Error('no preset')

const enterprise = (agreed: CustomTerms, terms = {}) => {
  const input = CompareInput.parse({
    catalog: catalog.id,
    usage: '16000000',
    months: 1,
    customTerms: { enterprise: agreed },
    ...terms,
  })
  const { plans } = valueOf(compare(catalog, input))
  return plans.find((plan) => plan.plan === 'enterprise')
}

test('agreed terms replace those of a custom plan', () => {
  // 2,000.00 for 15,000,000; the other 1,000,000 at 0.10 per 1,000
  expect(enterprise({ monthly: '2000', credits: '15000000', overagePerThousand: '0.10' })).toMatchObject({
    total: '2100.00',
    overageCredits: '1000000',
    basis: 'assumed',
  })
  expect(enterprise({ annual: '21000' }, { billing: 'annual', months: 12 })?.total).toBe('21000.00')
})

test('what was not agreed stays as the catalogue has it', () => {
  expect(enterprise({ monthly: '2000' })).toMatchObject({ total: '2000.00', overageCredits: '0' })
  expect(enterprise({})?.total).toBe('2640.00')
})

test('plans sold at list price are compared as before', () => {
  const input = { catalog: catalog.id, usage: '400000', months: 1 }
  const listed = valueOf(compare(catalog, CompareInput.parse(input)))
  const agreed = valueOf(
    compare(catalog, CompareInput.parse({ ...input, customTerms: { enterprise: { monthly: '1' } } })),
  )
  expect(agreed.plans.slice(0, -1)).toEqual(listed.plans.slice(0, -1))
  expect(agreed.cheapest).toBe('enterprise')
})

test('free months are agreed only of a year that has a price', () => {
  const noYear = {
    ...catalog,
    plans: catalog.plans.map((plan) => ({ ...plan, price: { ...plan.price, annual: null } })),
  }
  const agreed = (terms: CustomTerms) => withCustomTerms(noYear, { enterprise: terms })
  expect(agreed({ freeMonths: 2 })).toMatchObject({
    problems: [{ code: 'plan.free_months_without_year', path: 'customTerms.enterprise.freeMonths' }],
  })
  expect(agreed({ annual: '1000', freeMonths: 2 }).ok).toBe(true)
})

test('Basic seats are those of the contract: members are added up to them and no further', () => {
  const problems = (basicSeats: number | undefined, members: number) => {
    const terms = basicSeats === undefined ? {} : { enterprise: { basicSeats } }
    const agreed = valueOf(withCustomTerms(catalog, terms))
    const people = Array.from({ length: members }, (_, index) => basic(`m${index}`))
    const scenario = peopleOf(agreed, { plan: 'enterprise', members: people, customTerms: terms })
    return checkScenario(agreed, scenario).map(({ code, path }) => [code, path])
  }
  // Eleven Full seats may hold Basic members too; without a contract there are 1,000 Basic ones
  expect(problems(undefined, 1011)).toEqual([])
  expect(problems(undefined, 1012)).toEqual([['seats.over_limit', 'members']])
  expect(problems(1500, 1511)).toEqual([])
  expect(problems(1500, 1512)).toEqual([['seats.over_limit', 'members']])
  expect(problems(0, 12)).toEqual([['seats.over_limit', 'members']])
})
