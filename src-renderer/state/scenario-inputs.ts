import type { ScenarioContent } from '#shared/library.ts'
import type { CatalogRef, CustomTerms } from '#shared/scenario.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { onWeekdays } from './account-edits/weekdays.ts'
import { catalogId, type Inputs, LANDING, patternOf, type Quotes, quotesOf } from './inputs.ts'

/** The plans of a catalogue in ladder order; empty where they are not known. */
export type PlansOf = (catalog: CatalogRef) => readonly string[]

/**
 * What the Compare screen edits of a scenario. What the scenario does not say (the parameters of patterns that are
 * not chosen, quotes for other catalogues) stays as in `dormant`. `monthly` is the one figure a month that stands for
 * its usage.
 */
export function inputsOf(
  { scenario, shows }: WindowContent,
  monthly: number,
  dormant: Inputs = LANDING,
): Inputs {
  const { usage, catalog } = scenario
  const pattern = usage.kind === 'pattern' ? usage.pattern : ({ kind: 'flat' } as const)
  return {
    catalog,
    usage: monthly,
    usageIsSet: false,
    months: scenario.months,
    billing: scenario.billing,
    overage: scenario.overage.optIn,
    offers: scenario.offers,
    patternKind: pattern.kind,
    growth: pattern.kind === 'growth' ? pattern : dormant.growth,
    seasonal: pattern.kind === 'seasonal' ? pattern : dormant.seasonal,
    spike: pattern.kind === 'spike' ? pattern : dormant.spike,
    steps: pattern.kind === 'steps' ? pattern : dormant.steps,
    quotes: { ...dormant.quotes, [catalogId(catalog)]: scenario.customTerms },
    focus: shows === 'plan' ? scenario.plan : null,
  }
}

/** The figure a month of usage that is set as a whole one; null where it must be asked for. */
export const wholeFigure = (usage: ModelledUsage): number | null =>
  usage.kind === 'pattern' && /^\d+$/.test(usage.monthly) ? Number(usage.monthly) : null

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** Whether no other figure was set: one that is only shown is no edit, whenever it comes. */
export const sameFigure = (before: Inputs, after: Inputs): boolean =>
  before.usage === after.usage || !after.usageIsSet

const sameUsage = (before: Inputs, after: Inputs): boolean =>
  sameFigure(before, after) && same(patternOf(before), patternOf(after))

/**
 * The scenario with what was changed on the Compare screen since `before`, and nothing else touched: the very same
 * object where nothing was.
 */
export function withInputs(
  content: WindowContent,
  before: Inputs,
  after: Inputs,
  plansOf: PlansOf,
): WindowContent {
  if (before === after) return content
  const change = scenarioChange(content.scenario, before, after, plansOf)
  const shows = after.focus === null ? 'cheapest' : 'plan'
  const changed = Object.keys(change).length > 0 || before.focus !== after.focus
  if (!changed) return content
  return {
    ...content,
    scenario: { ...content.scenario, ...change },
    ...(before.focus === after.focus ? {} : { shows }),
  }
}

/** The names of what differs between two states of the inputs. */
export function changedFields(before: Inputs, after: Inputs): readonly string[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) => (same(was.get(field), value) ? [] : [field]))
}

/** Another state of the inputs with what was changed between two: what was not is as in `base`. */
export function changedOn(base: Inputs, before: Inputs, after: Inputs): Inputs {
  const of = <K extends keyof Inputs>(key: K): Inputs[K] =>
    same(before[key], after[key]) ? base[key] : after[key]
  return {
    catalog: of('catalog'),
    ...figureOn(base, before, after),
    months: of('months'),
    billing: of('billing'),
    overage: of('overage'),
    offers: of('offers'),
    patternKind: of('patternKind'),
    growth: of('growth'),
    seasonal: of('seasonal'),
    spike: of('spike'),
    steps: of('steps'),
    quotes: of('quotes'),
    focus: of('focus'),
  }
}

const figureOn = (base: Inputs, before: Inputs, after: Inputs): Pick<Inputs, 'usage' | 'usageIsSet'> => {
  const { usage, usageIsSet } = sameFigure(before, after) ? base : after
  return { usage, usageIsSet }
}

function scenarioChange(
  scenario: WindowContent['scenario'],
  before: Inputs,
  after: Inputs,
  plansOf: PlansOf,
): Partial<Omit<WindowContent['scenario'], 'usageEvents'>> {
  const moved = !same(before.catalog, after.catalog)
  return {
    ...(moved ? { catalog: after.catalog, plan: planIn(plansOf(after.catalog), scenario.plan) } : {}),
    ...(before.months === after.months ? {} : { months: after.months }),
    ...(before.billing === after.billing ? {} : { billing: after.billing }),
    ...(before.overage === after.overage ? {} : { overage: { ...scenario.overage, optIn: after.overage } }),
    ...(before.offers === after.offers ? {} : { offers: after.offers }),
    ...(sameUsage(before, after)
      ? {}
      : {
          usage: {
            kind: 'pattern',
            monthly: String(after.usage),
            pattern: patternOf(after),
            // Streams have their own, and are gone with them.
            ...(scenario.usage.kind === 'streams' ? {} : onWeekdays(scenario.usage.weekdays)),
          } as const,
        }),
    ...(same(quotesOf(before), quotesOf(after)) ? {} : { customTerms: written(quotesOf(after)) }),
    ...(after.focus === null || before.focus === after.focus ? {} : { plan: after.focus }),
  }
}

/** A plan whose terms were all taken out again has none. */
const written = (quotes: Quotes): Record<string, CustomTerms> =>
  Object.fromEntries(Object.entries(quotes).filter(([, terms]) => Object.keys(terms).length > 0))

/** The plan itself where the catalogue has it, else one that has credits to speak of. */
const planIn = (plans: readonly string[], plan: string): string =>
  plans.length === 0 || plans.includes(plan)
    ? plan
    : (plans.find((id) => id === 'creator') ?? plans[0] ?? plan)

/** A scenario of its own from what the Compare screen shows; `today` is a date, its month is the first that is billed. */
export function newContent(name: string, inputs: Inputs, today: string, plansOf: PlansOf): ScenarioContent {
  return {
    scenario: {
      schemaVersion: 1,
      name,
      catalog: inputs.catalog,
      plan: inputs.focus ?? planIn(plansOf(inputs.catalog), 'creator'),
      billing: inputs.billing,
      start: `${today.slice(0, 7)}-01`,
      months: inputs.months,
      overage: { optIn: inputs.overage },
      offers: inputs.offers,
      extraSeats: 0,
      grants: [],
      prepaid: { kind: 'asUsed' },
      policies: {},
      customTerms: written(quotesOf(inputs)),
      members: [],
      workspaces: [],
      groups: [],
      apiKeys: [],
      changes: [],
      usage: { kind: 'pattern', monthly: String(inputs.usage), pattern: patternOf(inputs) },
      usageEvents: [],
    },
    shows: inputs.focus === null ? 'cheapest' : 'plan',
  }
}
