import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import { useEveryPlanOfKept } from '#renderer/state/every-plan.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'

/** The open scenario's account as it is kept, which no step of a drag changes; null where none is open. */
export const useKeptAccount = (): WindowAccount | null =>
  useOpenScenario((open) => open.document?.content.scenario ?? null)

/** What every plan comes to for an account that is more than usage; null for any other, and while it is not known. */
export function useHeldPlans(account: WindowAccount): AccountOnPlans | null {
  const hasMore = account.members.length > 0 || account.workspaces.length > 0
  const { value } = useEveryPlanOfKept(account, hasMore)
  return hasMore ? (value ?? null) : null
}
