import { SegmentedControl } from '@mantine/core'
import type { Billing } from '#shared/account.ts'
import { DateField } from '#renderer/fields/DateField.tsx'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import { Field } from '#renderer/fields/Field.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { Toggle } from '#renderer/fields/Toggle.tsx'
import { CatalogPicker } from '#renderer/pages/open-scenario/CatalogPicker.tsx'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { editAccount, useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { setInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { PlanSelect } from './PlanSelect.tsx'
import { AgreedFields } from './AgreedFields.tsx'
import { GrantFields } from './GrantFields.tsx'
import { InvoiceFields } from './InvoiceFields.tsx'
import { PolicyFields } from './PolicyFields.tsx'
import { PrepaidFields } from './PrepaidFields.tsx'
import { TrialFields } from './TrialFields.tsx'
import styles from '../inputs.module.css'

const BILLINGS: { value: Billing; label: string }[] = [
  { value: 'monthly', label: 'Monthly' },
  { value: 'annual', label: 'Annual' },
]

const MOST_SEATS = 20_000

function PlanFields({ account }: { readonly account: WindowAccount }) {
  const seats = useAccountProblem('extraSeats')
  return (
    <>
      <Field label="Plan">
        <PlanSelect account={account} />
        <SegmentedControl
          aria-label="Subscription billed"
          data={BILLINGS}
          value={account.billing}
          onChange={(value) => setInputs({ billing: value })}
        />
      </Field>
      <NumberField
        label="Full seats bought beyond the plan’s"
        value={account.extraSeats}
        min={0}
        max={MOST_SEATS}
        problem={seats}
        onChange={(extraSeats) =>
          editAccount('Change the seats bought', (now) => ({ ...now, extraSeats }), 'extraSeats')
        }
      />
    </>
  )
}

function TimeFields({ account }: { readonly account: WindowAccount }) {
  const start = useAccountProblem('start')
  const months = useAccountProblem('months')
  return (
    <>
      <DateField
        label="First day, and the day each period starts"
        value={account.start}
        problem={start}
        onChange={(date) => editAccount('Change the first day', (now) => ({ ...now, start: date }), 'start')}
      />
      <NumberField
        label="Months"
        value={account.months}
        min={1}
        max={120}
        problem={months}
        onChange={(value) => setInputs({ months: value })}
      />
    </>
  )
}

function OverageFields({ account }: { readonly account: WindowAccount }) {
  const { optIn, spendLimit } = account.overage
  const limit = useAccountProblem('overage.spendLimit')
  return (
    <>
      <Toggle
        label="Overage"
        hint="Pay for credits past the quota where the plan sells them. Off: work is blocked."
        checked={optIn}
        onChange={(on) => setInputs({ overage: on })}
      />
      {optIn ? (
        <DecimalField
          label="Overage limit per period"
          value={spendLimit ?? null}
          none="no limit"
          problem={limit}
          onChange={(text) =>
            editAccount(
              'Change the limit of overage',
              (now) => ({ ...now, overage: { ...now.overage, spendLimit: text ?? undefined } }),
              'spendLimit',
            )
          }
        />
      ) : null}
      <Toggle
        label="First-month offers"
        hint="What a new customer gets off the first bill."
        checked={account.offers}
        onChange={(on) => setInputs({ offers: on })}
      />
    </>
  )
}

/** Which plan, on what terms, for how long. */
export function TermsInputs() {
  const account = useAccount()
  const catalog = useResults((results) => results.catalog)
  if (account === null) return null
  const currency = catalog?.currency ?? 'USD'
  const plan = catalog?.plans.find(({ id }) => id === account.plan)
  return (
    <>
      <CatalogPicker />
      <PlanFields account={account} />
      <TimeFields account={account} />
      <OverageFields account={account} />
      <div className={styles.folds}>
        {plan?.custom === true ? <AgreedFields account={account} plan={plan} /> : null}
        <TrialFields account={account} />
        <GrantFields account={account} />
        <PrepaidFields account={account} currency={currency} />
        <InvoiceFields account={account} currency={currency} />
        <PolicyFields account={account} catalogue={catalog?.policies ?? {}} />
      </div>
    </>
  )
}
