import type { Commitment, Coupon, Discount, InvoiceTerms, TaxRate } from '#shared/invoicing.ts'
import type { WindowAccount } from '../draft.ts'
import { freeName } from '../free-name.ts'

const NOTHING: InvoiceTerms = { discounts: [], coupons: [], taxes: [], numberPrefix: '', netDays: 0 }

const isNothing = (terms: InvoiceTerms): boolean => JSON.stringify(terms) === JSON.stringify(NOTHING)

/** What is agreed about invoices; nothing where nothing is. */
export const invoicingOf = ({ invoicing }: WindowAccount): InvoiceTerms => invoicing ?? NOTHING

/** Changes what is agreed; where nothing is left, nothing is said. */
export function changeInvoicing(account: WindowAccount, change: Partial<InvoiceTerms>): WindowAccount {
  const { commitment, ...rest } = { ...invoicingOf(account), ...change }
  const invoicing = commitment === undefined ? rest : { ...rest, commitment }
  return { ...account, invoicing: isNothing(invoicing) ? undefined : invoicing }
}

const namesOf = (list: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ name }) => name))

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

export function addTax(account: WindowAccount): WindowAccount {
  const { taxes } = invoicingOf(account)
  const tax: TaxRate = {
    name: freeName('VAT', namesOf(taxes)),
    percent: '20',
    inclusive: false,
    exempt: [],
  }
  return changeInvoicing(account, { taxes: [...taxes, tax] })
}

export const changeTax = (account: WindowAccount, place: number, change: Partial<TaxRate>): WindowAccount =>
  changeInvoicing(account, {
    taxes: invoicingOf(account).taxes.map((tax, at) => (at === place ? { ...tax, ...change } : tax)),
  })

export const removeTax = (account: WindowAccount, place: number): WindowAccount =>
  changeInvoicing(account, { taxes: invoicingOf(account).taxes.filter((_tax, at) => at !== place) })

const discountNamed = (name: string): Discount => ({
  id: name,
  name,
  value: { kind: 'percent', percent: '10' },
  duration: { kind: 'forever' },
})

export function addDiscount(account: WindowAccount): WindowAccount {
  const { discounts } = invoicingOf(account)
  const made = discountNamed(freeName('Discount', idsOf(discounts)))
  return changeInvoicing(account, { discounts: [...discounts, made] })
}

export const changeDiscount = (
  account: WindowAccount,
  id: string,
  change: Partial<Omit<Discount, 'id'>>,
): WindowAccount =>
  changeInvoicing(account, {
    discounts: invoicingOf(account).discounts.map((discount) =>
      discount.id === id ? { ...discount, ...change } : discount,
    ),
  })

export const removeDiscount = (account: WindowAccount, id: string): WindowAccount =>
  changeInvoicing(account, {
    discounts: invoicingOf(account).discounts.filter((discount) => discount.id !== id),
  })

export function addCoupon(account: WindowAccount): WindowAccount {
  const { coupons } = invoicingOf(account)
  const made: Coupon = { ...discountNamed(freeName('Coupon', idsOf(coupons))), maxRedemptions: 1 }
  return changeInvoicing(account, { coupons: [...coupons, made] })
}

export const changeCoupon = (
  account: WindowAccount,
  id: string,
  change: Partial<Omit<Coupon, 'id'>>,
): WindowAccount =>
  changeInvoicing(account, {
    coupons: invoicingOf(account).coupons.map((coupon) =>
      coupon.id === id ? { ...coupon, ...change } : coupon,
    ),
  })

/** Without a coupon, and without the dated changes that redeem it. */
export const removeCoupon = (account: WindowAccount, id: string): WindowAccount => ({
  ...changeInvoicing(account, {
    coupons: invoicingOf(account).coupons.filter((coupon) => coupon.id !== id),
  }),
  changes: account.changes.filter((change) => change.kind !== 'redeemCoupon' || change.coupon !== id),
})

/** Agrees a commitment, changes it, or takes it out with null. */
export const setCommitment = (account: WindowAccount, commitment: Commitment | null): WindowAccount =>
  changeInvoicing(account, { commitment: commitment ?? undefined })
