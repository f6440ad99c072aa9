import { Button } from '@mantine/core'
import type { ResultSummary } from '#shared/open-result.ts'
import type { AnewReference, AnyReference, Reference } from '#shared/reference.ts'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { Explained } from '#renderer/pages/why/Explained.tsx'
import { WhyAside } from '#renderer/pages/why/WhyAside.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { isAnew, showInView, useWhy, type WhyStep } from '#renderer/state/why.ts'
import { DecidingInputs } from './DecidingInputs.tsx'
import { viewName } from './view-names.ts'
import { hasPlaceOfItsOwn, viewOf } from './view-of-reference.ts'

interface Of {
  readonly opened: ResultSummary
  readonly account: string | null
}

const asItIs = (leadsTo: Reference): AnyReference => leadsTo

function Recorded({ opened, account, reference }: Of & { readonly reference: Reference }) {
  const told = useAnswer('results.explain', { id: opened.id, account, reference })
  return (
    <Explained currency={opened.currency} told={told} within={asItIs}>
      {({ decidedBy }) => (decidedBy === undefined ? null : <DecidingInputs fields={decidedBy} />)}
    </Explained>
  )
}

/** What takes a run to tell. */
function Anew({ opened, account, reference }: Of & { readonly reference: AnewReference }) {
  const told = useAnswer('results.explainAnew', { id: opened.id, account, reference })
  const within = (leadsTo: Reference): AnyReference =>
    reference.kind === 'variant' || reference.kind === 'failure' || reference.kind === 'upgrade'
      ? { ...reference, of: leadsTo }
      : leadsTo
  return (
    <Explained currency={opened.currency} told={told} within={within}>
      {({ decidedBy }) => (decidedBy === undefined ? null : <DecidingInputs fields={decidedBy} />)}
    </Explained>
  )
}

/** Leads to where what is explained is shown, unless it is shown already; back returns to the view before. */
function Place({
  reference,
  step: { view, isShown = false },
}: {
  readonly reference: AnyReference
  readonly step: WhyStep
}) {
  const place = viewOf(reference)
  if (isShown || (viewName(view) === viewName(place) && !hasPlaceOfItsOwn(reference))) return null
  return (
    <Button variant="default" size="compact-xs" onClick={() => showInView(reference, place)}>
      Show in {viewName(place)}
    </Button>
  )
}

/** Why a figure of the result is what it is: its rule, its arithmetic, and where its rate is from. */
export function WhyPanel({ opened, account }: Of) {
  const step = useWhy(({ now }) => now)
  if (step === null || step.reference.kind === 'compared') return null
  const { reference } = step
  const key = JSON.stringify(reference)
  // A step of the same is told apart by where it is shown.
  const inWords = (other: WhyStep): string =>
    other.reference === reference ? viewName(other.view) : referenceInWords(other.reference)
  return (
    <WhyAside step={step} inWords={inWords}>
      {isAnew(reference) ? (
        <Anew key={key} opened={opened} account={account} reference={reference} />
      ) : (
        <Recorded key={key} opened={opened} account={account} reference={reference} />
      )}
      <Place reference={reference} step={step} />
    </WhyAside>
  )
}
