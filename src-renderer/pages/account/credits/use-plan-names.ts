import { useMemo } from 'react'
import { type PlanNames, planNames } from '#renderer/finding/plan-names.ts'
import { useResults } from '#renderer/state/results.ts'

/** The names of the plans that an account can change to. */
export function usePlanNames(): PlanNames {
  const plans = useResults((results) => results.plans)
  return useMemo(() => planNames(plans), [plans])
}
