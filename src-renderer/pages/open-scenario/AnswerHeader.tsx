import type { ReactNode } from 'react'
import type { Sentence } from '#renderer/finding/finding.ts'
import { moment } from '#renderer/format/moments.ts'
import { useAbout } from '#renderer/state/about.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { HeaderLine } from './HeaderLine.tsx'
import styles from './answer-header.module.css'

/** The price at the end is never torn apart: where it does not fit, it takes the second line. */
function Headline({ text }: { readonly text: string }) {
  const price = text.lastIndexOf(': ') + 2
  if (price < 2) return text
  return (
    <>
      {text.slice(0, price)}
      <span className={styles.price}>{text.slice(price)}</span>
    </>
  )
}

/** What the figures of the screen come to, in words, or why there are none of the present inputs. */
export function Answer({
  finding,
  refusal,
  mend = null,
}: {
  readonly finding: Sentence | null
  readonly refusal: Sentence | null
  /** What is wrong and what would mend it, where that is more than a sentence says: it has the sentence's place. */
  readonly mend?: ReactNode
}) {
  return (
    <div className={styles.answer} data-refused={refusal !== null}>
      <h1 className={styles.headline}>{refusal?.headline ?? <Headline text={finding?.headline ?? ''} />}</h1>
      {mend === null ? (
        <p className={styles.detail}>{(refusal ?? finding)?.detail}</p>
      ) : (
        <div className={styles.detail}>{mend}</div>
      )}
    </div>
  )
}

/** What a sheet of paper must say that the window around the page says on screen. */
function PrintedHead() {
  const name = useOpenScenario((open) => open.document?.name)
  const changed = useOpenScenario((open) => open.document?.updatedAt)
  const engine = useAbout().engineVersion
  return (
    <div className={styles.printed} aria-hidden>
      <span>{name}</span>
      <span>
        {changed === undefined ? '' : moment(changed)} · Tierwise, engine {engine}
      </span>
    </div>
  )
}

/** The head of a screen of the open scenario: what its figures rest on, and the answer; it stays in sight. */
export function AnswerHeader({
  terms,
  answer,
  children,
}: {
  readonly terms: ReactNode
  readonly answer: ReactNode
  /** What belongs to the answer, and stays in sight with it. */
  readonly children: ReactNode
}) {
  return (
    <header className={styles.header}>
      <PrintedHead />
      <HeaderLine terms={terms} />
      {answer}
      {children}
    </header>
  )
}
