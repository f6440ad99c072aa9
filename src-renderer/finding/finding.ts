import type { Comparison, Curves, PlanCost } from '#shared/comparison.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { credits, isZero, money, percent, plural, wholeCredits } from '#renderer/format/figures.ts'
import { planNames, type PlanNames } from './plan-names.ts'

/** The comparison in words: one line that answers the question, one that says by how much and until when. */
export interface Sentence {
  readonly headline: string
  readonly detail: string
}

export type Stretch = Curves['envelope'][number]

/** The stretch of usage that holds `usage`; the upper end belongs to the lower stretch. */
export const stretchAt = (envelope: readonly Stretch[], usage: number): number =>
  envelope.findIndex((stretch) => usage <= Number(stretch.to))

const onAssumedTerms = (plan: PlanCost | undefined): string =>
  plan?.basis === 'assumed' ? ' on assumed terms' : ''

/** What the sentence needs to know beside the comparison. */
export interface Context {
  /** Cost curves over the whole range of usage, once they are there. */
  readonly reach: Curves | null
  readonly pattern: UsagePattern
  readonly overage: boolean
  /** The plans that sell credits past the quota from a prepaid balance. */
  readonly prepaid: ReadonlySet<string>
}

function pastQuota(plan: PlanCost | undefined, prepaid: ReadonlySet<string>): string {
  if (!plan || isZero(plan.overage)) return ''
  return prepaid.has(plan.plan) ? ' with prepaid credits' : ' with overage'
}

/** A spike after the months compared is none. */
const spikes = (pattern: UsagePattern, months: number): boolean =>
  pattern.kind === 'spike' && pattern.month <= months

function usagePhrase(usage: string, pattern: UsagePattern, months: number): string {
  const base = `${wholeCredits(usage)} credits a month`
  switch (pattern.kind) {
    case 'flat':
      return `at ${base}`
    case 'growth':
      return `for usage starting at ${base}`
    case 'seasonal':
      return `for usage around ${base}`
    case 'spike':
      return spikes(pattern, months) ? `at ${base} with one spike` : `at ${base}`
  }
}

/** How usage moves, for the line that names the terms. */
export function patternInWords(pattern: UsagePattern, months: number): string {
  switch (pattern.kind) {
    case 'flat':
      return 'the same usage every month'
    case 'growth':
      return `usage grows ${percent(pattern.percent)} a month`
    case 'seasonal':
      return `usage moves ${percent(pattern.amplitude)} up and down, peak in month ${String(pattern.peakMonth)}`
    case 'spike':
      return spikes(pattern, months)
        ? `${credits(pattern.multiple)} times the usage in month ${String(pattern.month)}`
        : 'no spike within the months compared'
  }
}

/** Who is cheapest above the present stretch, as far as the curves reach. */
function takeover(reach: Curves | null, usage: string, names: PlanNames): string {
  if (!reach) return ''
  const here = stretchAt(reach.envelope, Number(usage))
  const stretch = reach.envelope[here]
  const next = reach.envelope[here + 1]
  if (here < 0 || !stretch || !next || stretch.plan === next.plan) return ''
  const above = `Above ${wholeCredits(stretch.to)} credits a month`
  return next.plan === null ? `${above} every plan blocks.` : `${above} ${names(next.plan)} takes over.`
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

export function sentenceOf(comparison: Comparison, { reach, pattern, overage, prepaid }: Context): Sentence {
  const { finding, currency, usage } = comparison
  const names = planNames(comparison.plans)
  const find = (id: string) => comparison.plans.find((plan) => plan.plan === id)
  const plan = find(finding.plan)
  const name = names(finding.plan)
  const phrase = usagePhrase(usage, pattern, comparison.months)
  const monthly = plan ? money(plan.monthly, currency) : ''

  if (finding.kind === 'noUsage') {
    return {
      headline: `With no usage ${name} is enough: ${monthly} a month`,
      detail: takeover(reach, usage, names),
    }
  }

  if (finding.kind === 'allBlock') {
    const span = comparison.months === 1 ? 'one month' : plural(comparison.months, 'month')
    return {
      headline: `Every plan blocks work ${phrase}`,
      detail: sentences(
        `${name} blocks least: ${wholeCredits(finding.blockedCredits)} credits in ${span}.`,
        overage ? '' : 'Turn overage on to see what serving them would cost.',
      ),
    }
  }

  const { runnerUp } = finding
  if (!runnerUp) {
    return {
      headline: `${name}${pastQuota(plan, prepaid)} alone blocks nothing ${phrase}: ${monthly} a month${onAssumedTerms(plan)}`,
      detail: sentences('Every other plan blocks work.', takeover(reach, usage, names)),
    }
  }
  const rival = find(runnerUp.plan)
  const rivalName = `${names(runnerUp.plan)}${pastQuota(rival, prepaid)}${onAssumedTerms(rival)}`
  if (isZero(runnerUp.saving)) {
    return {
      headline: `${name}${pastQuota(plan, prepaid)}${onAssumedTerms(plan)} and ${rivalName} cost the same ${phrase}: ${monthly} a month`,
      detail: takeover(reach, usage, names),
    }
  }
  return {
    headline: `${name}${pastQuota(plan, prepaid)} is cheapest ${phrase}: ${monthly} a month${onAssumedTerms(plan)}`,
    detail: sentences(
      `${money(runnerUp.monthlySaving, currency)} a month less than ${rivalName}.`,
      takeover(reach, usage, names),
    ),
  }
}

/** The title of the cost curves: where the plan that is cheapest now begins and stops to be it. */
export function curveTitle(reach: Curves | null, usage: number, names: PlanNames): string {
  const stretch = reach?.envelope[stretchAt(reach.envelope, usage)]
  if (!reach || !stretch) return 'Cost by usage'
  const from = isZero(stretch.from) ? null : wholeCredits(stretch.from)
  const open = Number(stretch.to) >= Number(reach.upTo)
  const to = open ? null : wholeCredits(stretch.to)
  const what = stretch.plan === null ? 'Every plan blocks' : `${names(stretch.plan)} is the cheapest`
  if (from !== null && to !== null) return `${what} from ${from} to ${to} credits a month`
  if (to !== null) return `${what} up to ${to} credits a month`
  return from === null ? `${what} at any usage` : `${what} from ${from} credits a month`
}
