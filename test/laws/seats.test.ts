import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSeats, fullSeats, run, seatReport } from '#main/engine/index.ts'
import { microsOf } from '#shared/decimal.ts'
import type { SeatReport, Stop } from '#shared/seat-report.ts'
import { at as itemAt, valueOf } from '../engine/support/build.ts'
import type { Account } from './support/arbitrary-account.ts'
import { anyConsolidated } from './support/arbitrary-workspaces.ts'
import { anyPeople } from './support/arbitrary-people.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'
import { billed, type Run } from './support/law-of.ts'
import { fits, peopleAt } from './support/plain-people.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 200 }

const anyAccount = fc.oneof(anyPeople, anyWholeLife, anyConsolidated)

const report = ({ catalog, scenario }: Account): SeatReport => valueOf(seatReport(catalog, scenario))

const law = (hold: (seats: SeatReport, result: Run, account: Account) => void) => () =>
  fc.assert(
    fc.property(anyAccount, (account) => hold(report(account), billed(account), account)),
    RUNS,
  )

/** Credits and requests by whatever names them, as text, so that two sums can be held against each other. */
function summed(parts: readonly (readonly [key: string, credits: bigint])[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const [key, credits] of parts) sums[key] = (sums[key] ?? 0n) + credits
  return sums
}

const stopsOf = ({ members, nameless }: SeatReport): readonly (readonly [string | null, Stop])[] => [
  ...members.flatMap(({ member, stops }) => stops.map((stop) => [member, stop] as const)),
  ...nameless.stops.map((stop) => [null, stop] as const),
]

describe('the seats of a run, whoever holds them', () => {
  test(
    'what nobody was served, of members and of usage without a name, sums to each period’s causes',
    law((seats, { periods }) => {
      const stops = stopsOf(seats).map(
        ([, { period, cause, credits }]) => [`${period} ${cause}`, microsOf(credits)] as const,
      )
      const causes = periods.flatMap(({ index, blockedBecause }) =>
        blockedBecause.map(({ cause, credits }) => [`${index} ${cause}`, microsOf(credits)] as const),
      )
      expect(summed(stops)).toEqual(summed(causes))
    }),
  )

  test(
    'what each cause stopped is what it stopped of everybody together, and since the first of it',
    law((seats) => {
      const stops = stopsOf(seats)
      expect(
        Object.fromEntries(seats.stopped.map(({ cause, credits }) => [cause, microsOf(credits)])),
      ).toEqual(summed(stops.map(([, { cause, credits }]) => [cause, microsOf(credits)] as const)))
      for (const { cause, members, firstAt, requests } of seats.stopped) {
        const of = stops.filter(([, stop]) => stop.cause === cause)
        expect(members).toBe(new Set(of.flatMap(([name]) => (name === null ? [] : [name]))).size)
        expect(firstAt).toBe(of.map(([, { at }]) => at).toSorted()[0])
        expect(requests).toBe(of.reduce((total, [, stop]) => total + stop.requests, 0))
      }
    }),
  )

  test(
    'each member has what the rows of usage have of them and of the keys they own',
    law((seats, { usage }, { scenario }) => {
      const owners = new Map(scenario.apiKeys.map(({ id, member }) => [id, member]))
      const rows = usage.flatMap((row) => {
        const name = row.member ?? owners.get(row.apiKey ?? '') ?? null
        return row.blocked.map(
          ({ cause, credits }) => [`${row.period} ${name} ${cause}`, microsOf(credits)] as const,
        )
      })
      const stops = stopsOf(seats).map(
        ([name, { period, cause, credits }]) => [`${period} ${name} ${cause}`, microsOf(credits)] as const,
      )
      expect(summed(stops)).toEqual(summed(rows))
      const served = usage.map((row) => sumOf([row.poolCredits, row.graceCredits, row.overageCredits]))
      const all = [...seats.members, seats.nameless]
      expect(sumOf(all.map(({ servedCredits }) => servedCredits))).toBe(
        served.reduce((total, credits) => total + credits, 0n),
      )
      expect(all.reduce((total, { lostRequests }) => total + lostRequests, 0)).toBe(
        usage.reduce((total, { blockedRequests }) => total + blockedRequests, 0),
      )
    }),
  )

  test(
    'a ceiling is reached by whom and when the alerts say',
    law(({ members }, { alerts }) => {
      const reached = members.flatMap(({ member, ceilings }) =>
        ceilings.flatMap(({ reachedAt }) => (reachedAt === null ? [] : [`${member} ${reachedAt}`])),
      )
      const told = alerts.filter(({ kind }) => kind === 'ceilingReached')
      expect(reached.toSorted()).toEqual(told.map(({ subject, at }) => `${subject} ${at}`).toSorted())
    }),
  )

  test(
    'what a ceiling blocked is what its member lost to it',
    law(({ members }) => {
      for (const { stops, ceilings } of members) {
        const lost = stops.filter(({ cause }) => cause === 'ceiling')
        expect(summed(ceilings.map((one) => [String(one.period), microsOf(one.blockedCredits)]))).toEqual({
          ...summed(ceilings.map((one) => [String(one.period), 0n])),
          ...summed(lost.map((one) => [String(one.period), microsOf(one.credits)])),
        })
      }
    }),
  )

  test(
    'whoever lost most comes first, and everybody lost the sum of their stops',
    law(({ members, nameless }) => {
      for (const { lostCredits, lostRequests, stops } of [...members, nameless]) {
        expect(microsOf(lostCredits)).toBe(sumOf(stops.map(({ credits }) => credits)))
        expect(lostRequests).toBe(stops.reduce((total, { requests }) => total + requests, 0))
        expect(stops.map(({ at }) => at).toSorted()).toEqual(stops.map(({ at }) => at))
      }
      const lost = members.map(({ lostCredits }) => microsOf(lostCredits))
      expect(lost.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0))).toEqual(lost)
    }),
  )

  test(
    'steps follow each other from the start of the run to its end, and nobody sits where there is no seat',
    law(({ steps }, { start, end }, { catalog }) => {
      expect(steps[0]?.from).toBe(`${start}T00:00:00.000Z`)
      for (const [index, { from, to, plan, extraSeats, full, basic }] of steps.entries()) {
        expect(from < to).toBe(true)
        expect(to).toBe(steps[index + 1]?.from ?? `${end}T00:00:00.000Z`)
        const seats = catalog.plans.find(({ id }) => id === plan)?.seats
        expect([full.limit, basic.limit]).toEqual([(seats?.full.value ?? 0) + extraSeats, seats?.basic.value])
        expect(full.held + full.holdBasic).toBeLessThanOrEqual(full.limit)
        expect(basic.held - full.holdBasic).toBeLessThanOrEqual(basic.limit)
        expect(basic.free).toBe(full.limit + basic.limit - full.held - basic.held)
        expect(full.free).toBe(Math.min(basic.free, full.limit - full.held))
      }
    }),
  )

  test(
    'steps name the plans that the periods say were in force',
    law(({ steps }, { periods }) => {
      for (const { plan, from } of periods.flatMap(({ plans }) => plans)) {
        const step = steps.findLast((one) => one.from <= from)
        expect(step?.plan).toBe(plan)
      }
    }),
  )

  test(
    'each step counts the seats that its members hold then',
    law(({ steps, members }) => {
      for (const { from, full, basic, locked } of steps) {
        const held = members.map(({ seats }) => seats.findLast((one) => one.from <= from)?.holds)
        const count = (what: string) => held.filter((one) => one === what).length
        expect([count('full'), count('basic'), count('locked')]).toEqual([full.held, basic.held, locked])
      }
    }),
  )

  test(
    'a refusal of a seat is one of the run’s',
    law(({ refusals }, result) => {
      const told = new Map(result.refusals.map(({ path, message }) => [path, message]))
      for (const { path, at, why } of refusals)
        expect(told.get(path)).toBe(`Refused on ${at.slice(0, 10)}: ${why}`)
    }),
  )

  test(
    'on the first day they are counted as they are while it is typed',
    law(({ steps }, _result, { catalog, scenario }) => {
      fc.pre(scenario.changes.every(({ on }) => on.slice(0, 10) > scenario.start))
      const { from: _, to: __, ...first } = itemAt(steps, 0)
      expect(valueOf(countSeats(catalog, scenario))).toEqual({
        ...first,
        people: first.full.held + first.basic.held,
        withoutSeat: 0,
        problem: null,
        wouldLock: [],
      })
    }),
  )
})

test('who holds which seat is what the plainest reading of the changes has, at every step', () =>
  fc.assert(
    fc.property(anyPeople, (account) => {
      const { steps } = report(account)
      const seats = account.catalog.plans[0]?.seats
      const limits = { full: seats?.full.value ?? 0, basic: seats?.basic.value ?? 0 }
      const isDone = (_: number, next: Parameters<Parameters<typeof peopleAt>[2]>[1]) =>
        next !== null && fits(next.values(), limits)
      const instants = [...account.scenario.changes.map(({ on }) => Date.parse(on)), ...steps.map(startOf)]
      for (const instant of instants) {
        const members = [...peopleAt(account, instant, isDone).members.values()]
        const full = members.filter(
          ({ locked, role, seat }) => !locked && (role === 'admin' || seat === 'full'),
        )
        const locked = members.filter((member) => member.locked)
        const step = steps.findLast((one) => startOf(one) <= instant)
        expect([step?.full.held, step?.basic.held, step?.locked]).toEqual([
          full.length,
          members.length - full.length - locked.length,
          locked.length,
        ])
      }
    }),
    RUNS,
  ))

const startOf = ({ from }: { readonly from: string }): number => Date.parse(from)

describe('members on Full seats', () => {
  const seen = { billed: 0, bought: 0, cannot: 0 }

  test('the account as it is and the difference to it are those of whole runs', () => {
    fc.assert(
      fc.property(anyWholeLife, fc.nat(4), fc.boolean(), (account, place, isLater) => {
        const { catalog, scenario } = account
        const basic = scenario.members.filter(({ seat }) => seat === 'basic')
        const member = basic[place % Math.max(1, basic.length)]?.id
        fc.pre(member !== undefined)
        const from = isLater ? { from: laterIn(scenario.start) } : {}
        const asked = { members: [member], ...from }
        const { asIs, each, together } = valueOf(fullSeats(catalog, scenario, asked))
        const { totals } = billed(account)
        expect([asIs.total, asIs.blockedCredits]).toEqual([totals.total, totals.blockedCredits])
        expect(each).toEqual([together])
        if (together.kind === 'cannot') {
          if (together.problems.length > 0) seen.cannot += 1
          return
        }
        seen.billed += 1
        if (together.bought.length > 0) seen.bought += 1
        const { cost, difference, unblockedCredits } = together
        expect(micros(difference)).toBe(microsOf(cost.total) - microsOf(asIs.total))
        expect(micros(unblockedCredits)).toBe(microsOf(asIs.blockedCredits) - microsOf(cost.blockedCredits))
        const isBound = catalog.plans.some(({ seats }) => seats.basicCeiling !== null)
        if (isBound || together.bought.length > 0) return
        // Without a ceiling a Full seat that is there makes no difference at all.
        expect([difference, unblockedCredits]).toEqual(['0.00', '0'])
      }),
      RUNS,
    )
    expect(Math.min(seen.billed, seen.bought, seen.cannot)).toBeGreaterThan(5)
  })

  const laterIn = (start: string): string =>
    new Date(Date.parse(start) + 11 * 86_400_000).toISOString().slice(0, 10)

  test('what they cost is what the scenario costs that says so itself', () => {
    const seenHere = { compared: 0 }
    fc.assert(
      fc.property(anyPeople, (account) => {
        const { catalog, scenario } = account
        const basic = scenario.members.find(({ seat }) => seat === 'basic')
        fc.pre(basic !== undefined)
        const changes = scenario.changes.filter(
          (change) => !(change.kind === 'changeSeat' && change.member === basic.id),
        )
        fc.pre(changes.every(({ kind }) => kind !== 'inviteMember'))
        const { together } = valueOf(fullSeats(catalog, scenario, { members: [basic.id] }))
        const members = scenario.members.map((one) =>
          one.id === basic.id ? { ...one, seat: 'full' as const } : one,
        )
        const byHand = run(catalog, { ...scenario, members, changes })
        if (together.kind === 'cannot') return
        seenHere.compared += 1
        const { totals } = valueOf(byHand)
        expect([together.cost.total, together.cost.blockedCredits]).toEqual([
          totals.total,
          totals.blockedCredits,
        ])
      }),
      RUNS,
    )
    expect(seenHere.compared).toBeGreaterThan(20)
  })
})
