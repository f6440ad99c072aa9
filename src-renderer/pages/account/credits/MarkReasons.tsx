import type { LayerMark } from '#shared/credit-layers.ts'
import { markInShort } from '#renderer/finding/layer-marks.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { instant } from '#renderer/format/moments.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import styles from '../timeline/timeline.module.css'

/** Of what many entries make up only so many are asked here; the ledger has them all. */
const MOST = 4

/** What explains a mark: each of its references can be asked. */
export function MarkReasons({ mark, plans }: { readonly mark: LayerMark; readonly plans: PlanNames }) {
  const about = `${markInShort(mark, plans)}, ${instant(mark.at)}`
  return (
    <span className={styles.why}>
      {mark.references.slice(0, MOST).map((reference, index) => (
        <WhyButton
          key={referenceInWords(reference)}
          of={index === 0 ? about : `${about}, ${referenceInWords(reference)}`}
          reference={reference}
        />
      ))}
    </span>
  )
}
