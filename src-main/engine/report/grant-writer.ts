import type { GrantResult } from '#shared/funds-result.ts'
import { instantText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { Grant } from '../record/grant.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'

interface Row {
  readonly grant: Grant
  granted: Credits
  used: Credits
  repaid: Credits
  expired: Credits
  forfeited: Credits
  carried: Credits
}

/** Writes what became of every grant of credits. */
export class GrantWriter extends Recorder {
  readonly #rows = new Map<number, Row>()

  get grants(): GrantResult[] {
    return [...this.#rows.values()].map(resultOf)
  }

  override renewed(_period: Period, grant: Grant | null): void {
    if (grant !== null) this.#rowOf(grant).granted += grant.amount
  }

  override granted(_at: Instant, _period: Period, grant: Grant, amount: Credits): void {
    this.#rowOf(grant).granted += amount
  }

  override burned(_stretch: Stretch, grant: Grant, amount: Credits): void {
    this.#rowOf(grant).used += amount
  }

  override repaid(_at: Instant, _period: Period, grant: Grant, amount: Credits): void {
    this.#rowOf(grant).repaid += amount
  }

  override expired(_period: Period, grant: Grant, amount: Credits): void {
    this.#rowOf(grant).expired += amount
  }

  override forfeited(_period: Period, grant: Grant, amount: Credits): void {
    this.#rowOf(grant).forfeited += amount
  }

  override carried(_period: Period, from: Grant, to: Grant): void {
    this.#rowOf(from).carried += to.amount
    this.#rowOf(to).granted += to.amount
  }

  #rowOf(grant: Grant): Row {
    const known = this.#rows.get(grant.id)
    if (known !== undefined) return known
    const row = { grant, granted: 0, used: 0, repaid: 0, expired: 0, forfeited: 0, carried: 0 }
    this.#rows.set(grant.id, row)
    return row
  }
}

const resultOf = ({ grant, granted, used, repaid, expired, forfeited, carried }: Row): GrantResult => ({
  grant: `grant ${grant.id + 1}`,
  source: grant.source,
  name: grant.name ?? null,
  start: instantText(grant.createdAt),
  expires: grant.expiresAt === Infinity ? null : instantText(grant.expiresAt),
  grantedCredits: creditsText(granted),
  usedCredits: creditsText(used),
  repaidCredits: creditsText(repaid),
  expiredCredits: creditsText(expired),
  forfeitedCredits: creditsText(forfeited),
  carriedCredits: creditsText(carried),
  remainingCredits: creditsText(granted - used - repaid - expired - forfeited - carried),
})
