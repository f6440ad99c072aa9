import { fullSeats, seatReport } from '#main/engine/index.ts'
import type { FullSeatCost } from '#shared/full-seat.ts'
import type { MemberSeats, SeatStep, Stop, UnderCeiling } from '#shared/seat-report.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type Expected, type PageTable, table } from './page-tables.ts'
import { asTable, type Looked, planName, press, type ShownAccount } from './shown-account.ts'
import { CAUSE, HOLDS } from './words.ts'
import {
  count,
  credits,
  day,
  exact,
  hovered,
  instant,
  isNothing,
  listed,
  money,
  NOTHING,
  plural,
  signOf,
} from './written.ts'

const counted = (head: string, of: (step: SeatStep) => number): Expected<SeatStep> => [
  head,
  (step) => count(of(step)),
]

const stepColumns = (account: ShownAccount): readonly Expected<SeatStep>[] => [
  ['From', ({ from }) => instant(from)],
  ['To', ({ to }) => instant(to)],
  ['Plan', ({ plan }) => planName(account, plan)],
  counted('Full held', ({ full }) => full.held),
  counted('Full limit', ({ full }) => full.limit),
  counted('Basic on Full', ({ full }) => full.holdBasic),
  counted('Full free', ({ full }) => full.free),
  counted('Basic held', ({ basic }) => basic.held),
  counted('Basic limit', ({ basic }) => basic.limit),
  counted('Basic free', ({ basic }) => basic.free),
  counted('Locked', ({ locked }) => locked),
]

const causeOf = ({ cause, subject }: Stop, member: string): string => {
  const name = `${CAUSE[cause].charAt(0).toUpperCase()}${CAUSE[cause].slice(1)}`
  return subject === null || subject === member ? name : `${name} of ${subject}`
}

const reachedOn = ({ ceiling, reachedAt, reachedCeiling }: UnderCeiling): string => {
  if (reachedAt === null) return NOTHING
  const other = reachedCeiling !== null && reachedCeiling !== ceiling
  return other ? `${instant(reachedAt)}, when it was ${exact(reachedCeiling)}` : instant(reachedAt)
}

const heldBy = ({ seats }: MemberSeats): string =>
  seats.length === 0
    ? HOLDS.none
    : seats
        .map(({ from, holds }, place) =>
          place === 0 ? HOLDS[holds] : `${HOLDS[holds]} from ${instant(from)}`,
        )
        .join(', ')

function memberRow(member: MemberSeats): readonly string[] {
  const { ceilings, stops, lostCredits, lostRequests } = member
  const reached = ceilings.filter(({ reachedAt }) => reachedAt !== null)
  const stopped = listed([...new Set(stops.map((stop) => causeOf(stop, member.member)))])
  const bars =
    reached.length === 0
      ? 'ceiling not reached'
      : `ceiling reached in ${count(reached.length)} of ${plural(ceilings.length, 'period')}`
  const [first] = reached
  return [
    'not chosen',
    member.member,
    hovered(HOLDS[member.seats.at(-1)?.holds ?? 'none'], heldBy(member)),
    ceilings.length === 0 ? 'no Basic seat' : bars,
    first?.reachedAt ? day(first.reachedAt) : NOTHING,
    isNothing(lostCredits) && lostRequests > 0 ? plural(lostRequests, 'request') : credits(lostCredits),
    stopped === '' ? `${NOTHING} «»` : stopped,
  ]
}

function memberTable(members: readonly MemberSeats[], ceiling: string | null): PageTable {
  const over = ceiling === null ? '' : `of ${exact(ceiling)} ${ceiling === '1' ? 'credit' : 'credits'}`
  return {
    name: 'Members and what stopped them',
    heads: [
      'Chosen',
      'Member',
      'Seat',
      `Each period${over}`,
      'Reachedfirst on',
      'Not servedcredits',
      'Stopped by',
    ],
    rows: members.map(memberRow),
  }
}

function detailOf({ member, ceilings, stops }: MemberSeats, account: ShownAccount): readonly PageTable[] {
  const { periods } = account.run.result
  const periodOf = ({ period }: { readonly period: number }): string => {
    const found = periods.find(({ index }) => index === period)
    return found === undefined ? String(period) : `${String(period)}, from ${day(found.start)}`
  }
  const against = table<UnderCeiling>(
    `${member} against the ceiling`,
    [
      ['Period', periodOf],
      ['Used credits', ({ used }) => credits(used)],
      ['Ceiling credits', ({ ceiling }) => credits(ceiling)],
      ['Reached', reachedOn],
      ['Blocked by it credits', ({ blockedCredits }) => credits(blockedCredits)],
      ['Why', () => ''],
    ],
    ceilings,
  )
  const stopped = table<Stop>(
    `What stopped ${member}`,
    [
      ['Period', periodOf],
      ['Stopped by', (stop) => causeOf(stop, member)],
      ['First on', ({ at }) => instant(at)],
      ['Not served credits', (stop) => credits(stop.credits)],
      ['Requests', ({ requests }) => count(requests)],
      ['Why', () => ''],
    ],
    stops,
  )
  return [...(ceilings.length === 0 ? [] : [against]), ...(stops.length === 0 ? [] : [stopped])]
}

const boughtIn = (cost: FullSeatCost): string => {
  if (cost.kind === 'cannot') {
    const why = cost.problems.map(({ message }) => message).join(' ')
    return why === '' ? NOTHING : why
  }
  if (cost.bought.length === 0) return 'no seat bought'
  return listed(cost.bought.map(({ at, count: many }) => `${plural(many, 'seat')} bought on ${instant(at)}`))
}

const fullSeatTable = (each: readonly FullSeatCost[], sign: string): PageTable =>
  table<FullSeatCost>(
    'Each of them by themselves',
    [
      ['Member', ({ members }) => members.join(', ')],
      [`Costs more ${sign}`, (cost) => money(cost.kind === 'billed' ? cost.difference : null)],
      [
        'Not served as it is credits',
        (cost) => credits(cost.kind === 'billed' ? (cost.lost[0]?.asIs ?? null) : null),
      ],
      [
        'On a Full seat credits',
        (cost) => credits(cost.kind === 'billed' ? (cost.lost[0]?.onFullSeat ?? null) : null),
      ],
      [
        'Seats',
        (cost) => (cost.kind === 'billed' ? boughtIn(cost) : hovered(boughtIn(cost), boughtIn(cost))),
      ],
    ],
    each,
  )

/** Seats over time, who was stopped by what, each member in detail, and what Full seats would cost. */
export async function seatsAgree({ page, account }: Looked): Promise<void> {
  const { catalog, scenario } = account
  const report = valueOf(seatReport(catalog, scenario))
  const occupancy = page.getByRole('region', { name: 'Seats over time', exact: true })
  await occupancy.first().waitFor()
  const section = page.locator('section[aria-label="Seats over time"]')
  await asTable(section)
  await agree(section, [table('Seats over time', stepColumns(account), report.steps)])
  if (report.members.length === 0) {
    await page.getByRole('heading', { name: 'Nobody is on this account' }).waitFor()
    return
  }
  const members = page.getByRole('region', { name: 'Members as a table' })
  await agree(members, [memberTable(report.members, report.ceiling)])
  const detail = page.getByRole('region', { name: 'The member in detail' })
  for (const member of report.members) {
    await press(members.getByRole('rowheader', { name: member.member, exact: true }))
    await detail.getByRole('heading', { name: member.member }).waitFor()
    await agree(detail, detailOf(member, account))
  }
  const losing = report.members
    .filter(({ seats, stops }) => stops.length > 0 && seats.some(({ holds }) => holds === 'basic'))
    .slice(0, 5)
  if (losing.length < 2) return
  await press(page.getByRole('button', { name: 'Choose the five who lose most' }))
  const panel = page.getByRole('region', { name: 'Full seats for those chosen' })
  await press(panel.getByRole('button', { name: 'What would Full seats cost?' }))
  const { each } = valueOf(fullSeats(catalog, scenario, { members: losing.map((one) => one.member) }))
  await agree(panel, [fullSeatTable(each, signOf(catalog.currency))])
  await press(page.getByRole('button', { name: 'Clear', exact: true }))
}
