import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { invoiceDetail, invoiceHeads, run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import {
  bill,
  catalogOf,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { billPeople, preset } from '../support/people.ts'
import { enterpriseOf, eu, hq, onEnterprise, stream, streams } from '../support/consolidation.ts'

const COUPON_AND_VAT = Scenario.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../golden/50-coupon-and-vat.json'), 'utf8')),
)
const april = preset('elevenlabs-2026-04')
/** Worked out in `golden/50-coupon-and-vat.expected.json`. */
const account = valueOf(run(april, COUPON_AND_VAT))

describe('invoices in a line each', () => {
  test('say what a list of them says', () => {
    const { total, rows } = invoiceHeads(account, { offset: 1, limit: 1 })
    expect(total).toBe(3)
    expect(rows).toEqual([
      {
        number: 'TW-0002',
        kind: 'invoice',
        date: '2026-02-01',
        dueDate: '2026-02-15',
        lines: 2,
        subtotal: '123.00',
        discount: '24.60',
        net: '98.40',
        tax: '18.70',
        total: '117.10',
        amountDue: '117.10',
      },
    ])
  })

  test('add up all taxes of an invoice', () => {
    const taxes = [
      { name: 'State', percent: '6' },
      { name: 'City', percent: '1.5' },
    ]
    const { rows } = invoiceHeads(bill({ monthly: '100' }, ['0'], { invoicing: { taxes } }), {
      offset: 0,
      limit: 1,
    })
    expect(rows).toMatchObject([{ net: '100.00', tax: '7.50', total: '107.50' }])
  })
})

describe('a whole invoice', () => {
  test('comes with where the rates of its lines are from, each once by its key', () => {
    const { invoice, byWorkspace, sources } = valueOf(invoiceDetail(april, account, 'TW-0002'))
    expect(invoice).toEqual(account.invoices[1])
    expect(byWorkspace).toBeNull()
    expect(sources.map(({ key }) => key)).toEqual([...new Set(invoice.lines.map(({ source }) => source))])
    for (const { key, ...source } of sources) expect(source).toEqual(april.sources[key])
  })

  test('names the scenario where it agreed to what a line is for', () => {
    const catalog = catalogOf([planOf({})])
    const invoicing = {
      commitment: { per: 'month' as const, minimum: '25', appliesTo: ['subscription' as const] },
    }
    const agreed = valueOf(run(catalog, scenarioOf(catalog, ['0'], { invoicing })))
    // What the month falls short of $25.00 is due when it is over.
    const [, last] = agreed.invoices
    expect(last?.total).toBe('15.00')
    expect(valueOf(invoiceDetail(catalog, agreed, last?.number ?? '')).sources).toEqual([
      {
        key: 'scenario',
        title: 'Terms agreed in the scenario “Test”',
        date: '2026-01-01',
        basis: 'assumed',
      },
    ])
  })

  test('names a source once that several of its lines rest on', () => {
    const pastQuota = postpaid(perThousand('5'))
    const catalog = catalogOf([planOf({ pastQuota })])
    const over = valueOf(run(catalog, scenarioOf(catalog, ['1500', '0'], OPTED_IN)))
    const both = over.invoices.find(({ lines }) => lines.length === 2)
    const { sources } = valueOf(invoiceDetail(catalog, over, both?.number ?? ''))
    expect(sources.map(({ key }) => key)).toEqual(['test'])
  })

  test('comes with what falls to each workspace', () => {
    const catalog = enterpriseOf()
    const shared = billPeople(
      catalog,
      onEnterprise({ workspaces: [hq, eu], ...streams(stream('eu', '100')) }),
    )
    const number = shared.invoices[0]?.number ?? ''
    const { byWorkspace } = valueOf(invoiceDetail(catalog, shared, number))
    expect(byWorkspace?.invoice).toBe(number)
    // All that is used in the month is Europe's, and so is its fee.
    expect(byWorkspace?.workspaces).toEqual([
      { workspace: 'hq', amount: '0.00' },
      { workspace: 'eu', amount: '10.00' },
    ])
  })

  test('is refused where there is none of that number', () => {
    expect(invoiceDetail(april, account, 'TW-0009')).toEqual({
      ok: false,
      problems: [
        { code: 'result.no_invoice', message: 'The result has no invoice "TW-0009".', path: 'number' },
      ],
    })
  })
})
