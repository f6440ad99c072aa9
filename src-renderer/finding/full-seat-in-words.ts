import type { FullSeatCost } from '#shared/full-seat.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { creditsOf, listed } from './counted.ts'

const MOST_NAMED = 3

/** `Ann`, `Ann and Ben`, `5 members`. */
export const membersInWords = (members: readonly string[]): string =>
  members.length > MOST_NAMED ? plural(members.length, 'member') : listed(members)

/** `Give Ann a Full seat`, `Give 5 members Full seats`: what is done, as an order. */
export const givenInWords = (members: readonly string[]): string =>
  `Give ${membersInWords(members)} ${members.length === 1 ? 'a Full seat' : 'Full seats'}`

/** `Ann holds a Full seat`, `5 members hold Full seats`. */
export const holdInWords = (members: readonly string[]): string =>
  `${membersInWords(members)} ${members.length === 1 ? 'holds a Full seat' : 'hold Full seats'}`

const withoutSign = (figure: string): string => figure.replace(/^-/, '')

/** `$1,200.00 more`, `$20.00 less`, `the same`. */
export function differenceInWords(difference: string, currency: string): string {
  if (isZero(withoutSign(difference))) return 'the same'
  const much = money(withoutSign(difference), currency)
  return difference.startsWith('-') ? `${much} less` : `${much} more`
}

/** `3 seats bought on 1 May 2026`; that those there are do where none is bought. */
export const boughtInWords = (bought: Extract<FullSeatCost, { kind: 'billed' }>['bought']): string =>
  bought.length === 0
    ? 'no seat bought'
    : listed(bought.map(({ at, count }) => `${plural(count, 'seat')} bought on ${instant(at)}`))

/** What they cost: `: $20.00 less`, ` cost no more: 5 Full seats are free`. */
function costInWords(
  { difference, members, bought }: Extract<FullSeatCost, { kind: 'billed' }>,
  currency: string,
): string {
  if (!isZero(withoutSign(difference))) return `: ${differenceInWords(difference, currency)}`
  const one = members.length === 1
  const free =
    bought.length === 0 ? `: ${plural(members.length, 'Full seat')} ${one ? 'is' : 'are'} free` : ''
  return ` ${one ? 'costs' : 'cost'} no more${free}`
}

/** What Full seats for some members come to, or why they cannot have them. */
export function fullSeatInWords(cost: FullSeatCost, currency: string): string {
  const who = membersInWords(cost.members)
  const seats = cost.members.length === 1 ? 'A Full seat' : 'Full seats'
  if (cost.kind === 'cannot') return `${seats} for ${who} cannot be had`
  const served = cost.unblockedCredits.startsWith('-')
    ? `${creditsOf(withoutSign(cost.unblockedCredits))} more are blocked elsewhere`
    : `${creditsOf(cost.unblockedCredits)} blocked no more`
  return `${seats} for ${who}${costInWords(cost, currency)}, ${served}`
}
