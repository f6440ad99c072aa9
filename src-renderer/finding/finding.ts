import type { Comparison, Curves, PlanCost } from '#shared/comparison.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { isZero, plural, wholeCredits } from '#renderer/format/figures.ts'
import { abovePhrase, usagePhrase } from './base-usage.ts'
import { cheapestInWords } from './cheapest-in-words.ts'
import { creditsOf, listed, sentences } from './counted.ts'
import { planNames } from './plan-names.ts'
import { priceInWords, priceTerms, savingInWords } from './price-in-words.ts'
import { cheapestPlans, nearMiss } from './ranking.ts'
import { stretchAt } from './stretch.ts'

/** The comparison in words: one line that answers the question, one that says by how much and until when. */
export interface Sentence {
  readonly headline: string
  readonly detail: string
}

/** What the sentence needs to know beside the comparison. */
export interface Context {
  /** Cost curves over the whole range of usage, once they are there. */
  readonly reach: Curves | null
  readonly pattern: UsagePattern
  readonly overage: boolean
}

function onWhatTerms({ agreed, basis }: PlanCost): string {
  if (agreed === 'whole') return ' on the terms you put in'
  return basis === 'assumed' ? ' on assumed terms' : ''
}

function pastQuota({ overage, pastQuota: sold }: PlanCost): string {
  if (isZero(overage)) return ''
  return sold === 'prepaid' ? ' with prepaid credits' : ' with overage'
}

/** Who is cheapest above the present stretch, as far as the curves reach. */
function takeover({ usage, months, plans }: Comparison, { reach, pattern }: Context): string {
  if (!reach) return ''
  const here = stretchAt(reach.envelope, usage)
  const stretch = reach.envelope[here]
  const next = reach.envelope[here + 1]
  if (here < 0 || !stretch || !next || stretch.plan === next.plan) return ''
  const above = abovePhrase(stretch.to, pattern, months)
  return next.plan === null
    ? `${above} every plan blocks.`
    : `${above} ${planNames(plans)(next.plan)} takes over.`
}

/** The finding of a comparison in words. */
export function sentenceOf(comparison: Comparison, context: Context): Sentence {
  const { finding, plans, usage, months, totalUsage } = comparison
  const { pattern, overage } = context
  const find = (id: string): PlanCost | undefined => plans.find((plan) => plan.plan === id)
  const plan = find(finding.plan)
  // A finding is of a plan of its own comparison.
  if (!plan) return { headline: '', detail: '' }
  const terms = priceTerms(comparison, pattern)
  const phrase = usagePhrase(usage, pattern, months)
  const onTerms = (of: PlanCost): string => `${of.name}${pastQuota(of)}${onWhatTerms(of)}`
  const next = takeover(comparison, context)

  if (finding.kind === 'noUsage') {
    return { headline: `With no usage ${plan.name} is enough: ${priceInWords(plan, terms)}`, detail: next }
  }

  if (finding.kind === 'allBlock') {
    const span = months === 1 ? 'one month' : plural(months, 'month')
    return {
      headline: `Every plan blocks work ${phrase}`,
      detail: sentences(
        `${plan.name} blocks least: ${creditsOf(finding.blockedCredits)} in ${span}.`,
        overage ? '' : 'Turn overage on to see what serving them would cost.',
      ),
    }
  }

  const miss = nearMiss(comparison)
  const missed = miss
    ? `${miss.name} costs ${priceInWords(miss, terms)} but blocks ${wholeCredits(miss.blockedCredits)} of ${creditsOf(totalUsage)}.`
    : ''
  const tied = cheapestPlans(comparison)
  if (tied.length > 1) {
    return {
      headline: `${listed(tied.map(onTerms))} cost the same ${phrase}: ${priceInWords(plan, terms, tied)}`,
      detail: sentences(missed, next),
    }
  }
  const price = `${priceInWords(plan, terms)}${onWhatTerms(plan)}`
  const name = `${plan.name}${pastQuota(plan)}`
  const { runnerUp } = finding
  const rival = runnerUp ? find(runnerUp.plan) : undefined
  if (!runnerUp || !rival) {
    return {
      headline: `${name} alone blocks nothing ${phrase}: ${price}`,
      detail: sentences(missed === '' ? 'Every other plan blocks work.' : missed, next),
    }
  }
  // Beside a plan that nearly does for less, by how much the next one costs more is no news.
  const less = missed === '' ? `${savingInWords(runnerUp, [plan, rival], terms)} ${onTerms(rival)}.` : missed
  const what = cheapestInWords(comparison, overage)
  return {
    headline: `${name} is ${what === 'cheapest' ? what : `the ${what}`} ${phrase}: ${price}`,
    detail: sentences(less, next),
  }
}
