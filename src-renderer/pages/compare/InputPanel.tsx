import { SegmentedControl, Switch } from '@mantine/core'
import type { Billing } from '#shared/scenario.ts'
import { Field } from '#renderer/fields/Field.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useProblem } from '#renderer/state/results.ts'
import { CatalogPicker } from './CatalogPicker.tsx'
import { PatternField } from './PatternField.tsx'
import styles from './inputs.module.css'

const USUAL_MONTHS = ['1', '3', '6', '12', '24', '36']
const BILLINGS: { value: Billing; label: string }[] = [
  { value: 'monthly', label: 'Monthly' },
  { value: 'annual', label: 'Annual' },
]

function MonthsField() {
  const months = useInputs((inputs) => inputs.months)
  return (
    <Field label="Time compared">
      <SegmentedControl
        aria-label="Months compared"
        data={USUAL_MONTHS}
        value={String(months)}
        onChange={(value) => setInputs({ months: Number(value) })}
      />
      <NumberField
        label="Months"
        value={months}
        onChange={(value) => setInputs({ months: value })}
        min={1}
        max={120}
        problem={useProblem('months')}
      />
    </Field>
  )
}

function BillingField() {
  const billing = useInputs((inputs) => inputs.billing)
  return (
    <Field label="Subscription billed">
      <SegmentedControl
        aria-label="Subscription billed"
        data={BILLINGS}
        value={billing}
        onChange={(value) => setInputs({ billing: value })}
      />
    </Field>
  )
}

/** Everything but the usage itself: what is bought, for how long, and how the usage moves. */
export function InputPanel() {
  const overage = useInputs((inputs) => inputs.overage)
  const offers = useInputs((inputs) => inputs.offers)
  return (
    <aside className={styles.panel} aria-label="What is compared">
      <CatalogPicker />
      <MonthsField />
      <BillingField />
      <Field label="Past the quota">
        <Switch
          label="Overage"
          description="Pay for credits beyond the plan, where it sells them; otherwise work is blocked."
          checked={overage}
          onChange={(event) => setInputs({ overage: event.currentTarget.checked })}
        />
        <Switch
          label="First-month offers"
          description="Apply what a new customer gets off the first bill."
          checked={offers}
          onChange={(event) => setInputs({ offers: event.currentTarget.checked })}
        />
      </Field>
      <PatternField />
    </aside>
  )
}
