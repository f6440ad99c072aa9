import type { WalletLot, WalletResult } from '#shared/funds-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { MoneyMove } from '../record/recorder.ts'
import type { Period } from '../calendar/schedule.ts'
import { Recorder } from '../record/recorder.ts'

interface Moves {
  opened: Money
  toppedUp: Money
  drawn: Money
  expired: Money
}

interface LotMoves extends Moves {
  readonly lot: MoneyLot
}

const noMoves = (): Moves => ({ opened: 0, toppedUp: 0, drawn: 0, expired: 0 })

/** Writes the money of a prepaid balance: by period, by purchase and in all. */
export class WalletWriter extends Recorder {
  readonly #all = noMoves()
  readonly #lots = new Map<number, LotMoves>()
  readonly #periods: WalletResult['periods'] = []
  #open = noMoves()
  #opening: Money = 0

  get result(): WalletResult {
    return {
      ...movementsOf(0, this.#all),
      periods: this.#periods,
      lots: [...this.#lots.values()].map(lotOf),
    }
  }

  override moneyMoved(_at: Instant, _period: Period, move: MoneyMove, lot: MoneyLot, amount: Money): void {
    const known = this.#lots.get(lot.id) ?? { lot, ...noMoves() }
    this.#lots.set(lot.id, known)
    known[move] += amount
    this.#open[move] += amount
    this.#all[move] += amount
  }

  override periodClosed({ index }: Period): void {
    this.#periods.push({ index: index + 1, ...movementsOf(this.#opening, this.#open) })
    this.#opening = closingOf(this.#opening, this.#open)
    this.#open = noMoves()
  }
}

const closingOf = (opening: Money, { opened, toppedUp, drawn, expired }: Moves): Money =>
  opening + opened + toppedUp - drawn - expired

/** What an account starts with counts as the opening balance of its first period. */
const movementsOf = (opening: Money, moves: Moves) => ({
  opening: moneyText(opening + moves.opened),
  toppedUp: moneyText(moves.toppedUp),
  drawn: moneyText(moves.drawn),
  expired: moneyText(moves.expired),
  closing: moneyText(closingOf(opening, moves)),
})

const lotOf = ({ lot, drawn, expired }: LotMoves): WalletLot => ({
  bought: instantText(lot.boughtAt),
  expires: instantText(lot.expiresAt),
  amount: moneyText(lot.amount),
  drawn: moneyText(drawn),
  expired: moneyText(expired),
  remaining: moneyText(lot.amount - drawn - expired),
})
