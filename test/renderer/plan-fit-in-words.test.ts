import { describe, expect, it } from 'vitest'
import type { AccountOnPlans, PlanLack } from '#shared/account-on-plans.ts'
import { usageAlone } from '#renderer/finding/beyond-compare.ts'
import {
  everyPlanNote,
  everyPlanTitle,
  heldOnInWords,
  type HeldOn,
  holdersInWords,
  lackInWords,
  notHeldInWords,
  type NotHeldOn,
} from '#renderer/finding/plan-fit-in-words.ts'
import { planStanding } from '#renderer/finding/plan-in-line.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { targetsAbove } from '#renderer/pages/account/variants/upgrade-targets.ts'
import { content } from './support/scenarios.ts'

const names = planNames([
  { plan: 'pro', name: 'Pro' },
  { plan: 'business', name: 'Business' },
  { plan: 'enterprise', name: 'Enterprise' },
])
const held = (plan: string, seatsToBuy = 0): HeldOn => ({
  kind: 'billed',
  plan,
  on: { plan, billing: 'monthly', overage: { optIn: true }, extraSeats: seatsToBuy },
  seatsToBuy,
  cost: '12.00',
  monthly: '1.00',
  beyond: '0.00',
  blockedCredits: '0',
  blocked: [],
})
const notHeld = (plan: string, lacks: PlanLack[], withoutSeat = 0): NotHeldOn => ({
  kind: 'impossible',
  plan,
  lacks,
  withoutSeat,
  problems: [{ code: 'x', message: 'Because.', path: 'plan' }],
})
const told = (plans: AccountOnPlans['plans'], leavesOutMoves = false): AccountOnPlans => ({
  people: 60,
  leavesOutMoves,
  plans,
})
const ACME = told([
  held('enterprise', 1),
  notHeld('pro', [{ kind: 'fullSeats', has: 11, needs: 12 }, { kind: 'workspaces' }], 48),
  notHeld('business', [{ kind: 'workspaces' }]),
])

describe('which plans hold an account', () => {
  it('is said in a clause', () => {
    expect(holdersInWords(ACME, names)).toBe('only Enterprise holds this account')
    expect(holdersInWords(told([held('business'), held('pro'), notHeld('enterprise', [])]), names)).toBe(
      'Business and Pro hold this account',
    )
    expect(holdersInWords(told([held('pro')]), names)).toBe('every plan holds this account')
    expect(holdersInWords(told([notHeld('pro', [])]), names)).toBe('no plan holds this account as it is')
  })

  it('is the title of all of them, with the seats to buy', () => {
    expect(everyPlanTitle(ACME, names)).toBe('Only Enterprise with 1 more Full seat holds this account')
    expect(everyPlanTitle(told([held('pro'), held('business')]), names)).toBe(
      'Pro holds this account best, of 2 plans that can',
    )
    expect(everyPlanTitle(told([notHeld('pro', [])]), names)).toBe('No plan holds this account as it is')
    expect(heldOnInWords(held('enterprise', 2), names)).toBe('Enterprise with 2 more Full seats')
  })

  it('is told with what is left out', () => {
    expect(everyPlanNote(ACME, 12)).toBe(
      'The whole account over 12 months on each plan, by what it blocks and then by cost',
    )
    expect(everyPlanNote(told([], true), 1)).toContain('dated changes of plan, cancellations and refunds')
  })
})

describe('what a plan lacks', () => {
  it('is said in a few words', () => {
    const lacks: readonly PlanLack[] = [
      { kind: 'fullSeats', has: 11, needs: 12 },
      { kind: 'seats', has: 39, needs: 60 },
      { kind: 'workspaces' },
      { kind: 'products' },
      { kind: 'other' },
    ]
    expect(lacks.map(lackInWords)).toEqual([
      '11 of 12 Full seats',
      '39 seats for 60 people',
      'no consolidated billing',
      'not every product',
      'not on these terms',
    ])
  })

  it('is people without a seat before anything else', () => {
    expect(ACME.plans.flatMap((row) => (row.kind === 'billed' ? [] : [notHeldInWords(row, 60)]))).toEqual([
      '48 of 60 have no seat',
      'no consolidated billing',
    ])
    expect(notHeldInWords(notHeld('pro', [], 1), 2)).toBe('1 of 2 has no seat')
  })

  it('is said of each plan of a list', () => {
    expect(['enterprise', 'pro', 'other'].map((plan) => planStanding(ACME, plan))).toEqual([
      'Holds this account with 1 more Full seat',
      'Cannot hold this account: 48 of 60 have no seat',
      '',
    ])
    expect(planStanding(told([held('pro')]), 'pro')).toBe('Holds this account')
  })
})

it('the plans to move up to are those above on the ladder that hold the account', () => {
  const ladder = ['pro', 'business', 'enterprise']
  expect(targetsAbove('pro', ladder, ACME)).toEqual(['enterprise'])
  expect(targetsAbove('enterprise', ladder, ACME)).toEqual([])
  expect(targetsAbove('pro', ladder, told([held('enterprise'), held('pro'), held('business')]))).toEqual([
    'business',
    'enterprise',
  ])
})

describe('that Compare is of the usage alone', () => {
  const member = (id: string) => ({ id, role: 'member', seat: 'full', locked: false }) as const
  const { scenario } = content({ members: [member('a'), member('b')] })

  it('is not said where the account is no more', () => {
    expect(usageAlone(content().scenario, null, names)).toBeNull()
  })

  it('is said with the plans that hold its people, once they are known', () => {
    expect(usageAlone(scenario, null, names)).toBe('Compares the usage alone, without its 2 people.')
    expect(usageAlone(scenario, ACME, names)).toBe(
      'Compares the usage alone. With its 2 people, only Enterprise holds this account.',
    )
  })

  it('is said of all else that it leaves out', () => {
    const { scenario: changed } = content({ changes: [{ kind: 'cancel', on: '2027-01-01' }] })
    expect(usageAlone(changed, null, names)).toBe('Compares the usage alone, without 1 dated change.')
  })
})
