import * as fc from 'fast-check'
import { BurnOrder, Catalog, type Pack } from '#shared/catalog.ts'
import type { CustomGrant } from '#shared/grants.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'
import { catalogOf, figure, planOf, prepaid, scenarioOf } from '../../engine/support/build.ts'
import { dateText, DAY, parseDate } from '#main/engine/calendar/civil.ts'
import { cycleStart } from '#main/engine/calendar/cycle.ts'
import { anyPlan, anyUsage, credits, rollover } from './arbitrary-plan.ts'

type Given = z.input<typeof CustomGrant>
type Change = NonNullable<z.input<typeof Scenario>['changes']>[number]

const START = '2026-01-31'

const PACKS: Pack[] = [2, null].map((months, index) => ({
  id: `p${index}`,
  name: 'Pack',
  credits: figure('150'),
  charge: figure({ model: 'perUnit', rate: { amount: '5', per: '1' } }),
  expiresAfterMonths: figure(months),
}))

/** A day or an hour of the run, so that boundaries are met often. */
const whenWithin = (months: number) => {
  const from = parseDate(START)
  return fc.oneof(
    fc.integer({ min: 0, max: months - 1 }).map((month) => dateText(cycleStart(from, month))),
    fc
      .integer({ min: 0, max: (cycleStart(from, months) - from) / DAY - 1 })
      .map((day) => dateText(from + day * DAY)),
    fc
      .integer({ min: 0, max: (cycleStart(from, months) - from) / DAY - 1 })
      .map((day) => `${dateText(from + day * DAY)}T06:00:00Z`),
  )
}

const anyGrant = (id: string, months: number): fc.Arbitrary<Given> =>
  fc
    .record({
      source: fc.constantFrom('gift' as const, 'pack' as const),
      amount: fc.integer({ min: 1, max: 600 }).map(String),
      priority: fc.integer({ min: -2, max: 2 }),
      start: whenWithin(months),
      lives: fc.option(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom(28, 30, 31))),
      recurrence: fc.option(
        fc.record({
          every: fc.integer({ min: 1, max: 12 }),
          unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        }),
      ),
      clamp: fc.option(
        fc.tuple(credits(300), credits(300)).map(([a, b]) => (Number(a) <= Number(b) ? [a, b] : [b, a])),
      ),
    })
    .map(({ lives, recurrence, clamp, ...grant }) => ({
      id,
      ...grant,
      ...(lives === null
        ? {}
        : { expires: dateText(parseDate(grant.start.slice(0, 10)) + (lives + 1) * DAY) }),
      ...(recurrence === null || lives === null ? {} : { recurrence }),
      ...(clamp === null ? {} : { rollover: { min: clamp[0] ?? '0', max: clamp[1] ?? null } }),
    }))

const anyChange = (months: number, hasWallet: boolean): fc.Arbitrary<Change> => {
  const on = whenWithin(months)
  const funds: readonly fc.Arbitrary<Change>[] = hasWallet
    ? [
        fc.record({
          kind: fc.constant('topUp' as const),
          on,
          amount: fc.integer({ min: 3, max: 40 }).map(String),
        }),
        fc.record({
          kind: fc.constant('autoTopUp' as const),
          on,
          autoTopUp: fc.constantFrom('off' as const, {}, { amount: '7', below: '3' }),
        }),
      ]
    : []
  return fc.oneof(
    fc.record({
      kind: fc.constant('buyPack' as const),
      on,
      pack: fc.constantFrom('p0', 'p1'),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('changePlan' as const),
      on,
      plan: fc.constantFrom('low', 'high'),
      mode: fc.constantFrom('restartCycle' as const, 'prorated' as const, 'doNotBill' as const),
    }),
    fc.record({ kind: fc.constant('cancel' as const), on }),
    ...funds,
  )
}

/** An account with grants, packs and, if wanted, a prepaid balance, on plans it moves between. */
export const anyFundedAccount = (hasWallet: boolean) =>
  fc
    .record({ usage: anyUsage(8), plan: anyPlan({ roll: rollover }) })
    .chain(({ usage, plan }) => {
      const months = usage.length
      return fc.record({
        usage: fc.constant(usage),
        plan: fc.constant(plan),
        grants: fc
          .integer({ min: 0, max: 4 })
          .chain((count) =>
            fc.tuple(...Array.from({ length: count }, (_, id) => anyGrant(`g${id}`, months))),
          ),
        changes: fc.array(anyChange(months, hasWallet), { maxLength: 6 }),
        burnOrder: fc.constantFrom(...BurnOrder.options),
        rate: fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5 })),
        balance: fc.integer({ min: 0, max: 30 }).map(String),
        autoTopUp: fc.constantFrom('off' as const, 'off' as const, {}, { amount: '6', below: '2' }),
        spendLimit: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
      })
    })
    .map(({ usage, plan, grants, changes, burnOrder, rate, balance, autoTopUp, spendLimit }) => {
      const low = hasWallet ? { ...plan, pastQuota: prepaid(String(rate[0]), String(rate[1])) } : plan
      const high = planOf({ id: 'high', monthly: '40', credits: '700', pastQuota: prepaid('70', '1') })
      const free = planOf({ id: 'free', monthly: '0', credits: '10' })
      const catalog = Catalog.parse({ ...catalogOf([{ ...low, id: 'low' }, high, free]), packs: PACKS })
      const scenario = scenarioOf(catalog, usage, {
        start: START,
        grants,
        changes,
        policies: { burnOrder },
        ...(hasWallet && { prepaid: { kind: 'wallet', balance, autoTopUp } }),
        overage:
          hasWallet && spendLimit !== null
            ? { optIn: true, spendLimit }
            : { optIn: low.pastQuota.kind !== 'block' },
      })
      return { catalog, scenario }
    })
