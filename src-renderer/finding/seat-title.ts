import type { BlockCause } from '#shared/run-result.ts'
import type { SeatHeld, SeatRefusal, SeatReport, SeatStep } from '#shared/seat-report.ts'
import { credits, day, isZero, plural } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { creditsOf } from './counted.ts'
import { blockedBy } from './block-causes.ts'

const dayOf = (at: string): string => day(at.slice(0, 10))

/** `12 of 15 Full, 48 of 50 Basic` */
const heldInWords = ({ full, basic }: SeatStep): string =>
  `${credits(full.held)} of ${credits(full.limit)} Full, ${credits(basic.held)} of ${credits(basic.limit)} Basic`

/** What the seats of a run come to: who found none, who is locked, or that everybody fits. */
export function occupancyTitle({ steps, refusals }: Pick<SeatReport, 'steps' | 'refusals'>): string {
  const last = steps.at(-1)
  if (!last) return 'No seats'
  const [refused] = refusals
  if (refused)
    return `${plural(refusals.length, 'dated change')} refused for want of a seat, the first on ${dayOf(refused.at)}`
  const locked = steps.find((step) => step.locked > 0)
  if (locked) return `${plural(locked.locked, 'member')} locked from ${dayOf(locked.from)} on`
  return `Everybody fits: ${heldInWords(last)}${steps.length > 1 ? ' at the end' : ''}`
}

type Stopped = Pick<SeatReport, 'stopped' | 'ceiling'>

/** Who was stopped by what, the ceiling of Basic seats before anything else. */
export function stoppedTitle({ stopped, ceiling }: Stopped): string {
  const [most] = stopped
  if (!most) return 'Nobody was stopped by anything'
  const basic = stopped.find(({ cause }) => cause === 'ceiling')
  if (basic) {
    const of = ceiling === null ? '' : ` of ${creditsOf(ceiling)}`
    return `${plural(basic.members, 'Basic member')} hit the ceiling${of}, the first on ${dayOf(basic.firstAt)}; ${lostInWords(basic)} blocked`
  }
  return `${lostInWords(most)} ${blockedBy(most.cause)}, the first on ${dayOf(most.firstAt)}`
}

/** What was lost, in credits; in requests where those would have cost nothing. */
export const lostInWords = (lost: { readonly credits: string; readonly requests: number }): string =>
  isZero(lost.credits) && lost.requests > 0 ? plural(lost.requests, 'request') : creditsOf(lost.credits)

/** All other causes than the ceiling, for the line under the title; empty where there is none. */
export const otherStops = ({ stopped }: Pick<SeatReport, 'stopped'>): readonly BlockCause[] =>
  stopped.flatMap(({ cause }) => (cause === 'ceiling' ? [] : [cause]))

const HOLDS: Readonly<Record<SeatHeld, string>> = {
  full: 'Full',
  basic: 'Basic',
  locked: 'Locked',
  elsewhere: 'In a workspace by itself',
  none: 'No member',
}

/** What somebody held in turn: `Basic`, `Basic, Full from 3 May 2026`. */
export const seatsHeldInWords = (
  seats: readonly { readonly from: string; readonly holds: SeatHeld }[],
): string =>
  seats.length === 0
    ? HOLDS.none
    : seats
        .map(({ from, holds }, place) =>
          place === 0 ? HOLDS[holds] : `${HOLDS[holds]} from ${instant(from)}`,
        )
        .join(', ')

/** What somebody holds when the run ends. */
export const seatHeldAtEnd = (seats: readonly { readonly holds: SeatHeld }[]): string =>
  HOLDS[seats.at(-1)?.holds ?? 'none']

const ASKED: Readonly<Record<SeatRefusal['kind'], (who: string) => string>> = {
  inviteMember: (who) => `Invite ${who}`,
  unlockMember: (who) => `Unlock ${who}`,
  changeSeat: (who) => `Move ${who} to another seat`,
  linkWorkspace: (who) => `Link ${who}`,
  buySeats: () => 'Buy seats',
  removeSeats: () => 'Give seats back',
}

/** What was asked for that found no seat. */
export const refusalInWords = ({ kind, who }: Pick<SeatRefusal, 'kind' | 'who'>): string =>
  ASKED[kind](who ?? '')
