import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditLayers, explain, run, runWithDetail } from '#main/engine/index.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { DayWriter } from '#main/engine/report/day-writer.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import {
  CreditLayer,
  CreditLayers,
  LayerMarkKind,
  type LayerPoint,
  type LayerStep,
  type LayerWindow,
} from '#shared/credit-layers.ts'
import { at, valueOf } from '../engine/support/build.ts'
import { anyOfAll } from './support/any-account.ts'
import { accountsOf, type Detailed, everyAccount } from './support/detailed.ts'
import { micros, sumOf } from './support/sums.ts'

const DAY = 86_400_000

const layersOf = ({ account, detail }: Detailed, window: LayerWindow) =>
  valueOf(creditLayers(account, detail, window))

const MOVES = ['granted', 'movedIn', 'used', 'repaid', 'expired', 'forfeited', 'movedOut'] as const
const PARTS = ['poolCredits', 'graceCredits', 'overageCredits', 'blockedCredits'] as const

/** Everything that happened in some steps, by what it is called. */
function sumsOf(steps: readonly LayerStep[]): Readonly<Record<string, bigint>> {
  const sums: Record<string, bigint> = {}
  const add = (name: string, amount: string) => {
    sums[name] = (sums[name] ?? 0n) + micros(amount)
  }
  for (const step of steps) {
    for (const part of PARTS) add(part, step[part])
    for (const { cause, credits } of step.blockedBecause) add(cause, credits)
    for (const movement of step.layers)
      for (const move of MOVES) add(`${movement.layer} ${move}`, movement[move])
    for (const [move, amount] of Object.entries(step.prepaidMoney ?? {})) add(`money ${move}`, amount)
  }
  return sums
}

/** Of so much that happened, one move of all layers together. */
const ofLayers = (sums: Readonly<Record<string, bigint>>, move: (typeof MOVES)[number]): bigint =>
  CreditLayer.options.reduce((sum, layer) => sum + (sums[`${layer} ${move}`] ?? 0n), 0n)

const NOTHING = {
  granted: '0',
  movedIn: '0',
  used: '0',
  repaid: '0',
  expired: '0',
  forfeited: '0',
  movedOut: '0',
}

/** Whether a layer holds after a step what it held before and what came, less what left; and none of it is below zero. */
function isConserved(layer: CreditLayer, before: LayerPoint, step: LayerStep, after: LayerPoint): boolean {
  const moved = step.layers.find((movement) => movement.layer === layer) ?? NOTHING
  const came = sumOf([before.onHand[layer], moved.granted, moved.movedIn])
  const left = sumOf([moved.used, moved.repaid, moved.expired, moved.forfeited, moved.movedOut])
  const held = [before.onHand, before.withGrants, after.onHand].map((credits) => micros(credits[layer]))
  return came === left + micros(after.onHand[layer]) && held.every((credits) => credits >= 0n)
}

/** Instants at which one period, and only one, opens, with what it opens with; and the run's end, with what is left. */
function boundariesOf({ account, detail }: Detailed): readonly (readonly [number, string])[] {
  const starts = detail.shortages.map(({ start }) => start)
  const opened = account.periods.map(
    ({ openingCredits }, index) => [at(starts, index), openingCredits] as const,
  )
  return [
    ...opened.filter(([start]) => starts.indexOf(start) === starts.lastIndexOf(start)),
    [detail.credits.end, account.totals.remainingCredits],
  ]
}

describe('the layers of credits on hand', () => {
  test('are conserved in every step and never below zero; what they move out of they move into', () => {
    everyAccount(200, (detailed) => {
      const { points, steps, layers } = layersOf(detailed, { resolution: 'day' })
      expect(steps.map(({ from }) => from)).toEqual(points.slice(0, -1).map((point) => point.at))
      expect(steps.map(({ to }) => to)).toEqual(points.slice(1).map((point) => point.at))
      for (const [index, step] of steps.entries()) {
        const [before, after] = [at(points, index), at(points, index + 1)]
        const broken = CreditLayer.options.filter((layer) => !isConserved(layer, before, step, after))
        expect([step.from, broken]).toEqual([step.from, []])
        const { layers: moved, poolCredits } = step
        expect(sumOf(moved.map(({ movedIn }) => movedIn))).toBe(sumOf(moved.map(({ movedOut }) => movedOut)))
        expect(sumOf(moved.map(({ used }) => used))).toBe(micros(poolCredits))
        expect(moved.map(({ layer }) => layer).filter((layer) => !layers.includes(layer))).toEqual([])
      }
    })
  })

  test('sum to what is on hand in all', () => {
    everyAccount(200, (detailed) => {
      for (const { onHand, withGrants } of layersOf(detailed, { resolution: 'week' }).points)
        for (const { total, ...layers } of [onHand, withGrants])
          expect(sumOf(Object.values(layers))).toBe(micros(total))
    })
  })

  test('are what billing periods open and close with, wherever one does at a midnight', () => {
    let met = 0
    everyAccount(500, (detailed) => {
      const { points } = layersOf(detailed, { resolution: 'day' })
      const held = new Map(points.map((point) => [Date.parse(point.at), point.onHand.total]))
      const boundaries = boundariesOf(detailed).filter(([boundary]) => held.has(boundary))
      met += boundaries.length
      for (const [boundary, credits] of boundaries)
        expect([boundary, held.get(boundary)]).toEqual([boundary, credits])
    })
    expect(met).toBeGreaterThan(1000)
  })

  test('come in all to the totals of the run', () => {
    everyAccount(500, (detailed) => {
      const { totals, wallet } = detailed.account
      const { steps, points } = layersOf(detailed, { resolution: 'day' })
      const sums = sumsOf(steps)
      for (const part of PARTS) expect([part, sums[part]]).toEqual([part, micros(totals[part])])
      expect(ofLayers(sums, 'granted')).toBe(micros(totals.grantedCredits))
      expect(ofLayers(sums, 'repaid')).toBe(micros(totals.repaidCredits))
      expect(ofLayers(sums, 'expired')).toBe(micros(totals.expiredCredits))
      expect(ofLayers(sums, 'forfeited')).toBe(micros(totals.forfeitedCredits))
      expect(points.at(-1)?.onHand.total).toBe(totals.remainingCredits)
      expect(points.at(-1)?.prepaidMoney).toBe(wallet?.closing ?? null)
      const money = wallet && {
        toppedUp: sumOf([wallet.opening, wallet.toppedUp]),
        drawn: micros(wallet.drawn),
      }
      expect([sums['money toppedUp'], sums['money drawn']]).toEqual([money?.toppedUp, money?.drawn])
    })
  })

  test('hold what grants of their source were granted', () => {
    everyAccount(300, (detailed) => {
      const { grants, ledger } = detailed.account
      const sums = sumsOf(layersOf(detailed, { resolution: 'month' }).steps)
      const granted = (source: string) =>
        sumOf(grants.filter((grant) => grant.source === source).map(({ grantedCredits }) => grantedCredits))
      // what a cap held back of a renewal was granted and forfeited at once, and is part of no grant
      const heldBack = ledger.filter(
        ({ from, to }) => from === 'credits.issued' && to === 'credits.forfeited',
      )
      expect(sums['fresh granted'] ?? 0n).toBe(granted('plan') + sumOf(heldBack.map(({ amount }) => amount)))
      for (const layer of ['seat', 'pack', 'prepaid', 'gift'])
        expect([layer, sums[`${layer} granted`] ?? 0n]).toEqual([layer, granted(layer)])
      expect(sums['rolledOver granted'] ?? 0n).toBe(0n)
    })
  })
})

describe('resolutions', () => {
  test('finer ones sum to coarser ones', () => {
    everyAccount(100, (detailed) => {
      const fine = layersOf(detailed, { resolution: 'day' })
      for (const resolution of ['month', 'week'] as const) {
        const coarse = layersOf(detailed, { resolution })
        expect(fine.points).toEqual(expect.arrayContaining(coarse.points))
        for (const step of coarse.steps) {
          const within = fine.steps.filter(({ from, to }) => from >= step.from && to <= step.to)
          expect(sumsOf(within)).toEqual(sumsOf([step]))
        }
      }
    })
  })

  test('a window shows what the whole does', () => {
    const days = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(anyOfAll, days, (given, [early, count]) => {
        for (const detailed of accountsOf(given)) {
          const all = layersOf(detailed, { resolution: 'day' })
          const [first, last] = [all.points.at(early), all.points.slice(0, -1).at(early + count)]
          const [from, to] = [first?.at.slice(0, 10), last?.at.slice(0, 10)]
          fc.pre(early > 0 && from !== undefined && to !== undefined)
          const part = layersOf(detailed, { resolution: 'day', from, to })
          const isIn = ({ from: start, to: end }: LayerStep) =>
            start >= (first?.at ?? '') && end <= (last?.at ?? '')
          expect(part.points).toEqual(all.points.slice(early, early + count + 1))
          expect(part.steps).toEqual(all.steps.filter(isIn))
          expect(part.marks).toEqual(
            all.marks.filter((mark) => mark.at >= (first?.at ?? '') && mark.at <= (last?.at ?? '')),
          )
          expect(all.runOuts).toEqual(expect.arrayContaining(part.runOuts))
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a day of the record', () => {
  test('is what the clock takes when it stops at every midnight', () => {
    let spread = 0
    fc.assert(
      fc.property(anyOfAll, ({ catalog, scenario }) => {
        const ladder = compileCatalog(catalog, scenario.policies)
        const plan = at(
          ladder.filter(({ id }) => id === scenario.plan),
          0,
        )
        const terms = termsOfScenario(catalog, scenario, ladder, plan)
        const [inOne, inDays] = [new DayWriter(), new DayWriter()]
        simulate(terms, inOne)
        const { start, end } = inOne.days
        const midnights = Array.from({ length: (end - start) / DAY }, (_, day) => start + day * DAY)
        simulate(terms, inDays, midnights)
        expect(inOne.days).toEqual(inDays.days)
        if (terms.usage.length === 1) spread += 1
      }),
      { numRuns: 500 },
    )
    expect(spread).toBeGreaterThan(100)
  })

  test('costs the result nothing: it is the one of a plain run, to the byte', () => {
    fc.assert(
      fc.property(anyOfAll, ({ catalog, scenario }) => {
        expect(JSON.stringify(valueOf(runWithDetail(catalog, scenario)).result)).toBe(
          JSON.stringify(valueOf(run(catalog, scenario))),
        )
      }),
      { numRuns: 200 },
    )
  })
})

test('what is answered fits its contract, and every mark of every kind can be explained', () => {
  const seen = new Set<LayerMarkKind>()
  fc.assert(
    fc.property(anyOfAll, ({ catalog, scenario }) => {
      const { result, detail } = valueOf(runWithDetail(catalog, scenario))
      const layers = layersOf({ account: result, detail }, { resolution: 'week' })
      expect(CreditLayers.safeParse(layers).error).toBeUndefined()
      const times = layers.marks.map((mark) => mark.at)
      expect(times).toEqual(times.toSorted())
      for (const { kind, references } of layers.marks) {
        seen.add(kind)
        for (const reference of references) expect(explain(catalog, result, reference).ok).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
  expect([...seen].toSorted()).toEqual(LayerMarkKind.options.toSorted())
})
