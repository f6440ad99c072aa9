import { moment } from '#renderer/format/moments.ts'
import { useAbout } from '#renderer/state/about.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { patternOf, useInputs } from '#renderer/state/inputs.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { type Sentence, sentenceOf } from '#renderer/finding/finding.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { refusalInWords } from '#renderer/finding/refusal.ts'
import { HeaderLine } from './HeaderLine.tsx'
import { UsageStrip } from './UsageStrip.tsx'
import styles from './finding-header.module.css'

/** Why there is no finding for the present inputs; null where there is one. */
function useRefusal(): Sentence | null {
  const problems = useResults((results) => results.refused.compare)
  const catalog = useResults((results) => results.catalog)
  const figures = useResults((results) => results.comparison !== null)
  const months = useInputs((inputs) => inputs.months)
  const pattern = useInputs(patternOf)
  const names = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  return refusalInWords({ problems, months, pattern, names, figures })
}

function useFinding(): Sentence | null {
  const overage = useInputs((inputs) => inputs.overage)
  const pattern = useInputs(patternOf)
  const comparison = useResults((results) => results.comparison)
  const reach = useResults((results) => results.reach)
  const answers = useConnection((connection) => connection.reach === 'answers')
  if (comparison) return sentenceOf(comparison, { reach, pattern, overage })
  return answers ? null : { headline: 'Nothing has been compared yet', detail: '' }
}

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

function Finding() {
  const refusal = useRefusal()
  const finding = useFinding()
  return (
    <div className={styles.answer} data-refused={refusal !== null}>
      <h1 className={styles.headline}>{refusal?.headline ?? <Headline text={finding?.headline ?? ''} />}</h1>
      <p className={styles.detail}>{(refusal ?? finding)?.detail}</p>
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

/** The answer in words and the control that changes it; stays in sight while the rest scrolls. */
export function FindingHeader() {
  return (
    <header className={styles.header}>
      <PrintedHead />
      <HeaderLine />
      <Finding />
      <UsageStrip />
    </header>
  )
}
