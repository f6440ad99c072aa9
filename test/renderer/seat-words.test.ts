import { describe, expect, it } from 'vitest'
import type { FullSeatCost } from '#shared/full-seat.ts'
import { BlockCause } from '#shared/run-result.ts'
import type { SeatRefusal, SeatStep, StoppedBy } from '#shared/seat-report.ts'
import {
  blockedBy,
  CAUSE_ORDER,
  causeClause,
  causeInLine,
  causeName,
} from '#renderer/finding/block-causes.ts'
import {
  boughtInWords,
  differenceInWords,
  fullSeatInWords,
  givenInWords,
  holdInWords,
} from '#renderer/finding/full-seat-in-words.ts'
import {
  lostInWords,
  occupancyTitle,
  otherStops,
  refusalInWords,
  seatHeldAtEnd,
  seatsHeldInWords,
  stoppedTitle,
} from '#renderer/finding/seat-title.ts'
import { reachedInWords, stopName, stopNames } from '#renderer/finding/stop-in-words.ts'
import { apartTitle, sharesTitle } from '#renderer/finding/workspace-title.ts'

const step = (changes: Partial<SeatStep> = {}): SeatStep => ({
  from: '2026-04-01T00:00:00.000Z',
  to: '2026-07-01T00:00:00.000Z',
  plan: 'business',
  extraSeats: 0,
  isByContract: false,
  full: { held: 12, limit: 15, holdBasic: 0, free: 3, forSale: 0 },
  basic: { held: 48, limit: 50, free: 5 },
  locked: 0,
  ...changes,
})
const refusal: SeatRefusal = {
  at: '2026-05-10T09:30:00.000Z',
  path: 'changes.0',
  kind: 'inviteMember',
  who: 'Zoe',
  why: 'The plan has 15 Full seats.',
}

describe('the title of the seats over time', () => {
  it('counts who holds which of them where everybody fits', () => {
    const fits = 'Everybody fits: 12 of 15 Full, 48 of 50 Basic'
    expect(occupancyTitle({ steps: [step()], refusals: [] })).toBe(fits)
    const before = step({ full: { held: 1, limit: 15, holdBasic: 0, free: 14, forSale: 0 } })
    expect(occupancyTitle({ steps: [before, step()], refusals: [] })).toBe(`${fits} at the end`)
  })

  it('says who is locked, and before that who found no seat', () => {
    const later = step({ from: '2026-05-03T00:00:00.000Z', locked: 1 })
    expect(occupancyTitle({ steps: [step(), later], refusals: [] })).toBe(
      '1 member locked from 3 May 2026 on',
    )
    expect(occupancyTitle({ steps: [step(), later], refusals: [refusal] })).toBe(
      '1 dated change refused for want of a seat, the first on 10 May 2026',
    )
    expect(occupancyTitle({ steps: [], refusals: [] })).toBe('No seats')
  })

  it('names what was asked for in vain', () => {
    const told = (kind: SeatRefusal['kind'], who: string | null) => refusalInWords({ kind, who })
    expect(told('inviteMember', 'Zoe')).toBe('Invite Zoe')
    expect(told('unlockMember', 'Zoe')).toBe('Unlock Zoe')
    expect(told('changeSeat', 'Zoe')).toBe('Move Zoe to another seat')
    expect(told('linkWorkspace', 'eu')).toBe('Link eu')
    expect(told('buySeats', null)).toBe('Buy seats')
    expect(told('removeSeats', null)).toBe('Give seats back')
  })
})

describe('the title of who was stopped', () => {
  const by = (cause: StoppedBy['cause'], changes: Partial<StoppedBy> = {}): StoppedBy => ({
    cause,
    members: 6,
    firstAt: '2026-04-09T12:00:00.000Z',
    credits: '41000',
    requests: 0,
    ...changes,
  })

  it('tells of the ceiling first, and of its height where there is one', () => {
    const finding = 'the first on 9 Apr 2026; 41,000 credits blocked'
    expect(stoppedTitle({ stopped: [by('ceiling')], ceiling: '10000' })).toBe(
      `6 Basic members hit the ceiling of 10,000 credits, ${finding}`,
    )
    const pool = by('poolEmpty', { credits: '90000' })
    expect(stoppedTitle({ stopped: [pool, by('ceiling', { members: 1 })], ceiling: null })).toBe(
      `1 Basic member hit the ceiling, ${finding}`,
    )
  })

  it('tells of what stopped most where nobody met a ceiling, and where nothing did', () => {
    expect(stoppedTitle({ stopped: [by('groupLimit'), by('noSeat')], ceiling: '10000' })).toBe(
      '41,000 credits blocked by the limit of a group, the first on 9 Apr 2026',
    )
    const free = by('locked', { credits: '0', requests: 3 })
    expect(stoppedTitle({ stopped: [free], ceiling: null })).toBe(
      '3 requests blocked with their members locked, the first on 9 Apr 2026',
    )
    expect(stoppedTitle({ stopped: [], ceiling: '10000' })).toBe('Nobody was stopped by anything')
    expect(otherStops({ stopped: [by('ceiling'), by('noSeat')] })).toEqual(['noSeat'])
  })

  it('counts what was lost in credits, and in requests only where those cost nothing', () => {
    expect(lostInWords({ credits: '1', requests: 7 })).toBe('1 credit')
    expect(lostInWords({ credits: '0', requests: 1 })).toBe('1 request')
    expect(lostInWords({ credits: '0', requests: 0 })).toBe('0 credits')
  })

  it('has words for every cause, and no two alike', () => {
    for (const words of [causeName, causeInLine, causeClause, blockedBy])
      expect(new Set(BlockCause.options.map(words)).size).toBe(BlockCause.options.length)
  })

  it('tells of each cause in turn, as a heading and within a line', () => {
    expect(CAUSE_ORDER.toSorted()).toEqual(BlockCause.options.toSorted())
    expect([causeName('poolEmpty'), causeInLine('poolEmpty')]).toEqual(['No credits left', 'no credits left'])
    expect([causeName('ceiling'), causeInLine('ceiling')]).toEqual(['Basic ceiling', 'Basic ceiling'])
  })

  it('says when a ceiling was reached, and at what where it is another one by the end', () => {
    const reached = { ceiling: '300', reachedAt: '2026-01-05T00:00:00.000Z', reachedCeiling: '300' }
    expect(reachedInWords(reached)).toBe('5 Jan 2026')
    expect(reachedInWords({ ...reached, reachedCeiling: '1000' })).toBe('5 Jan 2026, when it was 1,000')
    expect(reachedInWords({ ...reached, ceiling: null })).toBe('5 Jan 2026, when it was 300')
    expect(reachedInWords({ ceiling: '300', reachedAt: null, reachedCeiling: null })).toBeNull()
  })

  it('names a limit by whose it is, and what is a member’s own by nothing more', () => {
    expect(stopName({ cause: 'groupLimit', subject: 'Design' }, 'Ann')).toBe('Group limit of Design')
    expect(stopName({ cause: 'ceiling', subject: 'Ann' }, 'Ann')).toBe('Basic ceiling')
    expect(stopName({ cause: 'poolEmpty', subject: null }, 'Ann')).toBe('No credits left')
    const ceiling = { cause: 'ceiling', subject: 'Ann' } as const
    expect(stopNames([ceiling, { cause: 'keyLimit', subject: 'bot' }, ceiling], 'Ann')).toBe(
      'Basic ceiling and Key limit of bot',
    )
  })

  it('tells of seats in turn, and of the last one', () => {
    const seats = [
      { from: '2026-04-01T00:00:00.000Z', holds: 'basic' },
      { from: '2026-05-03T00:00:00.000Z', holds: 'full' },
    ] as const
    expect(seatsHeldInWords(seats)).toBe('Basic, Full from 3 May 2026')
    expect(seatHeldAtEnd(seats)).toBe('Full')
    expect([seatsHeldInWords([]), seatHeldAtEnd([])]).toEqual(['No member', 'No member'])
  })
})

describe('what Full seats would cost', () => {
  const nothing = {
    total: '0',
    subscription: '0',
    overage: '0',
    servedCredits: '0',
    overageCredits: '0',
    blockedCredits: '0',
    expiredCredits: '0',
    forfeitedCredits: '0',
    remainingCredits: '0',
  }
  const billed = (changes: Partial<Extract<FullSeatCost, { kind: 'billed' }>> = {}): FullSeatCost => ({
    kind: 'billed',
    members: ['Ann'],
    bought: [],
    cost: nothing,
    difference: '300.00',
    unblockedCredits: '6000',
    lost: [],
    ...changes,
  })

  it('is a difference of money, and the work that is served', () => {
    expect(fullSeatInWords(billed(), 'USD')).toBe(
      'A Full seat for Ann: $300.00 more, 6,000 credits blocked no more',
    )
    expect(fullSeatInWords(billed({ members: ['Ann', 'Ben'], unblockedCredits: '-5' }), 'USD')).toBe(
      'Full seats for Ann and Ben: $300.00 more, 5 credits more are blocked elsewhere',
    )
    expect(differenceInWords('-20.00', 'USD')).toBe('$20.00 less')
    expect(differenceInWords('0.00', 'USD')).toBe('the same')
  })

  it('is free where the seats are there, and costs no more where what is bought is made up for', () => {
    const five = billed({ members: ['a', 'b', 'c', 'd', 'e'], difference: '0.00' })
    expect(fullSeatInWords(five, 'USD')).toBe(
      'Full seats for 5 members cost no more: 5 Full seats are free, 6,000 credits blocked no more',
    )
    expect(fullSeatInWords(billed({ difference: '0.00' }), 'USD')).toBe(
      'A Full seat for Ann costs no more: 1 Full seat is free, 6,000 credits blocked no more',
    )
    const bought = [{ at: '2026-04-01T00:00:00.000Z', count: 1 }]
    expect(fullSeatInWords(billed({ difference: '-0.00', bought }), 'USD')).toBe(
      'A Full seat for Ann costs no more, 6,000 credits blocked no more',
    )
  })

  it('is nothing where they cannot be had', () => {
    const cannot: FullSeatCost = { kind: 'cannot', members: ['a', 'b', 'c', 'd'], problems: [] }
    expect(fullSeatInWords(cannot, 'USD')).toBe('Full seats for 4 members cannot be had')
  })

  it('is told as done and as held', () => {
    expect(givenInWords(['Ann'])).toBe('Give Ann a Full seat')
    expect(givenInWords(['Ann', 'Ben'])).toBe('Give Ann and Ben Full seats')
    expect(holdInWords(['Ann'])).toBe('Ann holds a Full seat')
    expect(holdInWords(['a', 'b', 'c', 'd'])).toBe('4 members hold Full seats')
  })

  it('tells when seats are bought', () => {
    expect(boughtInWords([])).toBe('no seat bought')
    expect(
      boughtInWords([
        { at: '2026-04-01T00:00:00.000Z', count: 1 },
        { at: '2026-05-03T09:30:00.000Z', count: 2 },
      ]),
    ).toBe('1 seat bought on 1 Apr 2026 and 2 seats bought on 3 May 2026, 09:30 UTC')
  })
})

describe('the titles of workspaces', () => {
  const whole = {
    requests: 0,
    usage: '1800000',
    poolCredits: '0',
    graceCredits: '0',
    overageCredits: '0',
    blockedCredits: '0',
    amount: '8220.00',
  }
  const share = { workspace: 'us', ...whole }

  it('say what they use and what was invoiced', () => {
    expect(sharesTitle({ shares: [share, share, share], whole }, 'USD')).toBe(
      '3 workspaces ask for 1,800,000 credits, on invoices of $8,220.00',
    )
    expect(sharesTitle({ shares: [share], whole: { ...whole, blockedCredits: '5' } }, 'USD')).toBe(
      'One workspace asks for 1,800,000 credits, of which 5 credits are blocked, on invoices of $8,220.00',
    )
  })

  it('say whether they had better part', () => {
    const work = (total: string) => ({ total, servedCredits: '0', blockedCredits: '0' })
    const told = (difference: string) =>
      apartTitle({ linked: work('100'), apart: work('90'), difference, workspaces: [] }, 'USD')
    expect(told('-10')).toBe('Apart costs $10.00 less: $100.00 linked, $90.00 apart')
    expect(told('10')).toBe('Apart costs $10.00 more: $100.00 linked, $90.00 apart')
    expect(told('0.00')).toBe('Linked or apart costs the same: $100.00 linked, $90.00 apart')
  })
})
