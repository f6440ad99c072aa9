import { SegmentedControl } from '@mantine/core'
import type { Billing } from '#shared/account.ts'
import { Field } from '#renderer/fields/Field.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { Toggle } from '#renderer/fields/Toggle.tsx'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useProblem, useResults } from '#renderer/state/results.ts'
import { BeyondCompare } from './BeyondCompare.tsx'
import { PatternField } from '#renderer/pages/open-scenario/pattern/PatternField.tsx'
import { UsagePreview } from '#renderer/pages/open-scenario/pattern/UsagePreview.tsx'
import { CatalogPicker } from '#renderer/pages/open-scenario/CatalogPicker.tsx'
import { ScenarioHead } from '#renderer/pages/open-scenario/ScenarioHead.tsx'
import { useIdleOffers } from './use-idle-offers.ts'
import { endWhy } from '#renderer/state/why.ts'
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

function ComparedPreview() {
  const months = useResults((results) => results.comparison?.usageByMonth)
  return <UsagePreview months={months} />
}

function ComparedPattern() {
  const refused = useResults((results) => results.refused.compare)
  return (
    <PatternField
      preview={<ComparedPreview />}
      problemAt={(field) => refused.find(({ path }) => path === `pattern.${field}`)?.message}
    />
  )
}

/** Everything but the usage itself: what is bought, for how long, and how the usage moves. */
export function InputPanel() {
  const overage = useInputs((inputs) => inputs.overage)
  const offers = useInputs((inputs) => inputs.offers)
  const idle = useIdleOffers()
  return (
    // Who comes here is done with the reasons that lie over it.
    <aside className={styles.panel} aria-label="What is compared" onFocus={endWhy}>
      <ScenarioHead />
      <CatalogPicker />
      <MonthsField />
      <BillingField />
      <Field label="Also applied">
        <Toggle
          label="Overage"
          hint="Pay for credits past the quota where the plan sells them. Off: work is blocked."
          checked={overage}
          onChange={(on) => setInputs({ overage: on })}
        />
        <Toggle
          label="First-month offers"
          hint={idle ?? 'What a new customer gets off the first bill.'}
          checked={offers}
          onChange={(on) => setInputs({ offers: on })}
        />
      </Field>
      <ComparedPattern />
      <BeyondCompare />
    </aside>
  )
}
