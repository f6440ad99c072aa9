import { useEffect } from 'react'
import type { ComparedReference, Reference } from '#shared/reference.ts'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { Explained } from '#renderer/pages/why/Explained.tsx'
import { WhyAside } from '#renderer/pages/why/WhyAside.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { compareInput } from '#renderer/state/compare-input.ts'
import { useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { endWhy, useWhy } from '#renderer/state/why.ts'

/** Why a plan comes to what the comparison says: over the inputs, so that it covers no figure. */
export function WhyCompared() {
  const step = useWhy(({ now }) => now)
  useEffect(() => endWhy, [])
  if (step === null || step.reference.kind !== 'compared') return null
  const { reference } = step
  return (
    <WhyAside step={step} inWords={(other) => referenceInWords(other.reference)}>
      <Told key={JSON.stringify(reference)} reference={reference} />
    </WhyAside>
  )
}

function Told({ reference }: { readonly reference: ComparedReference }) {
  const inputs = useInputs()
  const { focus: _focus, ...compared } = compareInput(inputs)
  const currency = useResults((results) => results.comparison?.currency ?? 'USD')
  const told = useAnswer('analysis.explainCompared', { ...compared, reference })
  const within = (of: Reference): ComparedReference => ({ ...reference, of })
  return <Explained currency={currency} told={told} within={within} />
}
