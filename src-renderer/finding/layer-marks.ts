import type { LayerMark, LayerMarkKind } from '#shared/credit-layers.ts'
import type { PlanNames } from './plan-names.ts'
import { creditsOf } from './counted.ts'

const NAMES: Readonly<Record<LayerMarkKind, string>> = {
  renewal: 'Renewal',
  planCredits: 'Credits of the plan',
  seats: 'Credits of seats',
  pack: 'Pack',
  gift: 'Gift',
  trial: 'Trial credits',
  rollover: 'Rolled over',
  expiry: 'Expired',
  forfeit: 'Forfeited',
  repayment: 'Repaid what was owed',
  planChange: 'Change of plan',
  ranOut: 'Credits ran out',
  blocked: 'Usage held back',
  spendLimit: 'Spend limit reached',
  topUp: 'Prepaid balance topped up',
}

/** Of what kind a mark on the burn-down is, as a heading. */
export const layerMarkName = (kind: LayerMarkKind): string => NAMES[kind]

/** What a mark is, `Pack big-pack`, `Change of plan to Pro`; without what it comes to. */
export function markInShort({ kind, name }: LayerMark, plans: PlanNames): string {
  if (name === null) return NAMES[kind]
  return kind === 'planChange' ? `${NAMES[kind]} to ${plans(name)}` : `${NAMES[kind]} ${name}`
}

/** `Renewal: 100,000 credits`. */
export const markInWords = (mark: LayerMark, plans: PlanNames): string =>
  mark.credits === null ? markInShort(mark, plans) : `${markInShort(mark, plans)}: ${creditsOf(mark.credits)}`
