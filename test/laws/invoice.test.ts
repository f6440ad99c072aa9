import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { moneyText } from '#main/engine/exact/amount.ts'
import { attributeCosts } from '#main/engine/analysis/cost-attribution.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { totalOf } from '#main/engine/record/totals.ts'
import type { Invoice, InvoiceLine } from '#shared/invoice.ts'
import type { RunResult } from '#shared/run-result.ts'
import { at, valueOf } from '../engine/support/build.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyInvoiced } from './support/arbitrary-invoicing.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 1000 }

const everyRun = (law: (result: Omit<RunResult, 'inputHash'>, account: Account) => void): void =>
  fc.assert(
    fc.property(anyInvoiced(), (account) => law(valueOf(run(account.catalog, account.scenario)), account)),
    RUNS,
  )

const everyInvoice = (law: (invoice: Invoice, account: Account) => void): void =>
  everyRun(({ invoices }, account) => invoices.forEach((invoice) => law(invoice, account)))

const amounts = (named: readonly { readonly amount: string }[]): bigint =>
  sumOf(named.map(({ amount }) => amount))

const afterDiscounts = ({ amount, discounts }: InvoiceLine): bigint => micros(amount) - amounts(discounts)

describe('under every rounding point, the parts of an invoice sum to the whole', () => {
  test('lines to the subtotal, what is taken off them to the discount', () => {
    everyInvoice(({ lines, subtotal, discount }) => {
      expect(amounts(lines)).toBe(micros(subtotal))
      expect(amounts(lines.flatMap(({ discounts }) => discounts))).toBe(micros(discount))
    })
  })

  test('each tax to its parts on the lines, net and tax to the total', () => {
    everyInvoice(({ lines, taxes, net, total }) => {
      for (const { name, amount } of taxes)
        expect(amounts(lines.flatMap((line) => line.taxes.filter((part) => part.name === name)))).toBe(
          micros(amount),
        )
      expect(micros(net) + amounts(taxes)).toBe(micros(total))
    })
  })

  test('a tax that is contained changes no total: lines after discounts and the taxes added are all there is', () => {
    everyInvoice(({ lines, taxes, total }) => {
      const added = amounts(taxes.filter(({ inclusive }) => !inclusive))
      expect(lines.reduce((sum, line) => sum + afterDiscounts(line), added)).toBe(micros(total))
    })
  })

  test('every figure is in whole minor units', () => {
    everyInvoice(({ currency, lines, subtotal, net, total, taxes }) => {
      const minor = { USD: 10_000n, JPY: 1_000_000n, KWD: 1000n }[currency] ?? 0n
      const parts = lines.flatMap((line) => [line, ...line.discounts, ...line.taxes])
      for (const text of [subtotal, net, total, ...[...taxes, ...parts].map(({ amount }) => amount)])
        expect(micros(text) % minor).toBe(0n)
    })
  })
})

describe('invoices and their run', () => {
  test('invoices sum to the totals', () => {
    everyRun(({ invoices, totals }, { scenario }) => {
      expect(sumOf(invoices.map(({ total }) => total))).toBe(micros(totals.total))
      const { invoicing, policies } = scenario
      const isTold =
        policies.rounding === 'invoice' ||
        invoicing?.commitment !== undefined ||
        [invoicing?.discounts, invoicing?.coupons, invoicing?.taxes].some((list) => list?.length !== 0)
      expect(totals.tax !== undefined).toBe(isTold)
      if (!isTold) return
      expect(sumOf(invoices.map(({ discount }) => discount))).toBe(micros(totals.discount ?? ''))
      expect(sumOf(invoices.flatMap(({ taxes }) => taxes.map(({ amount }) => amount)))).toBe(
        micros(totals.tax ?? ''),
      )
      expect(sumOf(invoices.map(({ net }) => net))).toBe(micros(totals.net ?? ''))
    })
  })

  test('what the totals are made of sums to the total', () => {
    everyRun(({ totals }) => {
      const { subscription, overage, packs, topUps, trueUp = '0', taxAdded = '0', discount = '0' } = totals
      const parts = sumOf([subscription, overage, packs, topUps, trueUp, taxAdded]) - micros(discount)
      expect(parts).toBe(micros(totals.total))
    })
  })

  test('a run that nobody writes down comes to the same money', () => {
    everyRun(({ totals }, { catalog, scenario }) => {
      const plans = compileCatalog(catalog, scenario.policies)
      const lean = simulate(termsOfScenario(catalog, scenario, plans, at(plans, 0)))
      expect({
        total: moneyText(totalOf(lean)),
        subscription: moneyText(lean.subscription),
        overage: moneyText(lean.overage),
        discount: moneyText(lean.discount),
        trueUp: moneyText(lean.trueUp),
        tax: moneyText(lean.tax),
      }).toEqual({
        total: totals.total,
        subscription: totals.subscription,
        overage: totals.overage,
        discount: totals.discount ?? '0.00',
        trueUp: totals.trueUp ?? '0.00',
        tax: totals.tax ?? '0.00',
      })
    })
  })

  test('costs by model and day sum to the invoices', () => {
    everyRun(({ totals }, { catalog, scenario }) => {
      const shares = valueOf(attributeCosts(catalog, scenario, ['model', 'day']))
      expect(sumOf(shares.map(({ cost }) => cost))).toBe(micros(totals.total))
    })
  })

  test('the ledger: what the customer gave is what was due less what was paid out, and what is kept for them is what no invoice used', () => {
    everyRun(({ invoices, ledger }) => {
      const money = ledger.filter((entry) => entry.unit === 'money')
      const balance = (account: string): bigint =>
        sumOf(money.filter(({ to }) => to === account).map(({ amount }) => amount)) -
        sumOf(money.filter(({ from }) => from === account).map(({ amount }) => amount))
      const paidOut = sumOf(invoices.map((invoice) => invoice.paidOut))
      expect(-balance('money.customer')).toBe(sumOf(invoices.map(({ amountDue }) => amountDue)) - paidOut)
      const given = invoices.filter(({ kind }) => kind === 'creditNote').map(({ total }) => total)
      expect(balance('money.credits')).toBe(
        -sumOf(given) - paidOut - sumOf(invoices.map(({ creditApplied }) => creditApplied)),
      )
    })
  })

  test('the same input gives the same bytes again', () => {
    everyRun((result, { catalog, scenario }) => {
      const again = valueOf(run(structuredClone(catalog), structuredClone(scenario)))
      expect(JSON.stringify(again)).toBe(JSON.stringify(result))
    })
  })
})

describe('discounts', () => {
  test('never take a line below zero, nor give a credit back more than it was', () => {
    everyInvoice(({ lines }) => {
      for (const line of lines) {
        const rest = afterDiscounts(line)
        expect(micros(line.amount) < 0n ? rest <= 0n && rest >= micros(line.amount) : rest >= 0n).toBe(true)
      }
    })
  })

  test('of amounts never make a credit note of an invoice, percentages neither where nothing is credited', () => {
    everyInvoice(({ lines }) => {
      const isCredit = lines.some(({ amount }) => micros(amount) < 0n)
      const rest = lines.reduce((sum, line) => sum + afterDiscounts(line), 0n)
      expect(isCredit || rest >= 0n).toBe(true)
    })
  })

  test('that take nothing, taxes of nothing and no commitment change no figure', () => {
    everyRun((result, { catalog, scenario }) => {
      const policies = { ...scenario.policies, rounding: 'line' as const }
      const bare = valueOf(run(catalog, { ...scenario, policies, invoicing: undefined }))
      const nothing = {
        discounts: [],
        coupons: scenario.invoicing?.coupons ?? [],
        taxes: [{ name: 'None', percent: '0', inclusive: true, exempt: [] }],
        numberPrefix: '',
        netDays: 0,
      }
      const changes = scenario.changes.filter(({ kind }) => kind !== 'redeemCoupon')
      const same = valueOf(run(catalog, { ...scenario, policies, changes, invoicing: nothing }))
      expect(same.invoices.map(({ total, amountDue }) => [total, amountDue])).toEqual(
        bare.invoices.map(({ total, amountDue }) => [total, amountDue]),
      )
      expect(same.totals).toMatchObject(bare.totals)
      expect(result.engineVersion).toBe(bare.engineVersion)
    })
  })
})
