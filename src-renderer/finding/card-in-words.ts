import type { ScenarioCard } from '#shared/scenario-card.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
import { causeClause } from './block-causes.ts'
import { creditsOf, sentences } from './counted.ts'

/** A scenario at a glance in a sentence or two: what stands out, and what it costs. */
export function cardInWords({ plan, currency, total, finding, months }: ScenarioCard): string {
  const cost = `${money(total, currency)} in all`
  switch (finding.kind) {
    case 'noUsage':
      return `Nothing is used on ${plan}: ${cost}.`
    case 'blocked': {
      const when = `in ${String(finding.periods)} of ${plural(months.length, 'month')}`
      return sentences(
        `${plan} blocks ${creditsOf(finding.credits)} ${when}: ${causeClause(finding.cause)}.`,
        `${cost}.`,
      )
    }
    case 'beyond':
      return sentences(
        `${plan} runs over by ${creditsOf(finding.credits)}${paidBy(finding, currency)}: ${cost}.`,
        isZero(finding.expired) ? '' : `${money(finding.expired, currency)} of the balance expire.`,
      )
    case 'lost':
      return isZero(finding.forfeited)
        ? `${creditsOf(finding.expired)} of ${plan} expire unused: ${cost}.`
        : `${creditsOf(finding.forfeited)} of ${plan} are forfeited: ${cost}.`
    case 'within':
      return `${plan} never runs over: ${cost}.`
  }
}

function paidBy(
  { overage, drawn }: Extract<ScenarioCard['finding'], { kind: 'beyond' }>,
  currency: string,
): string {
  if (!isZero(drawn)) return `, ${money(drawn, currency)} of the prepaid balance`
  return isZero(overage) ? '' : ` for ${money(overage, currency)}`
}
