import type { LedgerAccount, LedgerEntry } from '#shared/ledger.ts'
import type { Instant } from '../calendar/civil.ts'
import { LINE_KINDS } from '../invoice/line-kinds.ts'
import { InstantTexts } from '../calendar/instant-texts.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { Bill, BilledLine } from '../record/bill.ts'
import type { Grant } from '../record/grant.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { DeficitFate, MoneyMove } from '../record/recorder.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'

/**
 * The accounts of the ledger. Credits are issued into the pool and leave it used, expired or forfeited, or for what the
 * account owes. What the pool did not serve came from overage, from the grace buffer, or was owed: a deficit that grants
 * repay, that turns into overage, or that is forgiven.
 */
const ACCOUNT = {
  issued: 'credits.issued',
  pool: 'credits.pool',
  used: 'credits.used',
  expired: 'credits.expired',
  forfeited: 'credits.forfeited',
  overage: 'credits.overage',
  grace: 'credits.grace',
  deficit: 'credits.deficit',
  forgiven: 'credits.forgiven',
  customer: 'money.customer',
  subscription: 'money.subscription',
  seats: 'money.seats',
  overageRevenue: 'money.overage',
  packs: 'money.packs',
  /** The customer's prepaid balance: money that is not income before it is drawn, or expires. */
  prepaid: 'money.prepaid',
  broughtForward: 'money.broughtForward',
  expiredMoney: 'money.expired',
  commitment: 'money.commitment',
  discounts: 'money.discounts',
  tax: 'money.tax',
  /** What credit notes gave back and no invoice has used yet. */
  balance: 'money.credits',
} as const satisfies Readonly<Record<string, LedgerAccount>>

/**
 * Writes every movement of credits and money as one entry with two ends, so that each unit sums to zero by
 * construction. Modelled usage has no instant of its own and is posted where its stretch begins.
 */
export class LedgerWriter extends Recorder {
  readonly #entries: LedgerEntry[] = []
  /** Whether an entry came that is earlier than one before it. */
  #isMixed = false
  #last: Instant = -Infinity
  readonly #texts = new InstantTexts()
  readonly #grantNames: string[] = []

  /** In the order of time: an early invoice may fall within a stretch whose usage is posted where it begins. */
  get entries(): LedgerEntry[] {
    if (!this.#isMixed) return this.#entries
    return this.#entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }

  override charged(at: Instant, { kind, amount, description }: ChargeLine): void {
    this.#money(at, ACCOUNT.customer, LINE_KINDS[kind].income, amount, description)
  }

  /** What invoices make of the lines, posted when they fall due; what the customer gave is then what was due, less what was paid out. */
  override invoiced(bills: readonly Bill[]): void {
    for (const { at, lines, total, creditApplied, paidOut } of bills) {
      for (const line of lines) this.#invoicedLine(at, line)
      this.#money(at, ACCOUNT.customer, ACCOUNT.balance, Math.max(0, -total) - paidOut, 'credit note')
      this.#money(at, ACCOUNT.balance, ACCOUNT.customer, creditApplied, 'earlier credit notes')
    }
  }

  #invoicedLine(at: Instant, { charge, amount, discounts, taxes }: BilledLine): void {
    const { kind, description } = charge
    const isCharged = LINE_KINDS[kind].madeBy === 'clock'
    const rest = amount - (isCharged ? charge.amount : 0)
    const reference = isCharged ? `rounding of ${description}` : description
    this.#money(at, ACCOUNT.customer, LINE_KINDS[kind].income, rest, reference)
    for (const discount of discounts)
      this.#money(
        at,
        ACCOUNT.discounts,
        ACCOUNT.customer,
        discount.amount,
        `${discount.name}: ${description}`,
      )
    for (const part of taxes) {
      const payer = part.tax.inclusive ? LINE_KINDS[kind].income : ACCOUNT.customer
      this.#money(at, payer, ACCOUNT.tax, part.amount, `${part.tax.name}: ${description}`)
    }
  }

  override granted(at: Instant, _period: Period, grant: Grant, amount: Credits): void {
    this.#credits(at, ACCOUNT.issued, ACCOUNT.pool, amount, grantName(grant))
  }

  override renewed(period: Period, grant: Grant | null, heldBack: Credits): void {
    if (grant !== null)
      this.#credits(period.start, ACCOUNT.issued, ACCOUNT.pool, grant.amount, grantName(grant))
    this.#credits(period.start, ACCOUNT.issued, ACCOUNT.forfeited, heldBack, periodName(period))
  }

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    this.#credits(
      stretch.at,
      ACCOUNT.pool,
      ACCOUNT.used,
      amount,
      (this.#grantNames[grant.id] ??= grantName(grant)),
    )
  }

  override used(stretch: Stretch, use: Use): void {
    if (use.grace + use.overage === 0) return
    const period = periodName(stretch)
    this.#credits(stretch.at, ACCOUNT.grace, ACCOUNT.used, use.grace, period)
    this.#credits(stretch.at, ACCOUNT.overage, ACCOUNT.used, use.overage - use.deficit, period)
    this.#credits(stretch.at, ACCOUNT.deficit, ACCOUNT.used, use.deficit, period)
  }

  /** What is bought comes in with its line. */
  override moneyMoved(at: Instant, _period: Period, move: MoneyMove, lot: MoneyLot, amount: Money): void {
    const name = lot.id === 0 ? 'opening balance' : `top-up ${lot.id}`
    if (move === 'opened') this.#money(at, ACCOUNT.broughtForward, ACCOUNT.prepaid, amount, name)
    if (move === 'drawn') this.#money(at, ACCOUNT.prepaid, ACCOUNT.overageRevenue, amount, name)
    if (move === 'expired') this.#money(at, ACCOUNT.prepaid, ACCOUNT.expiredMoney, amount, name)
  }

  override repaid(at: Instant, _period: Period, grant: Grant, amount: Credits): void {
    this.#credits(at, ACCOUNT.pool, ACCOUNT.deficit, amount, grantName(grant))
  }

  override deficitEnded(at: Instant, period: Period, fate: DeficitFate, amount: Credits): void {
    if (fate === 'carried') return
    const from = fate === 'charged' ? ACCOUNT.overage : ACCOUNT.forgiven
    this.#credits(at, from, ACCOUNT.deficit, amount, periodName(period))
  }

  override expired(period: Period, grant: Grant, amount: Credits): void {
    this.#credits(period.end, ACCOUNT.pool, ACCOUNT.expired, amount, grantName(grant))
  }

  override forfeited(period: Period, grant: Grant, amount: Credits): void {
    this.#credits(period.end, ACCOUNT.pool, ACCOUNT.forfeited, amount, grantName(grant))
  }

  override carried(period: Period, from: Grant, to: Grant): void {
    this.#credits(
      period.end,
      ACCOUNT.pool,
      ACCOUNT.pool,
      to.amount,
      `${grantName(from)} into ${grantName(to)}`,
    )
  }

  #credits(at: Instant, from: LedgerAccount, to: LedgerAccount, amount: Credits, reference: string): void {
    if (amount === 0) return
    this.#entries.push({
      at: this.#textOf(at),
      unit: 'credits',
      from,
      to,
      amount: creditsText(amount),
      reference,
    })
  }

  #money(at: Instant, from: LedgerAccount, to: LedgerAccount, amount: Money, reference: string): void {
    if (amount < 0) return this.#money(at, to, from, -amount, reference)
    if (amount === 0) return
    this.#entries.push({
      at: this.#textOf(at),
      unit: 'money',
      from,
      to,
      amount: moneyText(amount),
      reference,
    })
  }

  #textOf(at: Instant): string {
    if (at < this.#last) this.#isMixed = true
    this.#last = at
    return this.#texts.of(at)
  }
}

const grantName = (grant: Grant): string => `grant ${grant.id + 1}`

const periodName = (period: Period): string => `period ${period.index + 1}`
