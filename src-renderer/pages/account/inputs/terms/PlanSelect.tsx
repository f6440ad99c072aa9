import { Select } from '@mantine/core'
import { useState } from 'react'
import { planInLine, planStanding } from '#renderer/finding/plan-in-line.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { changePlan } from '#renderer/state/account-edits/change-plan.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useEveryPlan } from '#renderer/state/every-plan.ts'
import { useResults } from '#renderer/state/results.ts'
import styles from './plan-select.module.css'

/** The plan the account is on; the list says of each what it costs and has, and whether it holds the account. */
export function PlanSelect({ account }: { readonly account: WindowAccount }) {
  const catalog = useResults((results) => results.catalog)
  const problem = useAccountProblem('plan')
  // Nobody waits for an answer about plans that are not looked at.
  const [isLooked, setLooked] = useState(false)
  const { value: every, isOld } = useEveryPlan(account, isLooked)
  const plans = catalog?.plans ?? []
  return (
    <Select
      aria-label="Plan"
      data={plans.map(({ id, name }) => ({ value: id, label: name }))}
      value={account.plan}
      allowDeselect={false}
      error={problem}
      onDropdownOpen={() => setLooked(true)}
      onDropdownClose={() => setLooked(false)}
      renderOption={({ option }) => {
        const plan = plans.find(({ id }) => id === option.value)
        return (
          <span className={styles.option}>
            <span>{option.label}</span>
            <small>{plan === undefined ? '' : planInLine(plan, catalog?.currency ?? 'USD')}</small>
            <small>{every === undefined || isOld ? '' : planStanding(every, option.value)}</small>
          </span>
        )
      }}
      onChange={(value) => {
        const name = plans.find(({ id }) => id === value)?.name
        if (value !== null) changePlan(value, name ?? value)
      }}
    />
  )
}
