import { type Cases, ID, NOT_AN_OBJECT, SCENARIO } from './case.ts'

const FALLING = {
  ...SCENARIO,
  usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'growth', percent: '-5' } },
} as const

export const CUSTOMER_PAGE_CASES: Cases<'analysis.customerPage'> = {
  good: [
    { scenario: SCENARIO },
    { scenario: FALLING },
    { scenario: FALLING, whatIf: { growth: '-12.5' } },
    {
      scenario: SCENARIO,
      customer: 'Acme',
      hiddenPlans: ['enterprise'],
      whatIf: {
        usage: { kind: 'monthly', credits: '2000000' },
        growth: '8',
        people: { full: 2, basic: 3 },
      },
    },
  ],
  bad: [
    ...NOT_AN_OBJECT,
    {},
    { scenario: SCENARIO, whatIf: { usage: { kind: 'times', factor: '-1' } } },
    { scenario: SCENARIO, whatIf: { growth: '-101' } },
    { scenario: SCENARIO, whatIf: { people: { full: 1.5, basic: 0 } } },
    { scenario: SCENARIO, notes: 'Not for them' },
  ],
}

export const STORED_PAGE_CASES: Cases<'stored.customerPage'> = {
  good: [
    { id: ID, revision: 1 },
    { id: ID, revision: 1, whatIf: { usage: { kind: 'times', factor: '1.5' } } },
  ],
  bad: [
    ...NOT_AN_OBJECT,
    {},
    { id: 'no-uuid', revision: 1 },
    { id: ID, revision: 0 },
    { id: ID, revision: 1, whatIf: { growth: 8 } },
  ],
}
