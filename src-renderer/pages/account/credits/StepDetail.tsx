import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CreditLayers } from '#shared/credit-layers.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { markInShort } from '#renderer/finding/layer-marks.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import styles from '../timeline/timeline.module.css'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { MarkReasons } from './MarkReasons.tsx'
import { marksIn, stepInWords } from './StepReadout.tsx'

/** The billing period that an instant is in; null of an account whose periods are not told here. */
const periodAt = (periods: ResultSummary['periods'], at: string): number | null =>
  periods.findLast(({ start }) => start <= at.slice(0, 10))?.index ?? null

/** What happened in a chosen step, and the balance it is part of; each can be asked why. */
export function StepDetail({
  layers,
  place,
  periods,
  plans,
  onClose,
}: {
  readonly layers: CreditLayers
  readonly place: number
  /** Empty for an account whose periods the summary does not tell. */
  readonly periods: ResultSummary['periods']
  readonly plans: PlanNames
  readonly onClose: () => void
}) {
  const step = layers.steps[place]
  if (step === undefined) return null
  const name = stepInWords(layers, place)
  const period = periodAt(periods, step.from)
  const marks = marksIn(layers, place)
  return (
    <section className={styles.detail} aria-label={`What happened: ${name}`}>
      <div className={styles.detailHead}>
        <h3>{name}</h3>
        {period === null ? null : (
          <span className={styles.asked}>
            Credits of the billing period
            <WhyButton
              of={`the credits of period ${String(period)}`}
              reference={{ kind: 'balance', period }}
            />
          </span>
        )}
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <ul ref={oneStop} className={styles.lines}>
        {marks.map((mark) => (
          <li key={`${mark.at} ${mark.kind} ${mark.name ?? ''}`}>
            <span>
              {markInShort(mark, plans)} <span className={styles.of}>{instant(mark.at)}</span>
            </span>
            <span className="figures">{mark.credits === null ? '' : credits(mark.credits)}</span>
            <MarkReasons mark={mark} plans={plans} />
          </li>
        ))}
      </ul>
    </section>
  )
}
