import { beforeEach, describe, expect, it } from 'vitest'
import { addGrant, changeGrant, removeGrant } from '#renderer/state/account-edits/funds.ts'
import {
  addCoupon,
  addDiscount,
  addTax,
  changeCoupon,
  changeDiscount,
  changeInvoicing,
  changeTax,
  invoicingOf,
  removeCoupon,
  removeDiscount,
  removeTax,
  setCommitment,
} from '#renderer/state/account-edits/invoicing.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { LANDING, quotesOf, setTerm, useInputs } from '#renderer/state/inputs.ts'
import { content } from '../support/scenarios.ts'

const account = (changes: Partial<WindowAccount> = {}): WindowAccount => content(changes).scenario
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)

describe('what is agreed about invoices', () => {
  it('is nothing until something is, and nothing again when the last of it goes', () => {
    expect(account().invoicing).toBeUndefined()
    const taxed = addTax(account())
    expect(taxed.invoicing).toBeDefined()
    expect(removeTax(taxed, 0).invoicing).toBeUndefined()
    const committed = setCommitment(account(), { per: 'year', minimum: '5000' })
    expect(setCommitment(committed, null).invoicing).toBeUndefined()
    expect(changeInvoicing(account(), { netDays: 30 }).invoicing).toMatchObject({ netDays: 30 })
  })

  it('has taxes, each with a name of its own', () => {
    const two = changeTax(addTax(addTax(account())), 1, { percent: '7', inclusive: true })
    expect(invoicingOf(two).taxes).toMatchObject([
      { name: 'VAT', percent: '20', inclusive: false },
      { name: 'VAT 2', percent: '7', inclusive: true },
    ])
    expect(names(invoicingOf(removeTax(two, 0)).taxes)).toEqual(['VAT 2'])
  })

  it('has discounts, changed and removed by their ids', () => {
    const two = addDiscount(addDiscount(account()))
    const changed = changeDiscount(two, 'Discount 2', { value: { kind: 'amount', amount: '5' } })
    expect(invoicingOf(changed).discounts.map(({ value }) => value)).toEqual([
      { kind: 'percent', percent: '10' },
      { kind: 'amount', amount: '5' },
    ])
    expect(names(invoicingOf(removeDiscount(changed, 'Discount')).discounts)).toEqual(['Discount 2'])
  })

  it('has coupons, which go with the changes that redeem them', () => {
    const one = changeCoupon(addCoupon(account()), 'Coupon', { maxRedemptions: 3 })
    expect(invoicingOf(one).coupons).toMatchObject([{ id: 'Coupon', maxRedemptions: 3 }])
    const redeemed: WindowAccount = {
      ...one,
      changes: [
        { kind: 'redeemCoupon', on: '2026-12-01', coupon: 'Coupon' },
        { kind: 'redeemCoupon', on: '2026-12-02', coupon: 'Other' },
        { kind: 'cancel', on: '2026-12-03' },
      ],
    }
    const without = removeCoupon(redeemed, 'Coupon')
    expect(without.invoicing).toBeUndefined()
    expect(without.changes.map(({ on }) => on)).toEqual(['2026-12-02', '2026-12-03'])
  })

  it('has a commitment beside the rest', () => {
    const agreed = setCommitment(addTax(account()), { per: 'month', minimum: '100' })
    expect(agreed.invoicing).toMatchObject({ commitment: { per: 'month', minimum: '100' }, taxes: [{}] })
  })
})

describe('credits beside the plan’s', () => {
  it('begin on the account’s first day, each by a name of its own', () => {
    const two = addGrant(addGrant(account()))
    expect(two.grants).toEqual([
      { id: 'Gift', source: 'gift', amount: '10000', priority: 0, start: account().start },
      { id: 'Gift 2', source: 'gift', amount: '10000', priority: 0, start: account().start },
    ])
    expect(changeGrant(two, 1, { amount: '7' }).grants.map(({ amount }) => amount)).toEqual(['10000', '7'])
    expect(removeGrant(two, 0).grants.map(({ id }) => id)).toEqual(['Gift 2'])
  })
})

describe('terms agreed of a plan', () => {
  beforeEach(() => useInputs.setState(LANDING, true))
  const agreed = () => quotesOf(useInputs.getState())['enterprise']

  it('are said one by one, and go back to what is assumed one by one', () => {
    setTerm('enterprise', 'monthly', '900')
    setTerm('enterprise', 'basicSeats', 40)
    expect(agreed()).toEqual({ monthly: '900', basicSeats: 40 })
    setTerm('enterprise', 'monthly', undefined)
    expect(Object.keys(agreed() ?? {})).toEqual(['basicSeats'])
  })
})
