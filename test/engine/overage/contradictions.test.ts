import { describe, expect, test } from 'vitest'
import { checkCatalog, checkScenario } from '#main/engine/index.ts'
import { Catalog, type PastQuota } from '#shared/catalog.ts'
import type { SomePolicies } from '#shared/policies.ts'
import {
  catalogOf,
  figure,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  prepaid,
  scenarioOf,
} from '../support/build.ts'

const SOLD = postpaid(perThousand('10'))
const PREPAID = prepaid('1000', '1')
const NONE: PastQuota = { kind: 'block', source: 'test' }

const problems = (pastQuota: PastQuota, policies: SomePolicies, terms: object = {}) => {
  const catalog = catalogOf([planOf({ pastQuota })])
  return checkScenario(catalog, scenarioOf(catalog, ['1'], { policies, ...terms })).map(({ code, path }) => [
    code,
    path,
  ])
}

const DIP = { beyondGrants: 'carriedWithinPeriod' } as const
const END = 'policies.overageAtPeriodEnd'

describe('settings past the quota that contradict each other are refused', () => {
  test('what a prepaid balance pays leaves no debt to carry or forgive', () => {
    expect(problems(PREPAID, { overageAtPeriodEnd: 'carry' })).toEqual([['policies.no_debt_on_prepaid', END]])
    expect(problems(PREPAID, { ...DIP, overageAtPeriodEnd: 'forgive' })).toEqual([
      ['policies.no_debt_on_prepaid', END],
      ['policies.no_debt_on_prepaid', 'policies.beyondGrants'],
    ])
    expect(problems(SOLD, { overageAtPeriodEnd: 'carry' })).toEqual([])
  })

  test('where nothing is served beyond the grants, nothing is left to carry, and opting in means nothing', () => {
    expect(problems(SOLD, { beyondGrants: 'blocked', overageAtPeriodEnd: 'forgive' })).toEqual([
      ['policies.nothing_past_grants', END],
    ])
    expect(problems(SOLD, { beyondGrants: 'blocked' }, OPTED_IN)).toEqual([
      ['overage.blocked_by_policy', 'overage.optIn'],
    ])
    expect(problems(SOLD, { beyondGrants: 'blocked' })).toEqual([])
  })

  test('a dip that is to be invoiced needs somebody who opts in, and a price', () => {
    const refused = [['policies.dip_not_invoiced', END]]
    const optsIn = { changes: [{ kind: 'setOverage', on: '2026-01-10', optIn: true }] }
    expect(problems(SOLD, DIP)).toEqual(refused)
    expect(problems(NONE, DIP)).toEqual(refused)
    expect(problems(SOLD, DIP, OPTED_IN)).toEqual([])
    expect(problems(SOLD, DIP, optsIn)).toEqual([])
    expect(problems(SOLD, { ...DIP, overageAtPeriodEnd: 'carryAndRepay' })).toEqual([])
  })
})

describe('a catalogue', () => {
  const found = (catalog: object) =>
    checkCatalog(Catalog.parse(catalog)).map(({ code, path }) => [code, path])

  test('cannot let debts be carried where one of its plans is prepaid', () => {
    const catalog = catalogOf([planOf({ pastQuota: SOLD }), planOf({ id: 'b', pastQuota: PREPAID })])
    expect(found({ ...catalog, policies: { overageAtPeriodEnd: 'carry' } })).toEqual([
      ['policies.no_debt_on_prepaid', END],
    ])
    expect(found(catalog)).toEqual([])
  })

  test('cannot invoice at a threshold of nothing', () => {
    expect(found(catalogOf([planOf({ pastQuota: postpaid(perThousand('10'), '0.00') })]))).toEqual([
      ['catalog.threshold_of_nothing', 'plans.0.pastQuota.invoiceThreshold.value'],
    ])
  })

  test('cannot top up below what it says must remain', () => {
    if (PREPAID.kind !== 'prepaid') throw new Error('not prepaid')
    const keeping = (mustRemain: string) => {
      const autoTopUp = figure({ amount: '20', below: '10', mustRemain })
      return found(catalogOf([planOf({ pastQuota: { ...PREPAID, autoTopUp } })]))
    }
    expect(keeping('10')).toEqual([])
    expect(keeping('10.01')).toEqual([
      ['catalog.trigger_below_remainder', 'plans.0.pastQuota.autoTopUp.value.below'],
    ])
  })

  test('names a source for its grace buffers and its largest request', () => {
    const catalog = catalogOf([planOf({ graceCredits: '5' })])
    expect(found({ ...catalog, largestRequestQuotas: { ...figure(2), source: 'hearsay' } })).toEqual([
      ['catalog.unknown_source', 'largestRequestQuotas.source'],
    ])
  })
})
