import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkedOrApart, run } from '#main/engine/index.ts'
import { microsOf } from '#shared/decimal.ts'
import type { RunResult } from '#shared/run-result.ts'
import { valueOf } from '../engine/support/build.ts'
import { peopleOf } from '../engine/support/people.ts'
import { catalogOf, type Draft, draft, givenOf, idsOf } from './support/arbitrary-workspaces.ts'
import { micros, sumOf } from './support/sums.ts'

/** Nobody comes or goes, and nothing is agreed for all of them together. */
const splittable = draft.map((some): Draft => ({
  ...some,
  leaving: null,
  coming: null,
  upgrade: null,
  discount: null,
}))

type Given = NonNullable<ReturnType<typeof givenOf>>

const law = (hold: (some: Draft, given: Given) => void) => () =>
  fc.assert(
    fc.property(splittable, (some) => hold(some, givenOf(some))),
    { numRuns: 150 },
  )

test(
  'shares sum to the bill of all, bills to what they come to apart, and differences to the difference',
  law((some, given) => {
    const catalog = catalogOf(some)
    const { linked, apart, difference, workspaces } = valueOf(
      linkedOrApart(catalog, peopleOf(catalog, given)),
    )
    const { totals } = valueOf(run(catalog, peopleOf(catalog, given)))
    expect([linked.total, linked.blockedCredits]).toEqual([totals.total, totals.blockedCredits])
    expect(microsOf(linked.servedCredits)).toBe(
      sumOf([totals.poolCredits, totals.graceCredits, totals.overageCredits]),
    )
    expect(workspaces.map(({ workspace }) => workspace)).toEqual(idsOf(some))
    for (const what of ['total', 'servedCredits', 'blockedCredits'] as const) {
      expect(sumOf(workspaces.map((one) => one.linked[what]))).toBe(microsOf(linked[what]))
      expect(sumOf(workspaces.map((one) => one.apart[what]))).toBe(microsOf(apart[what]))
    }
    expect(micros(difference)).toBe(microsOf(apart.total) - microsOf(linked.total))
    expect(sumOf(workspaces.map((one) => one.difference))).toBe(micros(difference))
    // The same is asked for on both sides.
    for (const { linked: here, apart: there } of workspaces)
      expect(sumOf([here.servedCredits, here.blockedCredits])).toBe(
        sumOf([there.servedCredits, there.blockedCredits]),
      )
  }),
)

/** A workspace alone, written from its names: whose members, keys and usage end in its id. */
function alone({ members, apiKeys, usage, usageEvents, ...given }: Given, id: string): Given {
  const isHere = (name: string | undefined) => name?.endsWith(`-${id}`) === true
  return {
    ...given,
    workspaces: [],
    members: members?.filter((one) => isHere(one.id)).map(({ id: name, seat }) => ({ id: name, seat })),
    apiKeys: apiKeys?.filter((one) => isHere(one.id)).map(({ id: name }) => ({ id: name })),
    usage: {
      kind: 'streams',
      streams: usage?.kind === 'streams' ? usage.streams.filter(({ member }) => isHere(member)) : [],
    },
    usageEvents: usageEvents?.filter(({ member, apiKey }) => isHere(member ?? apiKey)),
  }
}

test(
  'apart, each is billed as a scenario of its own, on the plan that blocks least and of several the cheapest',
  law((some, given) => {
    const catalog = catalogOf(some)
    const { workspaces } = valueOf(linkedOrApart(catalog, peopleOf(catalog, given)))
    for (const { workspace, apart } of workspaces) {
      const bills = catalog.plans.map(({ id, pastQuota }) => {
        const overage = { optIn: some.optIn && pastQuota.kind !== 'block' }
        const own = peopleOf(catalog, { ...alone(given, workspace), plan: id, overage })
        return { plan: id, ...valueOf(run(catalog, own)).totals }
      })
      const best = bills.reduce((a, b) => (isBetter(b, a) ? b : a))
      expect([apart.plan, apart.total, apart.blockedCredits]).toEqual([
        best.plan,
        best.total,
        best.blockedCredits,
      ])
    }
  }),
)

type Bill = Pick<RunResult['totals'], 'total' | 'blockedCredits'>

function isBetter(a: Bill, b: Bill): boolean {
  const [blocked, than] = [microsOf(a.blockedCredits), microsOf(b.blockedCredits)]
  return blocked === than ? microsOf(a.total) < microsOf(b.total) : blocked < than
}
