import { useConnection } from '#renderer/state/connection.ts'
import { catalogId, patternOf, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { type Sentence, sentenceOf } from '#renderer/finding/finding.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { refusalInWords } from '#renderer/finding/refusal.ts'
import { termsLine } from '#renderer/finding/terms-line.ts'
import { Answer, AnswerHeader } from '#renderer/pages/open-scenario/AnswerHeader.tsx'
import { useIdleOffers } from './use-idle-offers.ts'
import { UsageStrip } from './UsageStrip.tsx'

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

const Finding = () => <Answer refusal={useRefusal()} finding={useFinding()} />

function Terms() {
  const inputs = useInputs()
  const listed = useResults((results) => results.catalogs).find(({ id }) => id === inputs.catalog)?.name
  const own = useResults((results) =>
    results.catalog?.id === catalogId(inputs.catalog) ? results.catalog.name : undefined,
  )
  const name = listed ?? own
  const idle = useIdleOffers()
  // What changes no figure is nothing that the figures rest on.
  const terms = idle === null ? inputs : { ...inputs, offers: false }
  return name === undefined ? '' : termsLine(terms, patternOf(inputs), name)
}

/** The answer in words and the control that changes it; stays in sight while the rest scrolls. */
export const FindingHeader = () => (
  <AnswerHeader terms={<Terms />} answer={<Finding />}>
    <UsageStrip />
  </AnswerHeader>
)
