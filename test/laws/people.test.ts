import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkScenario, run } from '#main/engine/index.ts'
import { microsOf } from '#shared/decimal.ts'
import type { BlockCause, RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { sellingSeats } from '../engine/subscription/support/subscribe.ts'
import { valueOf } from '../engine/support/build.ts'
import { billPeople, use as useOf, workspaceOf } from '../engine/support/people.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { forEachUse, heldBack } from './support/plain-limits.ts'
import { fits, freeEvents, peopleAt, totalsOf, Trace, traceOf } from './support/plain-people.ts'
import { sumOf } from './support/sums.ts'

const RUNS = { numRuns: 1000 }

const POOL_CAUSES: readonly BlockCause[] = ['poolEmpty', 'notEnoughLeft', 'spendLimit']

const law = (hold: (account: Account) => void) => () =>
  fc.assert(
    fc.property(anyPeople, (account) => void hold(account)),
    RUNS,
  )

const billed = ({ catalog, scenario }: Account) => valueOf(run(catalog, scenario))
const servedOf = ({ pooled, overage }: { readonly pooled: number; readonly overage: number }) =>
  pooled + overage

describe('people, whoever they are and whatever changes', () => {
  test(
    'every account made here can be billed',
    law(({ catalog, scenario }) => expect(checkScenario(catalog, scenario)).toEqual([])),
  )

  test(
    'a change is refused exactly when it makes no sense or the seats would not do',
    law((account) => {
      const { full, basic } = account.catalog.plans[0]?.seats ?? {}
      const seats = { full: full?.value ?? 0, basic: basic?.value ?? 0 }
      const refused = new Set<number>()
      const end = peopleAt(account, Infinity, (index, next) => {
        const isDone = next !== null && fits(next.values(), seats)
        if (!isDone) refused.add(index)
        return isDone
      })
      expect(traceOf(account).refusals).toEqual(refused)
      expect(fits(end.members.values(), seats)).toBe(true)
    }),
  )

  test(
    'nobody is served who is locked or no member',
    law((account) =>
      forEachUse(account, ({ name, served, people }) => {
        const mayUse = name === null || people.members.get(name)?.locked === false
        expect(served === 0n || mayUse).toBe(true)
      }),
    ),
  )

  test.each(['ceiling', 'groupLimit', 'keyLimit'] as const)(
    'nobody is served beyond the %s they are under then, with all that was counted before',
    (cause) =>
      law((account) =>
        forEachUse(account, ({ served, limits }) => {
          for (const { left } of limits.filter((limit) => limit.cause === cause))
            expect(served <= left).toBe(true)
        }),
      )(),
  )

  test(
    'the gate holds back no more than the tightest limit does, and names it',
    law((account) =>
      forEachUse(account, (seen) => {
        const { credits: held, causes, least } = heldBack(seen)
        const isEvent = seen.use.requests === 1
        const gated = seen.use.blocked.filter(({ cause }) => !POOL_CAUSES.includes(cause))
        expect(seen.use.blocked.length).toBeLessThanOrEqual(1)
        // Of what is too much for both, the pool is named where it allows less.
        const isPools = least !== null && gated.length < seen.use.blocked.length
        const pools = isEvent ? seen.available : seen.served
        expect(isPools && held > 0n && pools >= (least ?? 0n)).toBe(false)
        const isStopped = !isPools && (held > 0n || (isEvent && least === null))
        expect(gated.map(({ credits }) => BigInt(credits))).toEqual(isStopped ? [held] : [])
        const isTighter = least === null || least <= seen.available || account.scenario.overage.optIn
        expect(isEvent && isStopped && !isTighter).toBe(false)
        expect(!isEvent && isStopped && seen.served !== (least ?? 0n)).toBe(false)
        expect(gated.filter(({ cause }) => !causes.includes(cause))).toEqual([])
      }),
    ),
  )
})

test('bought seats are given back exactly as far as everybody keeps one', () => {
  const count = fc.integer({ min: 0, max: 4 })
  const counts = fc.record({
    full: count,
    basic: count,
    extra: count,
    removed: fc.integer({ min: 1, max: 4 }),
  })
  const seen = { refused: 0, done: 0 }
  fc.assert(
    fc.property(counts, fc.record({ full: count, basic: count }), ({ full, basic, extra, removed }, held) => {
      const seats = { full: full + extra, basic }
      const members = (['full', 'basic'] as const).flatMap((seat) =>
        Array.from({ length: held[seat] }, (_, index) => ({ id: `${seat}${index}`, seat })),
      )
      const seated = members.map((member) => ({ ...member, role: 'member' as const, locked: false }))
      fc.pre(fits(seated, seats))
      const workspace = workspaceOf({ basic })
      const catalog = { ...workspace, plans: workspace.plans.map((plan) => sellingSeats(plan, full, null)) }
      const { refusals } = billPeople(catalog, {
        extraSeats: extra,
        members,
        changes: [{ kind: 'removeSeats', on: '2026-01-10', count: removed }],
      })
      const isDone = removed <= extra && fits(seated, { full: full + extra - removed, basic })
      expect(refusals.length).toBe(isDone ? 0 : 1)
      seen[isDone ? 'done' : 'refused'] += 1
    }),
    RUNS,
  )
  expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(50)
})

test('a plan with too few seats for its members locks all but one, any other plan nobody', () => {
  const count = fc.integer({ min: 0, max: 4 })
  const role = fc.constantFrom('full' as const, 'basic' as const, 'admin' as const, 'locked' as const)
  const seen = { enough: 0, tooFew: 0 }
  fc.assert(
    fc.property(fc.array(role, { maxLength: 6 }), count, count, (roles, full, basic) => {
      const members = roles.map((kind, index) => ({
        id: `m${index}`,
        role: kind === 'admin' ? ('admin' as const) : ('member' as const),
        seat: kind === 'basic' ? ('basic' as const) : ('full' as const),
        locked: kind === 'locked',
      }))
      const large = workspaceOf({ full: 6, basic: 0, id: 'large' })
      const small = workspaceOf({ full, basic, id: 'small' })
      const { usage } = billPeople(
        { ...large, plans: [...small.plans, ...large.plans] },
        {
          plan: 'large',
          members,
          changes: [{ kind: 'changePlan', on: '2026-01-10', plan: 'small', timing: 'now' }],
          usageEvents: members.map(({ id }) => useOf(20, id, 'agents', 1)),
        },
      )
      const served = usage.flatMap(({ member, poolCredits }) => (poolCredits === '1' ? [member] : []))
      const active = members.filter(({ locked }) => !locked)
      const isEnough = fits(members, { full, basic })
      seen[isEnough ? 'enough' : 'tooFew'] += 1
      const owner = active.find((member) => member.role === 'admin') ?? active[0]
      const hasSeat = owner !== undefined && fits([owner], { full, basic })
      const left = isEnough ? active.map(({ id }) => id) : hasSeat ? [owner.id] : []
      expect(served).toEqual(left)
    }),
    RUNS,
  )
  expect(Math.min(seen.enough, seen.tooFew)).toBeGreaterThan(50)
})

describe('usage, however it is mixed', () => {
  test(
    'credits are conserved: in every period and in all',
    law((account) => {
      const { periods, totals } = billed(account)
      for (const period of periods) {
        const { poolCredits, expiredCredits, forfeitedCredits, closingCredits, usage } = period
        const out = sumOf([poolCredits, expiredCredits, forfeitedCredits, closingCredits])
        expect(sumOf([period.openingCredits, period.grantedCredits])).toBe(out)
        expect(microsOf(usage)).toBe(sumOf([poolCredits, period.overageCredits, period.blockedCredits]))
      }
      const { poolCredits, expiredCredits, forfeitedCredits, remainingCredits } = totals
      expect(sumOf([poolCredits, expiredCredits, forfeitedCredits, remainingCredits])).toBe(
        microsOf(totals.grantedCredits),
      )
    }),
  )

  test(
    'wanted = served + blocked, for each of who and what',
    law((account) => {
      const rows = billed(account).usage.map((row) => [
        [row.period, row.member, row.apiKey, row.product].join(),
        sumOf([row.poolCredits, row.overageCredits, ...row.blocked.map(({ credits }) => credits)]),
      ])
      expect(Object.fromEntries(rows)).toEqual(wantedRows(account))
    }),
  )

  test(
    'rows sum to their period by cause, periods to the totals',
    law((account) => {
      const { usage, periods, totals } = billed(account)
      for (const period of periods) {
        const rows = usage.filter((row) => row.period === period.index)
        expect(sumOf(rows.map((row) => row.poolCredits))).toBe(microsOf(period.poolCredits))
        expect(sumOf(rows.map((row) => row.overageCredits))).toBe(microsOf(period.overageCredits))
        const parts = rows.flatMap((row) => row.blocked)
        expect(parts.length === 0).toBe(period.blockedBecause.length === 0)
        for (const { cause, credits } of period.blockedBecause) {
          const same = parts.filter((part) => part.cause === cause)
          expect(sumOf(same.map((part) => part.credits))).toBe(microsOf(credits))
        }
      }
      const sum = (pick: (period: RunResult['periods'][number]) => string) => sumOf(periods.map(pick))
      expect(sum(({ usage: wanted }) => wanted)).toBe(microsOf(totals.usage))
      expect(sum(({ blockedCredits }) => blockedCredits)).toBe(microsOf(totals.blockedCredits))
    }),
  )

  test(
    'an event is served whole or not at all, with one cause; what is blocked adds up',
    law((account) => {
      for (const [, use] of traceOf(account).uses) {
        const blocked = use.blocked.reduce((total, { credits }) => total + credits, 0)
        expect(servedOf(use) + blocked).toBe(use.wanted)
        expect(use.blocked.every(({ credits }) => credits > 0 || use.requests === 1)).toBe(true)
        if (use.requests === 0) continue
        expect([0, use.wanted]).toContain(servedOf(use))
        expect(use.blocked.length).toBeLessThanOrEqual(1)
      }
    }),
  )

  test(
    'a lean run comes to what a full run does',
    law((account) => {
      const lean = totalsOf(account)
      expect(totalsOf(account, new Trace())).toEqual(lean)
      const { totals } = billed(account)
      expect(microsOf(totals.usage)).toBe(BigInt(lean.wantedCredits))
      expect(microsOf(totals.blockedCredits)).toBe(BigInt(lean.blockedCredits))
      expect(microsOf(totals.total)).toBe(BigInt(lean.subscription + lean.overage))
    }),
  )
})

describe('nothing depends on', () => {
  const told = (account: Account) => {
    const { refusals, ...rest } = billed(account)
    // Paths say where a change stands, which is what is being changed here.
    return { ...rest, refusals: refusals.map(({ message }) => message) }
  }

  const changed = ({ catalog, scenario }: Account, change: Partial<Scenario>): Account => ({
    catalog,
    scenario: { ...scenario, ...change },
  })

  test(
    'the order of events, streams, members, groups, keys, and changes at different instants',
    law((account) => {
      const { usage, usageEvents, members, groups, apiKeys, changes } = account.scenario
      const change = {
        usage: usage.kind === 'streams' ? { ...usage, streams: usage.streams.toReversed() } : usage,
        usageEvents: rotated(usageEvents),
        members: rotated(members),
        groups: rotated(groups).map((group) => ({ ...group, members: group.members.toReversed() })),
        apiKeys: rotated(apiKeys),
        changes: rotated(changes),
      }
      expect(told(changed(account, change))).toEqual(told(account))
    }),
  )

  test(
    'how often an event comes',
    law((account) => {
      const { usageEvents } = account.scenario
      const twice = { usageEvents: [...usageEvents, ...rotated(usageEvents)] }
      expect(told(changed(account, twice))).toEqual(told(account))
    }),
  )
})

const rotated = <T>(list: readonly T[]): T[] => [...list.slice(1).toReversed(), ...list.slice(0, 1)]

/** What each row of usage must come to: two credits for three units of agents, one for one of all else. */
function wantedRows(account: Account): Record<string, bigint> {
  const { scenario } = account
  const free = freeEvents(account)
  const rows: Record<string, bigint> = {}
  const add = (key: string, credits: bigint) => (rows[key] = (rows[key] ?? 0n) + credits)
  const keyOf = (
    period: number,
    use: { member?: string | undefined; apiKey?: string | undefined; product: string },
  ) => [period, use.member, use.apiKey, use.product].join()
  const rated = (product: string, quantity: string) =>
    product === 'agents' ? (microsOf(quantity) * 4n + 3n) / 6n : microsOf(quantity)
  const streams = scenario.usage.kind === 'streams' ? scenario.usage.streams : []
  for (const stream of streams) {
    for (let period = 1; period <= scenario.months; period++)
      add(keyOf(period, stream), rated(stream.product, stream.monthly))
  }
  const second = Date.parse(billed(account).periods[1]?.start ?? '9999-01-01')
  for (const event of scenario.usageEvents) {
    const period = Date.parse(event.at) < second ? 1 : 2
    add(keyOf(period, event), free.has(event.id) ? 0n : rated(event.product, event.quantity))
  }
  return rows
}
