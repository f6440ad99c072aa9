import type { AccountChange, Member } from '#shared/account.ts'
import type { FullSeatCost } from '#shared/full-seat.ts'
import { earlierFirst } from '#renderer/format/days.ts'
import { inOrderOfDate } from '../change-edits.ts'
import type { WindowAccount } from '../draft.ts'

type Bought = Extract<FullSeatCost, { kind: 'billed' }>['bought']

/** Members who are given Full seats, from when on, and the seats that are bought for them. */
export interface FullSeatsGiven {
  readonly members: readonly string[]
  /** A date; the account's start for those who have them all the time. */
  readonly from: string
  readonly bought: Bought
}

const onFull = (member: Member): Member => (member.seat === 'full' ? member : { ...member, seat: 'full' })

/**
 * The account with some members on Full seats, made as the engine tried it. From the start they have them as members, and
 * seats bought then are the account's own. From a later date they change seats, behind whatever else is of that instant,
 * and seats are bought before it. Whoever is invited later is invited to a Full seat, and what moves them between seats
 * later is left out.
 */
export function giveFullSeats(
  account: WindowAccount,
  { members, from, bought }: FullSeatsGiven,
): WindowAccount {
  const chosen = new Set(members)
  const isFromStart = earlierFirst(from, account.start) === 0
  const isAtStart = ({ at }: Bought[number]) => earlierFirst(at, account.start) === 0
  const purchases = bought.flatMap((purchase): readonly AccountChange[] =>
    isAtStart(purchase) ? [] : [{ kind: 'buySeats', on: dated(purchase.at), count: purchase.count }],
  )
  const moved = members.flatMap((member): readonly AccountChange[] =>
    isFromStart || !isMemberAt(account, member, from)
      ? []
      : [{ kind: 'changeSeat', on: from, member, seat: 'full' }],
  )
  const kept = account.changes.flatMap((change): readonly AccountChange[] => {
    if (earlierFirst(change.on, from) < 0) return [change]
    if (change.kind === 'changeSeat' && chosen.has(change.member)) return []
    if (change.kind === 'inviteMember' && chosen.has(change.member.id))
      return [{ ...change, member: onFull(change.member) }]
    return [change]
  })
  return {
    ...account,
    extraSeats: bought.filter(isAtStart).reduce((seats, { count }) => seats + count, account.extraSeats),
    members: isFromStart
      ? account.members.map((member) => (chosen.has(member.id) ? onFull(member) : member))
      : account.members,
    changes: inOrderOfDate([...purchases, ...kept, ...moved]),
  }
}

/** An instant of a run as a change has it: of a midnight only the day. */
const dated = (at: string): string => at.replace(/T00:00:00(\.0+)?Z$/, '')

/** Whether somebody is a member after all that happens at an instant. */
function isMemberAt({ members, changes }: WindowAccount, member: string, at: string): boolean {
  let isHere = members.some(({ id }) => id === member)
  for (const change of inOrderOfDate(changes)) {
    if (earlierFirst(change.on, at) > 0) break
    if (change.kind === 'inviteMember' && change.member.id === member) isHere = true
    if (change.kind === 'removeMember' && change.member === member) isHere = false
  }
  return isHere
}
