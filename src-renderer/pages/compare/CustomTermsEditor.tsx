import { Button, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { credits, editable, isDecimal } from '#renderer/format/figures.ts'
import { grouped } from '#renderer/format/regroup.ts'
import {
  expected,
  type FigureRule,
  MOST_COUNTABLE,
  type Reading,
  readDecimal,
  type Why,
} from '#renderer/fields/figure-rule.ts'
import { useFigureText } from '#renderer/fields/use-figure.ts'
import { clearQuote, quotesOf, setQuote, useInputs } from '#renderer/state/inputs.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useProblem } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './custom-terms.module.css'

/** Those a comparison of usage depends on: not seats, nor what leaving a year early gives back. */
type Term = Exclude<keyof CustomTerms, 'basicSeats' | 'freeMonths'>

const TERMS: readonly { readonly id: Term; readonly label: string }[] = [
  { id: 'monthly', label: 'Price a month' },
  { id: 'annual', label: 'Price a year' },
  { id: 'credits', label: 'Credits a month' },
  { id: 'overagePerThousand', label: 'Overage per 1,000' },
]

/** What the catalogue assumes, shown where nothing was typed. */
function assumed(plan: Plan, term: Term): string {
  switch (term) {
    case 'monthly':
      return plan.price.monthly.value
    case 'annual':
      return plan.price.annual?.value ?? ''
    case 'credits':
      return plan.credits.value
    case 'overagePerThousand': {
      const { pastQuota } = plan
      if (pastQuota.kind !== 'postpaid' || pastQuota.charge.value.model !== 'perUnit') return ''
      const { rate } = pastQuota.charge.value
      return rate.per === '1000' ? rate.amount : ''
    }
  }
}

const RULE: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 6 }

/** Without the currency's sign, which may stand behind a minus. */
const withoutCurrency = (text: string): string => text.trim().replace(/^([-−]?) ?[$€£] ?| ?[$€£]$/, '$1')

/**
 * What was typed as terms; an empty field goes back to what the catalogue assumes. What is no figure at all is taken as
 * it stands, to be refused with its place by whoever prices it; but not a slip such as `1.5` where the point groups
 * digits, which would pass there as 1.5.
 */
function readTerms(typed: string): Reading<string> {
  if (typed.trim() === '') return { kind: 'taken', figure: '' }
  const text = withoutCurrency(typed)
  const reading = readDecimal(text, RULE)
  const figureless = reading.kind === 'refused' && reading.why === 'unreadable' && !isDecimal(text)
  return figureless ? { kind: 'taken', figure: text } : reading
}

function inWords(why: Why): string {
  switch (why) {
    case 'tooSmall':
      return 'Zero or more.'
    case 'tooLarge':
      return `At most ${credits(RULE.max)}.`
    case 'decimals':
      return 'At most six decimals.'
    case 'unreadable':
      return expected(why, RULE)
  }
}

/** As a person would write it, with the decimals that were agreed; other text as it is. */
function written(figure: string): string {
  const text = editable(figure)
  return grouped(text) ?? text
}

function TermField({
  of,
  plan,
  term,
  label,
  unquoted,
}: {
  /** What was refused goes with its scenario, and with a reset. */
  readonly of: string
  readonly plan: Plan
  readonly term: Term
  readonly label: string
  /** Billed, but not put in. */
  readonly unquoted: boolean
}) {
  const quote = useInputs((inputs) => quotesOf(inputs)[plan.id]) ?? {}
  const problem = useProblem(`customTerms.${plan.id}.${term}`)
  const placeholder = assumed(plan, term)
  const inForce = quote[term] ?? ''
  const put = (figure: string) => {
    const { [term]: _replaced, ...others } = quote
    setQuote(plan.id, figure === '' ? others : { ...others, [term]: figure })
  }
  const { props, refused } = useFigureText({
    value: inForce,
    of,
    written: written(inForce),
    read: readTerms,
    onChange: put,
  })

  return (
    <TextInput
      {...props}
      label={label}
      placeholder={placeholder === '' ? '' : credits(placeholder)}
      classNames={{ root: styles.term ?? '' }}
      error={refused === null ? problem : inWords(refused)}
      description={unquoted ? 'Billed annually at the assumed price until you put one in.' : undefined}
      styles={{ label: { margin: 0 }, input: { textAlign: 'right' } }}
    />
  )
}

/** Opens the terms of a plan sold by contract, to be set to what was quoted. */
export function EditTermsButton({ plan }: { readonly plan: Plan }) {
  const opened = useView((view) => view.editing === plan.id)
  return (
    <Button
      id={BUTTON_ID}
      className="screen-only"
      variant="default"
      size="compact-xs"
      aria-expanded={opened}
      leftSection={<IconPencil size={13} />}
      onClick={() => setView({ editing: opened ? null : plan.id })}
    >
      Edit terms
    </Button>
  )
}

const BUTTON_ID = 'edit-terms'

function close(): void {
  setView({ editing: null })
  document.getElementById(BUTTON_ID)?.focus()
}

/** The terms as fields, among the plan's facts and beside what they change: nothing is covered by them. */
export function CustomTermsEditor({
  plan,
  currency,
  unquotedYear,
}: {
  readonly plan: Plan
  readonly currency: string
  /** A year is billed at the assumed price, though the price a month was put in. */
  readonly unquotedYear: boolean
}) {
  const opened = useView((view) => view.editing === plan.id)
  const scenario = useOpenScenario((open) => open.document?.id ?? '')
  const [resets, setResets] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const reset = () => {
    clearQuote(plan.id)
    setResets(resets + 1)
  }
  useEffect(() => {
    if (!opened) return
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [opened])
  if (!opened) return null
  return (
    <div
      ref={form}
      role="group"
      aria-label={`Edit the terms of ${plan.name}`}
      className={styles.editor}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <p>Put in what you were quoted, in {currency}. An empty field keeps what is assumed.</p>
      {TERMS.map(({ id, label }) => (
        <TermField
          key={id}
          of={`${scenario} ${String(resets)}`}
          plan={plan}
          term={id}
          label={label}
          unquoted={id === 'annual' && unquotedYear}
        />
      ))}
      <div className={styles.actions}>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={reset}>
          Reset to assumed
        </Button>
        <Button variant="default" size="compact-xs" onClick={close}>
          Done
        </Button>
      </div>
    </div>
  )
}
