import type { ReactNode } from 'react'
import type { Explanation } from '#shared/explanation.ts'
import type { Reference } from '#shared/reference.ts'
import { creditsMoved } from '#renderer/finding/movement-in-words.ts'
import { credits, day } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { sentence } from '#renderer/format/sentence.ts'
import { type Answered, Part } from '#renderer/pages/Part.tsx'
import type { Asked } from '#renderer/state/why.ts'
import styles from './why.module.css'
import { WhySteps } from './WhySteps.tsx'

/** Of a long list only so much is told here; the ledger has all of it. */
const MOST_MOVEMENTS = 12

function Movements({ explanation }: { readonly explanation: Explanation }) {
  const { grants } = explanation
  if (grants.length === 0) return null
  const shown = grants.slice(0, MOST_MOVEMENTS)
  return (
    <>
      <h3>Credits it rests on</h3>
      <ul className={styles.movements}>
        {shown.map((entry, index) => (
          <li key={`${String(index)} ${entry.at} ${entry.reference}`}>
            <span>{instant(entry.at)}</span> <span>{creditsMoved(entry)}</span> <b>{credits(entry.amount)}</b>
          </li>
        ))}
      </ul>
      {shown.length === grants.length ? null : (
        <p className={styles.more}>
          The first {credits(shown.length)} of {credits(grants.length)} movements; the ledger has them all.
        </p>
      )}
    </>
  )
}

function Sources({ explanation }: { readonly explanation: Explanation }) {
  if (explanation.sources.length === 0) return null
  return (
    <>
      <h3>Where the rate is from</h3>
      <ul className={styles.sources}>
        {explanation.sources.map(({ title, address, date, basis }) => (
          <li key={`${title} ${date}`}>
            {address === undefined ? (
              title
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            <span>
              {basis}, {day(date)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/**
 * An explanation: its rule, its arithmetic, what it rests on and where its rate is from; or why there is none, and while a
 * newer one is worked out, that it is of what was there before.
 */
export function Explained({
  currency,
  told,
  within,
  children,
}: {
  readonly currency: string
  readonly told: Answered<Explanation>
  /** What a part of it leads on to. */
  readonly within: (leadsTo: Reference) => Asked
  /** What there is to do with it. */
  readonly children?: (explanation: Explanation) => ReactNode
}) {
  return (
    <Part name="The reasons" of={told}>
      {(value) => (
        <>
          <h2>{sentence(value.title)}</h2>
          <p className={styles.rule}>{sentence(value.rule)}</p>
          <WhySteps explanation={value} currency={currency} within={within} />
          {value.usageRule === undefined ? null : <p className={styles.rule}>{sentence(value.usageRule)}</p>}
          <Movements explanation={value} />
          <Sources explanation={value} />
          {children?.(value)}
        </>
      )}
    </Part>
  )
}
