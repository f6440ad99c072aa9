import { isZero } from '#renderer/format/figures.ts'
import type { CreditTotals } from '#renderer/finding/credits-title.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import styles from '../timeline/timeline.module.css'

/** What the whole run lost unused, each to be asked why; nothing where nothing was. */
export const LostReasons = ({ totals }: { readonly totals: CreditTotals }) => (
  <>
    {isZero(totals.expiredCredits) ? null : (
      <span className={styles.asked}>
        Expired
        <WhyButton of="all that expired" reference={{ kind: 'lost', of: 'expired' }} />
      </span>
    )}
    {isZero(totals.forfeitedCredits) ? null : (
      <span className={styles.asked}>
        Forfeited
        <WhyButton of="all that was forfeited" reference={{ kind: 'lost', of: 'forfeited' }} />
      </span>
    )}
  </>
)
