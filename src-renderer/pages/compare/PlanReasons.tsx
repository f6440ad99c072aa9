import type { PlanCost } from '#shared/comparison.ts'
import type { Reference } from '#shared/reference.ts'
import { isZero } from '#renderer/format/figures.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import styles from './compare.module.css'

interface Reason {
  readonly word: string
  readonly of: Reference
  readonly figure: string
}

/** What of a plan can be asked why, in the order of its figures; what comes to nothing has no reason. */
const reasonsOf = (cost: PlanCost): readonly Reason[] => {
  const overage = cost.pastQuota === 'prepaid' ? 'prepaidUsage' : 'overage'
  const all: readonly Reason[] = [
    { word: 'Total', of: { kind: 'total' }, figure: cost.total },
    { word: 'Overage', of: { kind: 'total', of: overage }, figure: cost.overage },
    { word: 'Blocked', of: { kind: 'block' }, figure: cost.blockedCredits },
    { word: 'Expired', of: { kind: 'lost', of: 'expired' }, figure: cost.expiredCredits },
    { word: 'Forfeited', of: { kind: 'lost', of: 'forfeited' }, figure: cost.forfeitedCredits },
  ]
  return all.filter(({ figure }) => !isZero(figure))
}

/** Asks why a plan comes to what it does, figure by figure. */
export const PlanReasons = ({ cost }: { readonly cost: PlanCost }) => (
  <p className={`screen-only ${styles.reasons ?? ''}`}>
    {reasonsOf(cost).map(({ word, of }) => (
      <span key={word}>
        {word}
        <WhyButton
          of={`${word.toLowerCase()} of ${cost.name}`}
          reference={{ kind: 'compared', plan: cost.plan, of }}
        />
      </span>
    ))}
  </p>
)
