import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Explanation } from '#shared/explanation.ts'
import type { AnewReference, AnyReference, Reference } from '#shared/reference.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { creditsMoved } from '#renderer/finding/movement-in-words.ts'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { credits, day } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { sentence } from '#renderer/format/sentence.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import {
  endWhy,
  goBackInWhy,
  goForwardInWhy,
  isAnew,
  showInView,
  useWhy,
  type WhyStep,
} from '#renderer/state/why.ts'
import type { Answered } from './Part.tsx'
import { DecidingInputs } from './DecidingInputs.tsx'
import { viewName } from './view-names.ts'
import { hasPlaceOfItsOwn, viewOf } from './view-of-reference.ts'
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

interface Of {
  readonly opened: ResultSummary
  readonly account: string | null
}

const asItIs = (leadsTo: Reference): AnyReference => leadsTo

function Recorded({ opened, account, reference }: Of & { readonly reference: Reference }) {
  const told = useAnswer('results.explain', { id: opened.id, account, reference })
  return <Explained opened={opened} told={told} within={asItIs} />
}

/** What takes a run to tell. */
function Anew({ opened, account, reference }: Of & { readonly reference: AnewReference }) {
  const told = useAnswer('results.explainAnew', { id: opened.id, account, reference })
  const within = (leadsTo: Reference): AnyReference =>
    reference.kind === 'variant' || reference.kind === 'failure' || reference.kind === 'upgrade'
      ? { ...reference, of: leadsTo }
      : leadsTo
  return <Explained opened={opened} told={told} within={within} />
}

function Explained({
  opened,
  told: { value, refused },
  within,
}: {
  readonly opened: ResultSummary
  readonly told: Pick<Answered<Explanation>, 'value' | 'refused'>
  readonly within: (leadsTo: Reference) => AnyReference
}) {
  if (refused.length > 0) return <p role="status">{sentence(refused[0]?.message ?? '')}</p>
  if (value === undefined) return null
  return (
    <>
      <h2>{sentence(value.title)}</h2>
      <p className={styles.rule}>{sentence(value.rule)}</p>
      <WhySteps explanation={value} currency={opened.currency} within={within} />
      {value.usageRule === undefined ? null : <p className={styles.rule}>{sentence(value.usageRule)}</p>}
      <Movements explanation={value} />
      <Sources explanation={value} />
      {value.decidedBy === undefined ? null : <DecidingInputs fields={value.decidedBy} />}
    </>
  )
}

/** Why a figure of the result is what it is: its rule, its arithmetic, and where its rate is from. */
export function WhyPanel({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const step = useWhy(({ now }) => now)
  const before = useWhy(({ back }) => back.at(-1))
  const after = useWhy(({ forward }) => forward[0])
  return step === null ? null : (
    <Asked opened={opened} account={account} step={step} before={before} after={after} />
  )
}

/** Leads to where what is explained is shown, unless that is seen already; back returns to the view before. */
function Place({ step: { reference, view, isShown = false } }: { readonly step: WhyStep }) {
  const place = viewOf(reference)
  if (isShown || (viewName(view) === viewName(place) && !hasPlaceOfItsOwn(reference))) return null
  return (
    <Button variant="default" size="compact-xs" onClick={() => showInView(reference, place)}>
      Show in {viewName(place)}
    </Button>
  )
}

/** What a key does in an explanation. */
function keyed({ key, altKey }: KeyboardEvent): (() => void) | undefined {
  if (key === 'Escape') return endWhy
  if (altKey && key === 'ArrowLeft') return goBackInWhy
  return altKey && key === 'ArrowRight' ? goForwardInWhy : undefined
}

/** A step as one goes back or forward to it: what it is about, or, of the same, where it is shown. */
const stepInWords = (step: WhyStep, from: WhyStep): string =>
  step.reference === from.reference ? viewName(step.view) : referenceInWords(step.reference)

function Asked({
  opened,
  account,
  step,
  before,
  after,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
  readonly step: WhyStep
  readonly before: WhyStep | undefined
  readonly after: WhyStep | undefined
}) {
  const key = JSON.stringify(step.reference)
  const panel = useRef<HTMLElement>(null)
  const [asker] = useState(() => document.activeElement)
  const [table] = useState(() => asker?.closest('[data-one-stop]'))
  const heir = useCallback(() => {
    if (asker instanceof HTMLElement && asker.isConnected) return asker
    // Its row may be drawn anew, or be out of sight by now.
    return table?.parentElement?.querySelector<HTMLElement>('[data-one-stop] [tabindex="0"]') ?? theScreen()
  }, [asker, table])
  useHandBack(panel, heir)
  // What was pressed to come to another step may be gone: keys go on from the explanation, at its top.
  const arrive = useEffectEvent((_at: WhyStep) => {
    panel.current?.focus()
    panel.current?.scrollTo({ top: 0 })
  })
  useEffect(() => arrive(step), [step])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label="Why"
      onKeyDown={(event) => {
        const act = keyed(event)
        if (act === undefined) return
        event.preventDefault()
        event.stopPropagation()
        act()
      }}
    >
      <div className={styles.bar}>
        {before === undefined ? (
          <span className={styles.kicker}>Why?</span>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconArrowLeft size={14} />}
            onClick={goBackInWhy}
          >
            Back to {stepInWords(before, step)}
          </Button>
        )}
        {after === undefined ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={styles.forward ?? ''}
            aria-label={`Forward to ${stepInWords(after, step)}`}
            onClick={goForwardInWhy}
          >
            <IconArrowRight size={14} stroke={1.6} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={endWhy}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {isAnew(step.reference) ? (
        <Anew key={key} opened={opened} account={account} reference={step.reference} />
      ) : (
        <Recorded key={key} opened={opened} account={account} reference={step.reference} />
      )}
      <Place step={step} />
    </aside>
  )
}
