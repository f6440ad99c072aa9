import { useState } from 'react'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import type { Reference } from '#shared/reference.ts'
import { credits, money } from '#renderer/format/figures.ts'
import { sentence } from '#renderer/format/sentence.ts'
import { type Asked, askWhy } from '#renderer/state/why.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import styles from './why.module.css'

/** Of a sum of many parts so many are told at once; the others once they are asked for. */
const MOST_STEPS = 40

/** How a figure comes about, step by step; a part that has an explanation of its own leads on to it. */
export function WhySteps({
  explanation: { steps },
  currency,
  within,
}: {
  readonly explanation: Pick<Explanation, 'steps'>
  readonly currency: string
  /** What a step leads on to, in the variant that is told. */
  readonly within: (leadsTo: Reference) => Asked
}) {
  const [isWhole, setWhole] = useState(false)
  if (steps.length === 0) return null
  const isLong = steps.length > MOST_STEPS && !isWhole
  const shown = isLong ? [...steps.slice(0, MOST_STEPS), ...steps.slice(-1)] : steps
  return (
    <>
      <table ref={oneStop} className={styles.steps}>
        <caption className="visually-hidden">How it comes about</caption>
        <tbody>
          {shown.map((step, index) => (
            <tr key={`${String(index)} ${step.text}`} data-sum={step.isSum}>
              <th scope="row">
                <StepText step={step} within={within} />
              </th>
              <td>{step.unit === 'money' ? money(step.amount, currency) : credits(step.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isLong ? (
        <button type="button" className={styles.whole} onClick={() => setWhole(true)}>
          Show all {credits(steps.length)} steps
        </button>
      ) : null}
    </>
  )
}

function StepText({
  step: { text, leadsTo },
  within,
}: {
  readonly step: ExplanationStep
  readonly within: (leadsTo: Reference) => Asked
}) {
  const told = sentence(text)
  if (leadsTo === undefined) return told
  return (
    <button
      type="button"
      className={styles.on}
      aria-label={`Why: ${told}`}
      onClick={() => askWhy(within(leadsTo))}
    >
      {told}
    </button>
  )
}
