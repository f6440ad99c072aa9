import { Button, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { credits, editable, isDecimal } from '#renderer/format/figures.ts'
import { completions, parseNumber } from '#renderer/format/parse-number.ts'
import { useDraft } from '#renderer/fields/use-draft.ts'
import { lacksAnnualQuote } from '#renderer/finding/quoted-plan.ts'
import { clearQuote, quotesOf, setQuote, useInputs } from '#renderer/state/inputs.ts'
import { useProblem } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import styles from './custom-terms.module.css'

/** Those a comparison of usage depends on: seats are not among them. */
type Term = Exclude<keyof CustomTerms, 'basicSeats'>

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

type Terms =
  | { readonly kind: 'taken'; readonly figure: string }
  | { readonly kind: 'unfinished' | 'slip'; readonly text: string }

/**
 * What was typed as terms, without the currency's sign. What is no figure is taken as it stands, to be refused with its
 * place by whoever prices it; but not a slip such as `1.5` where the point groups digits, which would pass there as 1.5.
 */
function readTerms(typed: string): Terms {
  const text = typed.trim().replace(/^[$€£] ?| ?[$€£]$/, '')
  const figure = text === '' ? '' : parseNumber(text)
  if (figure !== undefined) return { kind: 'taken', figure }
  if (isDecimal(text)) return { kind: 'slip', text }
  return completions(text).length > 0 ? { kind: 'unfinished', text } : { kind: 'taken', figure: text }
}

function TermField({
  plan,
  term,
  label,
}: {
  readonly plan: Plan
  readonly term: Term
  readonly label: string
}) {
  const quote = useInputs((inputs) => quotesOf(inputs)[plan.id]) ?? {}
  const problem = useProblem(`customTerms.${plan.id}.${term}`)
  const billing = useInputs((inputs) => inputs.billing)
  const unquoted = term === 'annual' && lacksAnnualQuote(plan, quote, billing)
  const placeholder = assumed(plan, term)
  const inForce = quote[term] ?? ''
  const { typed, left, type, leave, drop } = useDraft(inForce)

  const put = (figure: string) => {
    const { [term]: _replaced, ...others } = quote
    // An empty field goes back to what the catalogue assumes.
    setQuote(plan.id, figure === '' ? others : { ...others, [term]: figure })
  }
  const change = (text: string) => {
    const terms = readTerms(text)
    type(text, terms.kind === 'taken' ? terms.figure : inForce)
    if (terms.kind === 'taken' && terms.figure !== inForce) put(terms.figure)
  }
  const finish = () => {
    const terms = readTerms(typed ?? '')
    if (terms.kind === 'slip') return leave()
    if (terms.kind === 'unfinished') put(terms.text)
    drop()
  }

  return (
    <TextInput
      label={label}
      value={typed ?? editable(inForce)}
      placeholder={placeholder === '' ? '' : credits(placeholder)}
      classNames={{ root: styles.term ?? '' }}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={finish}
      error={left ? `Expected a number such as ${credits('2.5')}.` : problem}
      description={unquoted ? 'Billed annually at the assumed price until you put one in.' : undefined}
      inputMode="decimal"
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
export function CustomTermsEditor({ plan, currency }: { readonly plan: Plan; readonly currency: string }) {
  const opened = useView((view) => view.editing === plan.id)
  const form = useRef<HTMLDivElement>(null)
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
        <TermField key={id} plan={plan} term={id} label={label} />
      ))}
      <div className={styles.actions}>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => clearQuote(plan.id)}>
          Reset to assumed
        </Button>
        <Button variant="default" size="compact-xs" onClick={close}>
          Done
        </Button>
      </div>
    </div>
  )
}
