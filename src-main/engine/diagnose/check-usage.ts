import type { Catalog, Plan } from '#shared/catalog.ts'
import { type Problem, ProblemList } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent, UsageStream } from '#shared/usage.ts'
import { dateText, type Instant, parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { toMicros } from '../exact/amount.ts'
import { reachablePlans } from '../plan/reachable-plans.ts'
import { BurnRates } from '../usage/burn-rates.ts'
import { DistinctUses, type NamedUse } from '../usage/distinct-uses.ts'
import { HomeWorkspaces } from '../usage/home-workspace.ts'
import { membersAtAnyTime } from './known-members.ts'

/** What usage may name. */
interface Known {
  readonly products: ReadonlySet<string>
  readonly rates: BurnRates
  /** The plans that what is used in a workspace may come to be billed on. */
  readonly plansOf: (use: NamedUse) => readonly Plan[]
  readonly members: ReadonlySet<string>
  /** Whose each key is; undefined where it is nobody's. */
  readonly apiKeys: ReadonlyMap<string, string | undefined>
  readonly start: Instant
  readonly end: Instant
}

/** Everything in the usage of a scenario that cannot be priced, counted once or attributed, up to a hundred. */
export function checkUsage(catalog: Catalog, scenario: Scenario): readonly Problem[] {
  const known = knownIn(catalog, scenario)
  const { usage, usageEvents } = scenario
  const streams = usage.kind === 'streams' ? usage.streams : []
  const problems = new ProblemList()
  const ids = new Set<string>()
  for (const [index, stream] of streams.entries()) {
    const path = `usage.streams.${index}`
    checkNames(stream, path, known, problems)
    checkId(stream, path, ids, problems)
  }
  const areNamesSound = new DistinctUses((use) => {
    const found = new ProblemList()
    checkNames(use, '', known, found)
    return found.problems.length === 0
  })
  for (const [index, event] of usageEvents.entries()) {
    if (!areNamesSound.of(event)) checkNames(event, `usageEvents.${index}`, known, problems)
    checkTime(event, index, known, problems)
  }
  if (!isEachNew(usageEvents)) checkIds(usageEvents, problems)
  return problems.problems
}

function knownIn(catalog: Catalog, scenario: Scenario): Known {
  const start = parseDate(scenario.start)
  return {
    products: new Set(catalog.products.map((product) => product.id)),
    rates: new BurnRates(catalog),
    plansOf: plansOf(catalog, scenario),
    members: membersAtAnyTime(scenario),
    apiKeys: new Map(scenario.apiKeys.map((key) => [key.id, key.member])),
    start,
    end: cycleStart(start, scenario.months),
  }
}

function checkNames(use: NamedUse, path: string, known: Known, problems: ProblemList): void {
  const refuse = (code: string, message: () => string, field: string) =>
    problems.add(() => ({ code, message: message(), path: `${path}.${field}` }))
  if (!known.products.has(use.product)) {
    refuse('usage.unknown_product', () => `The catalogue has no product "${use.product}".`, 'product')
  } else if (!known.rates.knows(use.product, use.model)) {
    refuse(
      'usage.unknown_model',
      () => `The catalogue has no burn rate for ${use.product} with ${use.model}.`,
      'model',
    )
  } else {
    const problem = rateProblem(use, known)
    if (problem !== null) refuse(problem.code, () => problem.message, 'model')
  }
  if (use.apiKey !== undefined && !known.apiKeys.has(use.apiKey)) {
    refuse('usage.unknown_key', () => `There is no API key "${use.apiKey}".`, 'apiKey')
  }
  const owner = known.apiKeys.get(use.apiKey ?? '')
  if (owner !== undefined && use.member !== undefined && use.member !== owner) {
    refuse('usage.key_of_another', () => `The API key "${use.apiKey}" belongs to "${owner}".`, 'apiKey')
  }
  if (use.member !== undefined && !known.members.has(use.member)) {
    refuse('usage.unknown_member', () => `"${use.member}" is not a member and is never invited.`, 'member')
  }
}

/**
 * Why a use has no price on any plan it may come to be billed on. On a plan that prices it, it is served; where the plan
 * of its moment does not, it is blocked then, and nobody knows before the run which plan that is.
 */
function rateProblem(use: NamedUse, { rates, plansOf: of }: Known): Omit<Problem, 'path'> | null {
  const { product, model } = use
  const plans = of(use)
  const found = plans.map(({ id }) => rates.find(id, product, model))
  if (found.some((rate) => typeof rate !== 'string')) return null
  const unpriced = plans.filter((_, index) => found[index] === 'unpriced')
  if (unpriced.length > 0) {
    const where = unpriced.map(({ name }) => name).join(', ')
    const message = `No burn rate is published for ${product} with ${model} on ${where}, so it cannot be priced.`
    return { code: 'usage.unpriced', message }
  }
  const [first, ...others] = plans.map(({ name }) => name)
  const message =
    others.length === 0
      ? `${first} does not have ${product} with ${model}.`
      : `None of the plans the account may come to be on (${[first, ...others].join(', ')}) has ${product} with ${model}.`
  return { code: 'usage.not_in_plan', message }
}

function checkId(stream: UsageStream, path: string, ids: Set<string>, problems: ProblemList): void {
  if (ids.has(stream.id)) {
    problems.add(() => ({
      code: 'usage.duplicate_id',
      message: `The id "${stream.id}" is used twice.`,
      path: `${path}.id`,
    }))
  }
  ids.add(stream.id)
}

function checkTime(
  { at, product, quantity }: UsageEvent,
  index: number,
  known: Known,
  problems: ProblemList,
): void {
  const instant = parseInstant(at)
  if (instant >= known.start && instant < known.end) return
  problems.add(() => {
    const when = instant < known.start ? 'come before the run starts' : 'come after the run ends'
    const message =
      `${quantity} of ${product} on ${dateText(instant)} ${when}` +
      ` (it runs from ${dateText(known.start)} to ${dateText(known.end)}), so that no bill of it has them.`
    return { code: 'usage.outside_run', message, path: `usageEvents.${index}.at` }
  })
}

/** Whether every event has an id of its own and makes nothing again, so that there is nothing to tell apart. */
function isEachNew(events: readonly UsageEvent[]): boolean {
  if (events.some(({ regenerates }) => regenerates !== undefined)) return false
  return areIdsRising(events) || new Set(events.map(({ id }) => id)).size === events.length
}

/** Ids that count up or begin with the time rise from event to event; seeing that takes no table of a million. */
const areIdsRising = (events: readonly UsageEvent[]): boolean =>
  events.every(({ id }, index) => {
    const before = events[index - 1]?.id ?? ''
    return id.length > before.length || (id.length === before.length && id > before)
  })

/** One id stands for one event, and what is made again was there before. */
function checkIds(events: readonly UsageEvent[], problems: ProblemList): void {
  const firsts = new Map<string, UsageEvent>()
  for (const [index, event] of events.entries()) {
    const first = firsts.get(event.id)
    if (first === undefined) firsts.set(event.id, event)
    if (first === undefined || isSameEvent(first, event)) continue
    problems.add(() => ({
      code: 'usage.conflicting_event',
      message: `Another event has the id "${event.id}" and says something else.`,
      path: `usageEvents.${index}.id`,
    }))
  }
  for (const [index, event] of events.entries()) {
    if (isMadeAgain(event, firsts)) continue
    problems.add(() => ({
      code: 'usage.nothing_to_regenerate',
      message: `No generation "${event.regenerates}" comes before this one, to be made again.`,
      path: `usageEvents.${index}.regenerates`,
    }))
  }
}

const isSameEvent = (a: UsageEvent, b: UsageEvent): boolean =>
  parseInstant(a.at) === parseInstant(b.at) &&
  a.product === b.product &&
  a.model === b.model &&
  toMicros(a.quantity) === toMicros(b.quantity) &&
  a.workspace === b.workspace &&
  a.member === b.member &&
  a.apiKey === b.apiKey &&
  a.regenerates === b.regenerates

/** Whether what an event makes again, if anything, was there before it. */
function isMadeAgain(event: UsageEvent, firsts: ReadonlyMap<string, UsageEvent>): boolean {
  if (event.regenerates === undefined) return true
  const made = firsts.get(event.regenerates)
  return made !== undefined && parseInstant(made.at) < parseInstant(event.at)
}

/** The account's plans, and for a workspace that is unlinked those of the subscriptions it goes on with by itself. */
function plansOf(catalog: Catalog, scenario: Scenario): Known['plansOf'] {
  const reachable = reachablePlans(catalog, scenario)
  const homes = new HomeWorkspaces(scenario)
  const subscriptions = new Map<string | null, Set<string>>()
  for (const change of scenario.changes) {
    if (change.kind !== 'unlinkWorkspace' || change.afterwards.kind !== 'newSubscription') continue
    const plans = subscriptions.get(change.workspace) ?? new Set()
    subscriptions.set(change.workspace, plans.add(change.afterwards.plan))
  }
  return (use) => {
    if (subscriptions.size === 0) return reachable
    const own = subscriptions.get(homes.of(use))
    return [...new Set([...reachable, ...catalog.plans.filter(({ id }) => own?.has(id))])]
  }
}
