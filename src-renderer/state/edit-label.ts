import { cutText } from '#shared/cut-text.ts'
import type { CatalogRef, CustomTerms } from '#shared/scenario.ts'
import type { UsageStep } from '#shared/usage.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { credits, percent, plural, wholeCredits } from '#renderer/format/figures.ts'
import { catalogId, type Inputs, type PatternKind, patternOf, quotesOf } from './inputs.ts'
import { sameFigure } from './scenario-inputs.ts'

export interface Names {
  readonly catalog: (ref: CatalogRef) => string
  readonly plan: PlanNames
}

const LONGEST = 200

const PATTERN_NAMES: Readonly<Record<PatternKind, string>> = {
  flat: 'flat',
  growth: 'growth',
  seasonal: 'seasonal',
  spike: 'a spike',
  steps: 'steps',
}

/** What an edit on the Compare screen did, as undo names it: "Change usage to 400,000". */
export const labelOf = (before: Inputs, after: Inputs, names: Names): string =>
  oneLabel(changes(before, after, names))

/** Several changes that are kept together, as one label. */
export function oneLabel([first = 'Change the scenario', ...others]: readonly string[]): string {
  const rest = [...others]
  const last = rest.pop()
  const label =
    last === undefined ? first : `${[first, ...rest.map(lowered)].join(', ')} and ${lowered(last)}`
  return label.length <= LONGEST ? label : `${cutText(label, LONGEST - 1)}…`
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function changes(before: Inputs, after: Inputs, names: Names): readonly string[] {
  const otherCatalog = catalogId(before.catalog) !== catalogId(after.catalog)
  return [
    ...(otherCatalog ? [`Change the catalogue to ${names.catalog(after.catalog)}`] : []),
    ...(sameFigure(before, after) ? [] : [`Change usage to ${wholeCredits(after.usage)}`]),
    ...pattern(before, after),
    ...(before.months === after.months ? [] : [`Compare over ${plural(after.months, 'month')}`]),
    ...(before.billing === after.billing
      ? []
      : [after.billing === 'annual' ? 'Bill annually' : 'Bill monthly']),
    ...(before.overage === after.overage ? [] : [`Turn overage ${after.overage ? 'on' : 'off'}`]),
    ...(before.offers === after.offers
      ? []
      : [after.offers ? 'Apply first-month offers' : 'Leave out first-month offers']),
    ...(otherCatalog ? [] : terms(before, after, names)),
    ...focus(before, after, names, otherCatalog),
  ]
}

function pattern(before: Inputs, after: Inputs): readonly string[] {
  if (before.patternKind !== after.patternKind)
    return [`Change the pattern to ${PATTERN_NAMES[after.patternKind]}`]
  const now = patternOf(after)
  if (JSON.stringify(patternOf(before)) === JSON.stringify(now)) return []
  switch (now.kind) {
    case 'flat':
      return []
    case 'growth':
      return [`Change growth to ${percent(now.percent)} a month`]
    case 'seasonal':
      return [
        `Change the season to ${percent(now.amplitude)} with its peak in month ${String(now.peakMonth)}`,
      ]
    case 'spike':
      return [`Change the spike to ${credits(now.multiple)} times the usage in month ${String(now.month)}`]
    case 'steps':
      return [stepsLabel(now.steps)]
  }
}

function stepsLabel(steps: readonly UsageStep[]): string {
  const [only, ...others] = steps
  return only && others.length === 0
    ? `Change the step to ${credits(only.multiple)} times the usage from month ${String(only.month)}`
    : `Change the ${plural(steps.length, 'step')} of usage`
}

const none: CustomTerms = {}

function terms(before: Inputs, after: Inputs, names: Names): readonly string[] {
  const [was, is] = [quotesOf(before), quotesOf(after)]
  const plans = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (plan) => JSON.stringify(was[plan] ?? none) !== JSON.stringify(is[plan] ?? none),
  )
  return plans.map((plan) =>
    Object.keys(is[plan] ?? none).length === 0
      ? `Reset the terms of ${names.plan(plan)}`
      : `Change the terms of ${names.plan(plan)}`,
  )
}

function focus(before: Inputs, after: Inputs, names: Names, otherCatalog: boolean): readonly string[] {
  if (before.focus === after.focus) return []
  if (after.focus !== null) return [`Show ${names.plan(after.focus)} month by month`]
  // Another catalogue lets the plan go by itself.
  return otherCatalog ? [] : ['Follow the cheapest plan']
}
