import type { LedgerEntry } from '#shared/run-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { ChargeKind, ChargeLine, Period, Stretch, Use } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** The accounts of the ledger. Credits are issued into the pool and leave it used, expired or forfeited. */
const ACCOUNT = {
  issued: 'credits.issued',
  pool: 'credits.pool',
  used: 'credits.used',
  expired: 'credits.expired',
  forfeited: 'credits.forfeited',
  overage: 'credits.overage',
  customer: 'money.customer',
  subscription: 'money.subscription',
  seats: 'money.seats',
  overageRevenue: 'money.overage',
} as const

const INCOME: Readonly<Record<ChargeKind, string>> = {
  subscription: ACCOUNT.subscription,
  offer: ACCOUNT.subscription,
  proration: ACCOUNT.subscription,
  seats: ACCOUNT.seats,
  overage: ACCOUNT.overageRevenue,
  prepaidUsage: ACCOUNT.overageRevenue,
}

/**
 * Writes every movement of credits and money as one entry with two ends, so that each unit sums to zero by
 * construction. Modelled usage has no instant of its own and is posted where its stretch begins.
 */
export class LedgerWriter extends SilentRecorder {
  readonly entries: LedgerEntry[] = []

  override charged(at: Instant, { kind, amount, description }: ChargeLine): void {
    const income = INCOME[kind]
    if (amount > 0) this.#money(at, ACCOUNT.customer, income, amount, description)
    else this.#money(at, income, ACCOUNT.customer, -amount, description)
  }

  override granted(at: Instant, _period: Period, grant: Grant): void {
    this.#credits(at, ACCOUNT.issued, ACCOUNT.pool, grant.amount, grantName(grant))
  }

  override renewed(period: Period, grant: Grant | null, heldBack: Credits): void {
    if (grant !== null)
      this.#credits(period.start, ACCOUNT.issued, ACCOUNT.pool, grant.amount, grantName(grant))
    this.#credits(period.start, ACCOUNT.issued, ACCOUNT.forfeited, heldBack, periodName(period))
  }

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    this.#credits(stretch.at, ACCOUNT.pool, ACCOUNT.used, amount, grantName(grant))
  }

  override used(stretch: Stretch, use: Use): void {
    this.#credits(stretch.at, ACCOUNT.overage, ACCOUNT.used, use.overage, periodName(stretch))
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

  #credits(at: Instant, from: string, to: string, amount: Credits, reference: string): void {
    if (amount === 0) return
    this.entries.push({
      at: instantText(at),
      unit: 'credits',
      from,
      to,
      amount: creditsText(amount),
      reference,
    })
  }

  #money(at: Instant, from: string, to: string, amount: Money, reference: string): void {
    if (amount === 0) return
    this.entries.push({ at: instantText(at), unit: 'money', from, to, amount: moneyText(amount), reference })
  }
}

const grantName = (grant: Grant): string => `grant ${grant.id + 1}`

const periodName = (period: Period): string => `period ${period.index + 1}`
