import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeCosts, billingView, reportingView, run } from '#main/engine/index.ts'
import { microsOf } from '#shared/decimal.ts'
import type { RunResult } from '#shared/run-result.ts'
import { valueOf } from '../engine/support/build.ts'
import { peopleOf } from '../engine/support/people.ts'
import { catalogOf, type Draft, draft, givenOf, idsOf } from './support/arbitrary-workspaces.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 500 }
/** In micros. */
const CENT = 10_000n

const billed = (some: Draft, given = givenOf(some)) => {
  const catalog = catalogOf(some)
  return valueOf(run(catalog, peopleOf(catalog, given)))
}

/** Of all invoices together. */
const costsOf = (byWorkspace: RunResult['byWorkspace']): ReadonlyMap<string, bigint> => {
  const parts = Map.groupBy(
    byWorkspace.flatMap(({ workspaces }) => workspaces),
    ({ workspace }) => workspace,
  )
  return new Map([...parts].map(([id, of]) => [id, sumOf(of.map(({ amount }) => amount))]))
}

const abs = (value: bigint) => (value < 0n ? -value : value)

const law = (hold: (some: Draft) => void) => () =>
  fc.assert(
    fc.property(draft, (some) => void hold(some)),
    RUNS,
  )

describe('several workspaces, whoever they are', () => {
  test(
    'each invoice’s parts by workspace sum to it',
    law((some) => {
      const { invoices, byWorkspace } = billed(some)
      expect(byWorkspace.map(({ invoice }) => invoice)).toEqual(invoices.map(({ number }) => number))
      for (const [index, { total }] of invoices.entries()) {
        const parts = byWorkspace[index]?.workspaces ?? []
        expect(parts.map(({ workspace }) => workspace)).toEqual(idsOf(some))
        expect(sumOf(parts.map(({ amount }) => amount))).toBe(micros(total))
      }
    }),
  )

  test(
    'totals by workspace sum to their period, and overage on invoices to all there was',
    law((some) => {
      const result = billed(some)
      const { totals } = valueOf(billingView(result))
      for (const period of result.periods) {
        const parts = totals.filter((total) => total.period === period.index)
        expect(sumOf(parts.map(({ usage }) => usage))).toBe(microsOf(period.usage))
        expect(sumOf(parts.map(({ poolCredits }) => poolCredits))).toBe(microsOf(period.poolCredits))
        expect(sumOf(parts.map(({ overageCredits }) => overageCredits))).toBe(microsOf(period.overageCredits))
        expect(sumOf(parts.map(({ blockedCredits }) => blockedCredits))).toBe(microsOf(period.blockedCredits))
      }
      const invoiced = result.byWorkspace.flatMap(({ usage }) => usage.workspaces)
      expect(sumOf(invoiced.map(({ overageCredits }) => overageCredits))).toBe(
        microsOf(result.totals.overageCredits),
      )
    }),
  )

  test(
    'shares of a run sum to its whole, and that to its periods and its invoices',
    law((some) => {
      const result = billed(some)
      const { shares, whole } = valueOf(billingView(result))
      expect(shares.map(({ workspace }) => workspace)).toEqual(result.workspaces.map(({ id }) => id))
      for (const field of ['usage', 'poolCredits', 'overageCredits', 'blockedCredits'] as const) {
        expect(sumOf(shares.map((share) => share[field]))).toBe(microsOf(whole[field]))
        expect(sumOf(result.periods.map((period) => period[field]))).toBe(microsOf(whole[field]))
      }
      expect(sumOf(shares.map(({ amount }) => amount))).toBe(microsOf(whole.amount))
      expect(sumOf(result.invoices.map(({ total }) => total))).toBe(microsOf(whole.amount))
    }),
  )

  test(
    'what each workspace costs is the same wherever it is asked, but for a cent a line',
    law((some) => {
      const catalog = catalogOf(some)
      const { invoices, byWorkspace } = billed(some)
      const lines = invoices.reduce((count, invoice) => count + invoice.lines.length, 0)
      const attributed = valueOf(attributeCosts(catalog, peopleOf(catalog, givenOf(some)), ['workspace']))
      for (const [id, cost] of costsOf(byWorkspace)) {
        const shares = attributed.filter(({ values: [value] }) => value === id)
        const difference = cost - sumOf(shares.map((share) => share.cost))
        expect(abs(difference)).toBeLessThanOrEqual(BigInt(lines) * CENT)
      }
    }),
  )

  test(
    'a threshold changes when overage is invoiced, not who bears it, but for a cent a line',
    law((some) => {
      const early = billed(some)
      const late = costsOf(billed({ ...some, threshold: null }).byWorkspace)
      const lines = early.invoices.reduce((count, invoice) => count + invoice.lines.length, 0)
      for (const [id, cost] of costsOf(early.byWorkspace))
        expect(abs(cost - (late.get(id) ?? 0n))).toBeLessThanOrEqual(BigInt(lines) * CENT)
    }),
  )

  test(
    'who bears what of an invoice is settled once the time it pays for is over',
    law((some) => {
      const [short, long] = [some.months, some.months + 1].map((months) => billed({ ...some, months }))
      const settled = short?.invoices.filter(
        ({ date, lines }) =>
          date < (short?.end ?? '') && lines.every(({ periodEnd }) => periodEnd <= (short?.end ?? '')),
      )
      for (const { number } of settled ?? []) {
        const [soon, later] = [short, long].map((result) =>
          result?.byWorkspace.find(({ invoice }) => invoice === number),
        )
        expect(soon).toEqual(later)
      }
    }),
  )

  test(
    'several linked workspaces cost what one with the same usage costs',
    law((drafted) => {
      const some = { ...drafted, leaving: null, coming: null }
      const { workspaces: _, members, apiKeys, ...given } = givenOf(some)
      const alone = billed(some, {
        ...given,
        members: members?.map(({ workspace: __, ...member }) => member),
        apiKeys: apiKeys?.map(({ workspace: __, ...key }) => key),
      })
      const together = billed(some)
      expect(together.totals).toEqual(alone.totals)
      expect(together.invoices).toEqual(alone.invoices)
      expect(together.periods).toEqual(alone.periods)
    }),
  )

  test(
    'what is asked for is of one account at a time, or told as used elsewhere: nothing vanishes',
    law((some) => {
      const { changes: _, ...given } = givenOf(some)
      const asked = microsOf(billed(some, given).totals.usage)
      const result = billed(some)
      const apart = result.separateAccounts.map(({ totals }) => totals.usage)
      const elsewhere = result.usedElsewhere.map(({ credits }) => credits)
      expect(sumOf([result.totals.usage, ...apart, ...elsewhere])).toBe(asked)
      const told = result.alerts.filter(({ kind }) => kind === 'usedElsewhere')
      expect(sumOf(told.map(({ credits }) => credits))).toBe(sumOf(elsewhere))
    }),
  )

  test(
    'no view shows another workspace’s detail',
    law((some) => {
      const result = billed(some)
      const names = idsOf(some).flatMap((id) => [`"member-${id}"`, `"key-${id}"`])
      const seenIn = (view: object) => names.filter((name) => JSON.stringify(view).includes(name))
      const of = (id: string) => names.filter((name) => name.endsWith(`-${id}"`))
      expect(of('w0')).toEqual(expect.arrayContaining(seenIn(valueOf(billingView(result)))))
      for (const id of idsOf(some).slice(1)) {
        const view = valueOf(reportingView(result, id))
        expect(of(id)).toEqual(expect.arrayContaining(seenIn(view)))
        for (const other of idsOf(some).filter((name) => name !== id))
          expect(JSON.stringify(view)).not.toContain(`"${other}"`)
      }
    }),
  )
})
