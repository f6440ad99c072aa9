import type { Catalog, Plan } from '#shared/catalog.ts'
import { microsOf } from '#shared/decimal.ts'
import type { LinkedOrApart, LinkedOrApartInput, WorkspaceApart } from '#shared/linked-or-apart.ts'
import { type Problem, refuse, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Credits, creditsText, inBounds, type Money, moneyText } from '../exact/amount.ts'
import { totalOf } from '../record/totals.ts'
import { runScenario } from '../run/run-scenario.ts'
import { simulate } from '../simulate/simulate.ts'
import { HomeWorkspaces } from '../usage/home-workspace.ts'
import { cannotSplit } from './cannot-split.ts'
import { prepareScenario } from './prepared-scenario.ts'
import type { OnProgress } from './progress.ts'
import { servedOf } from './run-cost.ts'
import { aloneOn, workspaceAlone } from './workspace-alone.ts'

/** Money, and credits that were served and not. */
interface Work {
  readonly total: Money
  readonly served: Credits
  readonly blocked: Credits
}

/** A workspace by itself on a plan. */
interface Alone extends Work {
  readonly scenario: Scenario
}

/**
 * Several workspaces on one bill beside each on an account of its own, with the same usage at the rates of each plan: what
 * both come to, what they block, and the difference, in all and for each workspace.
 *
 * Linked, a workspace's part is its share of every invoice. Apart, each account starts on the same day, runs as long, is paid
 * monthly or annually as the whole is where its plan offers that, and buys overage where the whole does and its plan sells
 * any, each up to the whole spend limit. Its plan is the one that is named, or the one that blocks least, and of several the
 * cheapest: that is the cheapest that blocks nothing where any does. A member belongs to one workspace; a key goes with its
 * owner, or else where it says; a billing group goes with those in it; usage goes where it says, or with its member, or with
 * its key; usage of nobody stays with the billing workspace. Each account buys the Full seats that its first members need
 * beyond its plan's; those bought for the whole are not carried over. Taxes and settings go along, terms agreed for a plan
 * hold on it for everybody, an offer is had by every new account, and a workspace's limit on the shared pool means nothing
 * by itself. Source: seed 000.
 *
 * Refused: fewer than two workspaces; what belongs to all of them together (grants, a prepaid balance, a trial, discounts,
 * coupons, a commitment, dated changes to the subscription and to links, billing groups across workspaces); a plan that is
 * named for a workspace and cannot have it; and everything in which the scenario contradicts its catalogue.
 */
export function linkedOrApart(
  catalog: Catalog,
  scenario: Scenario,
  plans: LinkedOrApartInput['plans'] = {},
  onProgress?: OnProgress,
): Result<LinkedOrApart> {
  const homes = new HomeWorkspaces(scenario)
  const named = new Map(Object.entries(plans))
  const problems = [...unknownIn(catalog, scenario, named), ...cannotSplit(scenario, homes)]
  if (problems.length > 0) return refuseAll(problems)
  const linked = runScenario(catalog, scenario)
  if (!linked.ok) return linked
  const refused = new Set(linked.value.refusals.map(({ path }) => Number(path.replace('changes.', ''))))
  const shares = sharesOf(linked.value)
  const rows: { readonly row: WorkspaceApart; readonly alone: Alone }[] = []
  for (const [index, { id, name }] of scenario.workspaces.entries()) {
    onProgress?.(index, scenario.workspaces.length)
    const own = workspaceAlone(scenario, homes, id, refused)
    const alone = billAlone(catalog, own, id, named.get(id))
    if (!alone.ok) return alone
    const share = shares.get(id) ?? NOTHING
    rows.push({ row: rowOf(id, name ?? id, share, alone.value), alone: alone.value })
  }
  const { totals } = linked.value
  const apart = rows.map(({ alone }) => alone).reduce<Work>(plus, NOTHING)
  return succeed({
    linked: {
      total: totals.total,
      servedCredits: creditsText(sumOf([...shares.values()].map(({ served }) => served))),
      blockedCredits: totals.blockedCredits,
    },
    apart: workText(apart),
    difference: moneyText(apart.total - numberOf(totals.total)),
    workspaces: rows.map(({ row }) => row),
  })
}

function unknownIn(
  catalog: Catalog,
  { workspaces }: Scenario,
  plans: ReadonlyMap<string, string>,
): readonly Problem[] {
  const known = new Set(workspaces.map(({ id }) => id))
  return [...plans].flatMap(([workspace, plan]) => {
    const path = `plans.${workspace}`
    if (!known.has(workspace))
      return [{ code: 'workspaces.unknown', message: `There is no workspace "${workspace}".`, path }]
    if (catalog.plans.some(({ id }) => id === plan)) return []
    return [{ code: 'plan.unknown', message: `The catalogue has no plan "${plan}".`, path }]
  })
}

/** The workspace by itself on the plan that is named, or on the best of all; the whole's own plan can always bill it. */
function billAlone(
  catalog: Catalog,
  own: Scenario,
  workspace: string,
  named: string | undefined,
): Result<Alone> {
  const plans = named === undefined ? catalog.plans : catalog.plans.filter(({ id }) => id === named)
  const { best, problems } = billOn(catalog, own, plans)
  if (best !== null) return succeed(best)
  const [why] = problems
  const message = `"${workspace}" cannot be billed by itself on ${plans[0]?.name}. ${why?.message}`
  return refuse({ code: 'workspaces.not_alone', message, path: `plans.${workspace}` })
}

/** The best of some plans; null where none can bill the workspace, and why. */
function billOn(
  catalog: Catalog,
  own: Scenario,
  plans: readonly Plan[],
): { readonly best: Alone | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let best: Alone | null = null
  for (const plan of plans) {
    const scenario = aloneOn(own, plan)
    const prepared = prepareScenario(catalog, scenario)
    if (!prepared.ok) {
      problems.push(...prepared.problems)
      continue
    }
    const totals = simulate(prepared.value.terms)
    const alone = {
      scenario,
      total: totalOf(totals),
      served: servedOf(totals),
      blocked: totals.blockedCredits,
    }
    if (best === null || isBetter(alone, best)) best = alone
  }
  return { best, problems }
}

const isBetter = (a: Work, b: Work): boolean =>
  a.blocked === b.blocked ? a.total < b.total : a.blocked < b.blocked

const NOTHING: Work = { total: 0, served: 0, blocked: 0 }

const plus = (a: Work, b: Work): Work => ({
  total: a.total + b.total,
  served: a.served + b.served,
  blocked: a.blocked + b.blocked,
})

/** What each workspace bears of the invoices and had of the usage. */
function sharesOf({
  byWorkspace,
  usage,
}: Pick<RunResult, 'byWorkspace' | 'usage'>): ReadonlyMap<string, Work> {
  const shares = new Map<string, Work>()
  const add = (workspace: string, work: Partial<Work>) =>
    void shares.set(workspace, plus(shares.get(workspace) ?? NOTHING, { ...NOTHING, ...work }))
  for (const { workspace, amount } of byWorkspace.flatMap(({ workspaces }) => workspaces))
    add(workspace, { total: numberOf(amount) })
  for (const { workspace, poolCredits, graceCredits, overageCredits, blocked } of usage)
    if (workspace !== null)
      add(workspace, {
        served: sumOf([poolCredits, graceCredits, overageCredits].map(numberOf)),
        blocked: sumOf(blocked.map(({ credits }) => numberOf(credits))),
      })
  return shares
}

const rowOf = (
  workspace: string,
  name: string,
  share: Work,
  { scenario: { plan, billing, extraSeats }, ...alone }: Alone,
): WorkspaceApart => ({
  workspace,
  name,
  linked: workText(share),
  apart: { plan, billing, extraSeats, ...workText(alone) },
  difference: moneyText(alone.total - share.total),
})

const workText = ({ total, served, blocked }: Work) => ({
  total: moneyText(total),
  servedCredits: creditsText(served),
  blockedCredits: creditsText(blocked),
})

const numberOf = (text: string): number => inBounds(Number(microsOf(text)))
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
