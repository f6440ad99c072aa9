import { cutText } from '#shared/cut-text.ts'
import type { Advice, CustomerPage, Levers, PlanForCustomer } from '#shared/customer-page.ts'
import { monthsLater } from '#renderer/format/days.ts'
import { credits, day, isZero, money, percent, plural, unsigned } from '#renderer/format/figures.ts'
import { signOf } from '#renderer/format/signed.ts'
import { blockedBy } from './block-causes.ts'
import { creditsOf, listed, sentences } from './counted.ts'
import { type PlanNames, planNames } from './plan-names.ts'

/** What a customer reads; every word here is meant for them. */
export interface Told {
  readonly headline: string
  readonly detail: string
}

/** The names of plans, none so long that a sentence is about nothing else. */
export const namesOn = ({ plans, today }: CustomerPage): PlanNames =>
  planNames([...plans, today].map(({ plan, name }) => ({ plan, name: shortened(name, MOST_IN_SENTENCE) })))

const MOST_IN_SENTENCE = 32

/** A name of at most so many characters, which says where it was cut. */
export function shortened(name: string, most: number): string {
  const cut = cutText(name, most)
  return cut === name ? name : `${cut.trimEnd()}…`
}

const over = ({ months }: CustomerPage): string => `over ${plural(months, 'month')}`

/** Which plan to have, and from when. */
export function adviceInWords(page: CustomerPage): Told {
  const { advice, currency } = page
  if (advice === null) return NONE
  const cost = `That costs ${money(advice.cost, currency)} ${over(page)}, ${money(advice.monthly, currency)} a month on average.`
  return { headline: headlineOf(page, advice), detail: sentences(cost, besideInWords(page, advice)) }
}

const NONE: Told = {
  headline: 'None of the plans can hold this account as it is',
  detail: 'The table says what each of them lacks.',
}

function headlineOf(page: CustomerPage, { begin, move }: Advice): string {
  const names = namesOn(page)
  const isToday = begin === page.today.plan
  if (move === null) return isToday ? `Stay on ${names(begin)}` : `${names(begin)} from ${day(page.start)}`
  const first = isToday ? `Stay on ${names(begin)}` : `Begin with ${names(begin)}`
  return `${first}, and move to ${names(move.plan)} on ${day(move.on)}`
}

function besideInWords(page: CustomerPage, { beside, blockedCredits }: Advice): string {
  const stopped = isZero(blockedCredits)
    ? 'No work stops.'
    : `${creditsOf(blockedCredits)} of work would still stop.`
  if (beside === null) return sentences(stopped, isTheOnly(page) ? NOTHING_TO_WAIT_FOR : '')
  const name = subjectOf(page, beside.plan)
  const { sign, size } = signOf(beside.saved)
  const costs =
    sign === 'same'
      ? `${name} would cost the same`
      : `${name} would cost ${money(size, page.currency)} ${sign}`
  if (isZero(beside.blockedCredits)) return sentences(`${costs}.`, stopped)
  return sentences(`${costs}, and stop ${creditsOf(beside.blockedCredits)} of work.`, stopped)
}

/** Without another plan there is no day to move on, and none whose cost could be told beside it. */
const NOTHING_TO_WAIT_FOR = 'No other plan can hold this account on any day, so there is nothing to wait for.'

const isTheOnly = ({ plans }: CustomerPage): boolean =>
  plans.length > 1 && plans.filter(({ kind }) => kind === 'billed').length === 1

const subjectOf = (page: CustomerPage, plan: string): string =>
  plan === page.today.plan ? `Staying on ${namesOn(page)(plan)}` : namesOn(page)(plan)

export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** The three figures of the page: what it costs, what that saves, and what work it stops. */
export function figuresOf(page: CustomerPage, advice: Advice): readonly [Figure, Figure, Figure] {
  return [
    {
      label: `Cost ${over(page)}`,
      value: money(advice.cost, page.currency),
      note: `${money(advice.monthly, page.currency)} a month on average`,
    },
    savedFigure(page, advice),
    stoppedFigure(page, advice),
  ]
}

function savedFigure(page: CustomerPage, { beside }: Advice): Figure {
  if (beside === null) {
    const able = page.plans.filter(({ kind }) => kind === 'billed')
    return {
      label: 'Plans that can hold the account',
      value: `${String(able.length)} of ${String(page.plans.length)}`,
      note: 'The table says what the others lack',
    }
  }
  const { sign, size } = signOf(beside.saved)
  const name = namesOn(page)(beside.plan)
  const whole = beside.plan === page.today.plan ? `staying on ${name}` : name
  return {
    label: `${sign === 'less' ? 'More than' : 'Saved against'} ${whole}`,
    value: money(size, page.currency),
    note: `${name} costs ${money(beside.cost, page.currency)} ${over(page)}`,
  }
}

function stoppedFigure(page: CustomerPage, { beside, blockedCredits }: Advice): Figure {
  const value = isZero(blockedCredits) ? 'None' : creditsOf(blockedCredits)
  const label = 'Work that stops'
  if (beside === null) return { label, value, note: over(page) }
  const name = namesOn(page)(beside.plan)
  return {
    label,
    value,
    note: isZero(beside.blockedCredits)
      ? `${name} alone would stop none`
      : `${name} alone would stop ${creditsOf(beside.blockedCredits)}`,
  }
}

/** What the chart finds: why the move is on that day, or how the costs of two plans go apart. */
export function chartTitle(page: CustomerPage, advice: Advice): string {
  const { move, beside } = advice
  const names = namesOn(page)
  if (move !== null && advice.days.length > 1) {
    const earlier = advice.days.findLast(({ on }) => on <= monthsLater(move.on, -1))
    const later = advice.days.find(({ on }) => on >= monthsLater(move.on, 1))
    const parts = [
      ...(earlier === undefined
        ? []
        : [`a month earlier costs ${money(earlier.regret, page.currency)} more`]),
      ...(later === undefined ? [] : [`a month later ${money(later.regret, page.currency)} more`]),
    ]
    return `${day(move.on)} is the best day to move${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
  }
  if (beside === null)
    return `${names(advice.begin)} costs ${money(advice.cost, page.currency)} ${over(page)}`
  const { sign, size } = signOf(beside.saved)
  const difference =
    sign === 'same'
      ? `costs as much as ${names(beside.plan)}`
      : `costs ${money(size, page.currency)} ${sign === 'more' ? 'less' : 'more'} than ${names(beside.plan)}`
  return `${names(advice.begin)} ${difference} ${over(page)}`
}

/** What the chart's figures are. */
export const chartNote = (page: CustomerPage, { move, days }: Advice): string =>
  move !== null && days.length > 1
    ? `What moving to ${namesOn(page)(move.plan)} on each day costs beyond the best one`
    : 'What has been paid for, month by month'

/** What a plan stops, or why it cannot hold the account. */
export function stopsInWords(row: PlanForCustomer, people: Levers['people']): string {
  if (row.kind === 'impossible')
    return `Cannot hold it: ${listed(row.why.map((why) => lackOf(why, row, people)))}`
  const [first, ...others] = row.blocked
  if (first === undefined || isZero(row.blockedCredits)) return 'None'
  const rest = others.length === 0 ? '' : ', and for other reasons'
  return `${creditsOf(row.blockedCredits)} ${blockedBy(first.cause)}${rest}`
}

type Impossible = Extract<PlanForCustomer, { kind: 'impossible' }>

function lackOf(why: Impossible['why'][number], row: Impossible, people: Levers['people']): string {
  switch (why) {
    case 'seats':
      return people !== null && people.full > row.fullSeats
        ? `at most ${plural(row.fullSeats, 'Full seat')}`
        : `at most ${plural(row.seats, 'seat')} in all`
    case 'workspaces':
      return 'no shared bill for workspaces'
    case 'products':
      return 'not every product that is used'
    case 'other':
      return 'not sold on these terms'
  }
}

const growthInWords = (growth: string): string =>
  `${growth.startsWith('-') ? 'falling' : 'growing'} ${percent(unsigned(growth))} a month`

/** What the figures rest on, as it is tried. */
export function basisInWords({ levers: { usage, growth, people } }: CustomerPage): string {
  const used =
    usage.kind === 'monthly'
      ? `${credits(usage.credits)} credits a month`
      : `${credits(usage.factor)} times the usage that is planned`
  const grown = growth === null || isZero(growth) ? '' : ` ${growthInWords(growth)}`
  const seats =
    people === null ? '' : `, ${credits(people.full)} Full and ${credits(people.basic)} Basic people`
  return `Worked out for ${used}${grown}${seats}.`
}

/** Where the prices are from, and that nobody is bound by them. */
export function pricesInWords({ prices: { list, date }, plans }: CustomerPage): string {
  const quoted = plans.filter(({ byQuote }) => byQuote).map(({ name }) => name)
  const assumed =
    quoted.length === 0
      ? ''
      : `${listed(quoted)} ${quoted.length === 1 ? 'is' : 'are'} sold by quote: ${quoted.length === 1 ? 'its price is' : 'their prices are'} assumed.`
  const source = list === null ? `Prices as of ${day(date)}` : `Prices of ${list}, as of ${day(date)}`
  return sentences(assumed, `${source}; not an offer.`)
}
