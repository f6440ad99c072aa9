import { describe, expect, it } from 'vitest'
import type { Advice, CustomerPage, PlanForCustomer } from '#shared/customer-page.ts'
import {
  adviceInWords,
  basisInWords,
  chartTitle,
  figuresOf,
  pricesInWords,
  stopsInWords,
} from '#renderer/finding/customer-in-words.ts'

type Billed = Extract<PlanForCustomer, { kind: 'billed' }>
type Impossible = Extract<PlanForCustomer, { kind: 'impossible' }>

const billed = (name: string, more: Partial<Billed> = {}): Billed => ({
  kind: 'billed',
  plan: name.toLowerCase(),
  name,
  byQuote: false,
  cost: '104.00',
  monthly: '52.00',
  beyond: '0.00',
  extraSeats: 0,
  blockedCredits: '0',
  blocked: [],
  ...more,
})

const impossible = (more: Partial<Impossible>): Impossible => ({
  kind: 'impossible',
  plan: 'free',
  name: 'Free',
  byQuote: false,
  why: ['other'],
  fullSeats: 1,
  seats: 21,
  ...more,
})

const ADVICE: Advice = {
  begin: 'small',
  move: { plan: 'large', on: '2026-05-26' },
  cost: '91.81',
  monthly: '45.91',
  blockedCredits: '0',
  beside: { plan: 'small', cost: '104.00', blockedCredits: '0', saved: '12.19' },
  days: [],
  soFar: { advised: [], beside: [] },
}

const page = (advice: Advice | null, more: Partial<CustomerPage> = {}): CustomerPage => ({
  customer: 'Acme',
  question: '',
  prices: { list: 'The list', date: '2026-04-08' },
  currency: 'USD',
  start: '2026-04-01',
  end: '2026-06-01',
  months: 2,
  today: { plan: 'small', name: 'Small' },
  levers: { usage: { kind: 'monthly', credits: '1200' }, growth: null, people: null },
  plans: [billed('Small'), billed('Large')],
  advice,
  ...more,
})

const headline = (advice: Partial<Advice>) => adviceInWords(page({ ...ADVICE, ...advice })).headline
const detail = (advice: Partial<Advice>) => adviceInWords(page({ ...ADVICE, ...advice })).detail

describe('what to buy, in the customer’s words', () => {
  it('is which plan, and when', () => {
    expect(headline({})).toBe('Stay on Small, and move to Large on 26 May 2026')
    expect(headline({ move: null })).toBe('Stay on Small')
    expect(headline({ begin: 'large', move: null })).toBe('Large from 1 Apr 2026')
    expect(headline({ begin: 'large', move: { plan: 'small', on: '2026-05-01' } })).toBe(
      'Begin with Large, and move to Small on 1 May 2026',
    )
    expect(adviceInWords(page(null)).headline).toBe('None of the plans can hold this account as it is')
  })

  it('is what that costs, and what staying would', () => {
    expect(detail({})).toBe(
      'That costs $91.81 over 2 months, $45.91 a month on average. Staying on Small would cost $12.19 more. No work stops.',
    )
    expect(detail({ beside: null })).toMatch(/on average\. No work stops\.$/)
    const alone = { plans: [billed('Small'), impossible({})] }
    expect(adviceInWords(page({ ...ADVICE, beside: null }, alone)).detail).toContain(
      'No work stops. No other plan can hold this account on any day, so there is nothing to wait for.',
    )
    expect(
      detail({ beside: { plan: 'large', cost: '80.00', blockedCredits: '440', saved: '-11.81' } }),
    ).toContain('Large would cost $11.81 less, and stop 440 credits of work.')
    expect(
      detail({
        blockedCredits: '5',
        beside: { plan: 'large', cost: '91.81', blockedCredits: '0', saved: '0.00' },
      }),
    ).toContain('Large would cost the same. 5 credits of work would still stop.')
  })
})

describe('the three figures', () => {
  const figures = (advice: Partial<Advice>, more: Partial<CustomerPage> = {}) =>
    figuresOf(page(null, more), { ...ADVICE, ...advice }).map(
      ({ label, value, note }) => `${label}: ${value} (${note})`,
    )

  it('are the cost, what it saves and the work that stops', () => {
    expect(figures({})).toEqual([
      'Cost over 2 months: $91.81 ($45.91 a month on average)',
      'Saved against staying on Small: $12.19 (Small costs $104.00 over 2 months)',
      'Work that stops: None (Small alone would stop none)',
    ])
  })

  it('say so where it costs more, to stop less', () => {
    const beside = { plan: 'large', cost: '80.00', blockedCredits: '440', saved: '-11.81' }
    expect(figures({ beside }).slice(1)).toEqual([
      'More than Large: $11.81 (Large costs $80.00 over 2 months)',
      'Work that stops: None (Large alone would stop 440 credits)',
    ])
  })

  it('count the plans that can hold the account where only one can', () => {
    expect(figures({ beside: null }, { plans: [billed('Small'), impossible({})] })[1]).toBe(
      'Plans that can hold the account: 1 of 2 (The table says what the others lack)',
    )
  })
})

describe('the chart’s finding', () => {
  const title = (advice: Partial<Advice>) => chartTitle(page(null), { ...ADVICE, ...advice })

  it('is the best day, and what a month earlier or later costs', () => {
    const days = [
      { on: '2026-04-20', regret: '9.00' },
      { on: '2026-04-26', regret: '7.00' },
      { on: '2026-05-26', regret: '0.00' },
      { on: '2026-06-26', regret: '5.00' },
      { on: '2026-06-30', regret: '6.00' },
    ]
    expect(title({ days })).toBe(
      '26 May 2026 is the best day to move: a month earlier costs $7.00 more, a month later $5.00 more',
    )
    expect(title({ days: days.slice(2, 3).concat({ on: '2026-05-27', regret: '1.00' }) })).toBe(
      '26 May 2026 is the best day to move',
    )
  })

  it('is how two plans go apart where nothing is moved', () => {
    expect(title({ move: null })).toBe('Small costs $12.19 less than Small over 2 months')
    const beside = { plan: 'large', cost: '80.00', blockedCredits: '0', saved: '-11.81' }
    expect(title({ move: null, beside })).toBe('Small costs $11.81 more than Large over 2 months')
    expect(title({ move: null, beside: { ...beside, saved: '0.00' } })).toBe(
      'Small costs as much as Large over 2 months',
    )
    expect(title({ move: null, beside: null })).toBe('Small costs $91.81 over 2 months')
  })
})

describe('a plan of the table', () => {
  it('says what it stops, and why', () => {
    expect(stopsInWords(billed('Small'), null)).toBe('None')
    const poolEmpty = { cause: 'poolEmpty' as const, credits: '400' }
    expect(stopsInWords(billed('Small', { blockedCredits: '400', blocked: [poolEmpty] }), null)).toBe(
      '400 credits blocked with the quota used up',
    )
    const ceiling = { cause: 'ceiling' as const, credits: '40' }
    expect(
      stopsInWords(billed('Small', { blockedCredits: '440', blocked: [poolEmpty, ceiling] }), null),
    ).toBe('440 credits blocked with the quota used up, and for other reasons')
  })

  it('says what it lacks, by the seats that are too few', () => {
    const people = { full: 12, basic: 48 }
    expect(stopsInWords(impossible({ why: ['seats', 'workspaces'] }), people)).toBe(
      'Cannot hold it: at most 1 Full seat and no shared bill for workspaces',
    )
    expect(stopsInWords(impossible({ why: ['seats'], fullSeats: 12 }), people)).toBe(
      'Cannot hold it: at most 21 seats in all',
    )
    expect(stopsInWords(impossible({ why: ['products', 'other'] }), null)).toBe(
      'Cannot hold it: not every product that is used and not sold on these terms',
    )
  })
})

describe('what stands below', () => {
  it('is what the figures rest on, as it is tried', () => {
    expect(basisInWords(page(null))).toBe('Worked out for 1,200 credits a month.')
    expect(
      basisInWords(
        page(null, {
          levers: { usage: { kind: 'times', factor: '1.5' }, growth: '8', people: { full: 12, basic: 48 } },
        }),
      ),
    ).toBe(
      'Worked out for 1.5 times the usage that is planned growing 8 % a month, 12 Full and 48 Basic people.',
    )
    const falling = { usage: { kind: 'monthly', credits: '1000' }, growth: '-2.5', people: null } as const
    expect(basisInWords(page(null, { levers: falling }))).toBe(
      'Worked out for 1,000 credits a month falling 2.5 % a month.',
    )
  })

  it('is where the prices are from, and that they bind nobody', () => {
    expect(pricesInWords(page(null))).toBe('Prices of The list, as of 8 Apr 2026; not an offer.')
    const own = { prices: { list: null, date: '2026-04-08' }, plans: [billed('Contract', { byQuote: true })] }
    expect(pricesInWords(page(null, own))).toBe(
      'Contract is sold by quote: its price is assumed. Prices as of 8 Apr 2026; not an offer.',
    )
  })
})
