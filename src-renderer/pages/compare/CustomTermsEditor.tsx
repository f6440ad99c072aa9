import { Button, Popover, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { editable, plainDecimal } from '#renderer/format/figures.ts'
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
  const change = (text: string) => {
    const { [term]: _replaced, ...others } = quote
    const figure = plainDecimal(text)
    // An empty field goes back to what the catalogue assumes.
    setQuote(plan.id, figure === '' ? others : { ...others, [term]: figure })
  }
  return (
    <TextInput
      label={label}
      value={editable(quote[term] ?? '')}
      placeholder={editable(assumed(plan, term))}
      onChange={(event) => change(event.currentTarget.value)}
      error={problem}
      description={unquoted ? 'Billed annually at the assumed price until you put one in.' : undefined}
      inputMode="decimal"
      styles={{ input: { textAlign: 'right' } }}
    />
  )
}

/** Opens the terms of a plan sold by contract, to be set to what was quoted. */
export function CustomTermsButton({ plan, currency }: { readonly plan: Plan; readonly currency: string }) {
  const opened = useView((view) => view.editing === plan.id)
  return (
    <Popover
      opened={opened}
      onChange={(open) => setView({ editing: open ? plan.id : null })}
      width={280}
      position="top-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPencil size={13} />}
          onClick={() => setView({ editing: opened ? null : plan.id })}
        >
          Edit terms
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Terms of ${plan.name}`}>
        <div className={styles.editor}>
          <p>
            {plan.name} is sold by contract and these figures are assumed. Put in what you were quoted, in{' '}
            {currency}.
          </p>
          {TERMS.map(({ id, label }) => (
            <TermField key={id} plan={plan} term={id} label={label} />
          ))}
          <div className={styles.actions}>
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => clearQuote(plan.id)}>
              Reset to assumed
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => setView({ editing: null })}>
              Done
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
