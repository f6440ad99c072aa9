import type { AccountOnPlan, AccountOnPlans, PlanLack } from '#shared/account-on-plans.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { listed } from './counted.ts'
import type { PlanNames } from './plan-names.ts'

export type HeldOn = Extract<AccountOnPlan, { kind: 'billed' }>
export type NotHeldOn = Extract<AccountOnPlan, { kind: 'impossible' }>

/** How many people have no seat; empty where each has one. */
export const withoutSeatInWords = (without: number, people: number): string =>
  without === 0 ? '' : `${haveNoSeat(without, people)}.`

const haveNoSeat = (without: number, people: number): string =>
  `${credits(without)} of ${plural(people, 'person', 'people')} ${without === 1 ? 'has' : 'have'} no seat`

/** What a plan lacks, as short as it can be said. */
export function lackInWords(lack: PlanLack): string {
  switch (lack.kind) {
    case 'fullSeats':
      return `${credits(lack.has)} of ${plural(lack.needs, 'Full seat')}`
    case 'seats':
      return `${plural(lack.has, 'seat')} for ${plural(lack.needs, 'person', 'people')}`
    case 'workspaces':
      return 'no consolidated billing'
    case 'products':
      return 'not every product'
    case 'other':
      return 'not on these terms'
  }
}

/** The one thing that says most about why a plan cannot hold an account. */
export function notHeldInWords({ withoutSeat, lacks }: NotHeldOn, people: number): string {
  if (withoutSeat > 0)
    return `${credits(withoutSeat)} of ${credits(people)} ${withoutSeat === 1 ? 'has' : 'have'} no seat`
  const [first] = lacks
  return first === undefined ? 'cannot hold it' : lackInWords(first)
}

export const isHeld = (row: AccountOnPlan): row is HeldOn => row.kind === 'billed'

/** `only Enterprise holds this account`. */
export function holdersInWords({ plans }: AccountOnPlans, names: PlanNames): string {
  const able = plans.filter(isHeld).map(({ plan }) => names(plan))
  if (able.length === 0) return 'no plan holds this account as it is'
  if (able.length === plans.length) return 'every plan holds this account'
  if (able.length === 1) return `only ${listed(able)} holds this account`
  return `${listed(able)} hold this account`
}

/** `Enterprise with 1 more Full seat`. */
export const heldOnInWords = ({ plan, seatsToBuy }: HeldOn, names: PlanNames): string =>
  seatsToBuy === 0 ? names(plan) : `${names(plan)} with ${plural(seatsToBuy, 'more Full seat')}`

/** Which plan holds the account best, as the title of all of them. */
export function everyPlanTitle(answer: AccountOnPlans, names: PlanNames): string {
  const [first] = answer.plans
  if (first === undefined || !isHeld(first)) return 'No plan holds this account as it is'
  const held = answer.plans.filter(isHeld)
  const best = heldOnInWords(first, names)
  if (held.length === 1) return `Only ${best} holds this account`
  return `${best} holds this account best, of ${plural(held.length, 'plan')} that can`
}

/** What the rows of every plan are. */
export const everyPlanNote = ({ leavesOutMoves }: AccountOnPlans, months: number): string =>
  `The whole account over ${plural(months, 'month')} on each plan, by what it blocks and then by cost${leavesOutMoves ? '; dated changes of plan, cancellations and refunds are left out' : ''}`
