import { describe, expect, it } from 'vitest'
import { compare, crossovers } from '#main/engine/index.ts'
import { CompareInput } from '#shared/comparison.ts'
import { valueOf } from '../store/support.ts'
import {
  accountOf,
  billed,
  credits,
  exampleOf,
  expectFigures,
  money,
  planIn,
  presetOf,
  using,
} from './support.ts'

/* Every figure that a teaching example names, worked out by hand from its catalogue, and come to by the engine. */

const APRIL = 'elevenlabs-2026-04'

describe('the teaching examples name true figures', () => {
  it('overage or upgrade', () => {
    // Creator: 22.00 for 100,000; 300,000 more at 0.30 per 1,000 = 90.00; 112.00. Pro: 99.00 for 500,000.
    // 22.00 + (u − 100,000) × 0.0003 = 99.00 where u = 100,000 + 77 / 0.0003 = 356,666.67.
    const account = accountOf('overage-or-upgrade')
    const creator = billed(account, { months: 1 }).totals
    const pro = billed(account, { months: 1, plan: 'pro' }).totals
    expect(creator).toMatchObject({ subscription: '22.00', overage: '90.00', overageCredits: '300000' })
    expect(creator.total).toBe('112.00')
    expect(pro).toMatchObject({ total: '99.00', remainingCredits: '100000', overage: '0.00' })
    const meet = valueOf(crossovers(presetOf(APRIL))).find(
      ({ from, to }) => from === 'creator' && to === 'pro',
    )
    expect(meet?.usage).toBe('356666.67')
    expectFigures(exampleOf('overage-or-upgrade'), [
      '400,000',
      money(creator.subscription),
      money(creator.overage),
      credits(creator.overageCredits),
      money(creator.total),
      money(pro.total),
      credits(pro.remainingCredits),
      credits(meet?.usage ?? ''),
    ])
  })

  it('one spike or a new normal', () => {
    // Three months leave 3 × 20,000. Month 4: 400,000 − 100,000 − 60,000 = 240,000 at 0.30 = 72.00; 12 × 22 = 264.00.
    // Pro: 12 × 99 = 1,188.00. If it stays: months 5 to 12 have 300,000 beyond the quota each, 8 × 90 = 720.00, so
    // 264 + 72 + 720 = 1,056.00; on Pro from month 5: 4 × 22 + 72 + 8 × 99 = 952.00.
    const account = accountOf('spike-or-new-normal')
    const spike = billed(account)
    const pro = billed(account, { plan: 'pro' })
    const normal = using(
      ...Array.from({ length: 3 }, () => '80000'),
      ...Array.from({ length: 9 }, () => '400000'),
    )
    const stays = billed(account, normal)
    const steps = [{ month: 4, multiple: '5' }]
    const stepped = billed(account, {
      usage: { kind: 'pattern', monthly: '80000', pattern: { kind: 'steps', steps } },
    })
    expect(stepped.totals).toEqual(stays.totals)
    const moves = billed(account, {
      ...normal,
      changes: [{ kind: 'changePlan', on: '2026-09-01', plan: 'pro' }],
    })
    expect(spike.periods[3]).toMatchObject({
      openingCredits: '60000',
      usage: '400000',
      overageCredits: '240000',
    })
    expect([spike, pro, stays, moves].map(({ totals }) => totals.total)).toEqual([
      '336.00',
      '1188.00',
      '1056.00',
      '952.00',
    ])
    expect([spike.totals.overage, 1056 - 952]).toEqual(['72.00', 104])
    expectFigures(
      exampleOf('spike-or-new-normal'),
      ['60,000', '240,000', '$72.00', '$336.00', '$1,188.00', '400,000', '$1,056.00', '$952.00', '$104.00'],
      ['4', '5'],
    )
  })

  it('the Starter cliff', () => {
    // 30,000 − 29,999 = 1 credit is left, 4,500 are asked for at once. Creator 22.00 − Starter 5.00 = 17.00.
    const account = accountOf('starter-cliff')
    const starter = billed(account)
    const creator = billed(account, { plan: 'creator' })
    expect(starter.totals).toMatchObject({
      grantedCredits: '30000',
      poolCredits: '29999',
      remainingCredits: '1',
      blockedCredits: '4500',
    })
    expect(starter.periods[0]?.blockedBecause).toEqual([{ cause: 'notEnoughLeft', credits: '4500' }])
    expect(creator.totals).toMatchObject({ blockedCredits: '0', total: '22.00' })
    expect(starter.totals.total).toBe('5.00')
    expect(planIn(APRIL, 'starter').pastQuota.kind).toBe('block')
    expectFigures(exampleOf('starter-cliff'), ['29,999', '30,000', '4,500', '$17.00'])
  })

  it('the rollover trap', () => {
    // Each quiet month leaves 100,000 − 40,000 = 60,000, nine of them 540,000. A grant lives two months past its own and
    // the oldest are used first, so 40,000 of month 2's expire with month 4 and 60,000 with each of months 5 to 9:
    // 340,000. The launch finds 200,000 + 100,000 and needs 640,000: 340,000 at 0.30 = 102.00.
    const { totals, periods } = billed(accountOf('rollover-trap'))
    expect(periods.slice(0, 2).map(({ closingCredits }) => closingCredits)).toEqual(['60000', '120000'])
    expect(periods.map(({ expiredCredits }) => Number(expiredCredits) / 1000)).toEqual([
      0, 0, 0, 40, 60, 60, 60, 60, 60, 0,
    ])
    expect(periods[9]).toMatchObject({ openingCredits: '200000', grantedCredits: '100000', usage: '640000' })
    expect(totals).toMatchObject({
      expiredCredits: '340000',
      overageCredits: '340000',
      overage: '102.00',
    })
    expectFigures(exampleOf('rollover-trap'), ['60,000', '540,000', '100,000', '340,000', '$102.00'])
  })

  it('the ceiling that swallows a renewal', () => {
    // Twice the quota of 600,000 is carried: 1,200,000, and with a renewal 1,800,000, reached by the third. Each of the
    // next four renewals is forfeited whole: 4 × 600,000 = 2,400,000, for 4 × 99.00 = 396.00.
    const { totals, periods, invoices } = billed(accountOf('swallowed-renewal'))
    expect(periods.map(({ closingCredits }) => Number(closingCredits) / 1000)).toEqual([
      600, 1200, 1800, 1800, 1800, 1800, 900, 600,
    ])
    expect(periods.map(({ forfeitedCredits }) => Number(forfeitedCredits) / 1000)).toEqual([
      0, 0, 0, 600, 600, 600, 600, 0,
    ])
    expect(totals.forfeitedCredits).toBe('2400000')
    expect(invoices.slice(3, 7).map(({ total }) => total)).toEqual(['99.00', '99.00', '99.00', '99.00'])
    expect(4 * 99).toBe(396)
    expectFigures(
      exampleOf('swallowed-renewal'),
      ['1,200,000', '1,800,000', '2,400,000', '$396.00'],
      ['3', '4', '7'],
    )
  })

  it('annual or monthly', () => {
    // 990.00 a year against 12 × 99 = 1,188.00: 198.00 less. 10 × 99 = 990.00; 9 × 99 = 891.00, 99.00 less.
    const account = accountOf('annual-or-monthly')
    const paidMonthly = (months: number) =>
      billed(account, { billing: 'monthly', months }).totals.subscription
    expect(billed(account).totals.total).toBe('990.00')
    expect([1, 9, 10, 12].map(paidMonthly)).toEqual(['99.00', '891.00', '990.00', '1188.00'])
    expect([1188 - 990, 990 - 891]).toEqual([198, 99])
    expectFigures(exampleOf('annual-or-monthly'), ['$990.00', '$99.00', '$1,188.00', '$198.00', '$891.00'])
  })

  it('prepaid against postpaid', () => {
    // 231,000 − 121,000 = 110,000 credits at 121,000 for $22.00, which is 5,500 for a dollar: 20.00 of 100.00; 80.00 are
    // left when the money's twelve months are over. April's Creator has 100,000: 131,000 × 0.30 / 1,000 = 39.30.
    const account = accountOf('prepaid-or-postpaid')
    const { totals, wallet } = billed(account)
    expect(planIn('elevenlabs-2026-10', 'creator').credits.value).toBe('121000')
    expect(121_000 / 22).toBe(5500)
    expect(totals).toMatchObject({ overageCredits: '110000', topUps: '100.00' })
    expect(wallet).toMatchObject({ toppedUp: '100.00', drawn: '20.00', expired: '80.00', closing: '0.00' })
    expect(wallet?.lots[0]).toMatchObject({
      bought: '2026-11-01T00:00:00.000Z',
      expires: '2027-11-01T00:00:00.000Z',
    })
    const postpaid = billed(account, {
      ...using('231000'),
      catalog: APRIL,
      months: 1,
      overage: { optIn: true },
      prepaid: { kind: 'asUsed' },
      changes: [],
    })
    expect(postpaid.totals).toMatchObject({ subscription: '22.00', overage: '39.30', total: '61.30' })
    expectFigures(
      exampleOf('prepaid-or-postpaid'),
      ['110,000', '121,000', '$20.00', '5,500', '$100.00', '$80.00', '231,000', '$39.30'],
      ['2026'],
    )
  })

  it('Basic seats and their ceiling', () => {
    // Seed 001: a Basic member has 10,000 credits a month in ElevenCreative: 16,000 − 10,000 = 6,000 are blocked. The API
    // counts to no ceiling. Scale: 2,000,000 credits, less 50,000 used; 3 Full seats, 1 taken; 330.00.
    const { periods, usage, totals } = billed(accountOf('basic-seat-ceiling'))
    const of = (member: string) => usage.filter((row) => row.member === member)
    expect(of('Maya').map(({ poolCredits, blocked }) => [poolCredits, blocked])).toEqual([
      ['10000', [{ cause: 'ceiling', credits: '6000' }]],
      ['10000', [{ cause: 'ceiling', credits: '6000' }]],
      ['16000', []],
    ])
    expect(of('Ravi').map(({ poolCredits, blocked }) => [poolCredits, blocked])).toEqual(
      Array.from({ length: 3 }, () => ['40000', []]),
    )
    expect(periods[0]).toMatchObject({ grantedCredits: '2000000', closingCredits: '1950000' })
    expect(planIn(APRIL, 'scale').seats.full.value).toBe(3)
    expect([totals.total, 3 * 330]).toEqual(['990.00', 990])
    expectFigures(
      exampleOf('basic-seat-ceiling'),
      ['16,000', '10,000', '6,000', '2,000,000', '40,000', '$330.00'],
      ['3'],
    )
  })

  it('lock a member to free a seat', () => {
    // 1 Full + 20 Basic = 21 seats, and 21 members. Noor's 30,000 are 1,000 a day of June: 12 days before the 13th; Sam's
    // 3,000 are 100 a day: 18 days from the 13th on.
    const account = accountOf('lock-to-free-a-seat')
    const { refusals, usage } = billed(account)
    const { full, basic } = planIn(APRIL, 'pro').seats
    expect([full.value, basic.value, account.scenario.members.length]).toEqual([1, 20, 21])
    expect(refusals.map(({ path }) => path)).toEqual(['changes.0'])
    expect(account.scenario.changes[0]).toMatchObject({ kind: 'inviteMember', on: '2026-06-10' })
    const of = (member: string) => usage.filter((row) => row.member === member)
    expect(of('Noor')).toMatchObject([
      { poolCredits: '18000', blocked: [{ cause: 'noSeat', credits: '12000' }] },
    ])
    expect(of('Sam')).toMatchObject([
      { poolCredits: '1200', blocked: [{ cause: 'locked', credits: '1800' }] },
    ])
    expectFigures(
      exampleOf('lock-to-free-a-seat'),
      ['1', '20', '21', '12,000', '1,800'],
      // 10 June and 13 June.
      ['10', '13'],
    )
  })

  it('three regions, one pool', () => {
    // 10, 6 and 4 of 20 million credits bear 1/2, 3/10 and 1/5 of 2,400.00. Apart: 10,000,000 on Business (11,000,000)
    // 1,320.00; 6,000,000 on Scale 330 + 4,000,000 × 0.18 / 1,000 = 1,050.00; 4,000,000 on Scale 330 + 360 = 690.00.
    const { totals, byWorkspace } = billed(accountOf('three-regions'))
    expect(totals).toMatchObject({ usage: '240000000', overage: '0.00', total: '28800.00' })
    expect(byWorkspace[0]?.workspaces).toEqual([
      { workspace: 'us', amount: '1200.00' },
      { workspace: 'eu', amount: '720.00' },
      { workspace: 'in', amount: '480.00' },
    ])
    const apart = (usage: string) => {
      const { plans, cheapest } = valueOf(
        compare(presetOf(APRIL), CompareInput.parse({ catalog: APRIL, usage })),
      )
      return plans.find(({ plan }) => plan === cheapest)?.monthly
    }
    expect(['10000000', '6000000', '4000000'].map(apart)).toEqual(['1320.00', '1050.00', '690.00'])
    expect([1320 + 1050 + 690, 3060 - 2400, 12 * 2400]).toEqual([3060, 660, 28_800])
    expectFigures(
      exampleOf('three-regions'),
      ['20,000,000', '$2,400.00', '$1,200.00', '$720.00', '$480.00', '10', '6', '4'].concat(
        ['1320.00', '1050.00', '690.00', '3060.00', '660.00'].map(money),
      ),
    )
  })
})
