import { useMemo } from 'react'
import { useAccountRun } from './account-run.ts'
import { useAnswerWhere } from './answers.ts'
import type { WindowAccount } from './draft.ts'
import { useOpenScenario } from './open-scenario.ts'

/*
 * The account on every plan. Each of them is billed where results are open, so that it is asked once the account as it is on
 * screen is billed or refused: no edit waits for it.
 */

function useQuestion(account: WindowAccount) {
  const document = useOpenScenario((open) => open.document?.id ?? null)
  return useMemo(() => ({ scenario: account, document }), [account, document])
}

/** What every plan comes to for the account on screen, asked where it is wanted. */
export function useEveryPlan(account: WindowAccount, isWanted = true) {
  const isSettled = useAccountRun((run) => !run.isAwaited)
  return useAnswerWhere(isWanted && isSettled, 'results.onEveryPlan', useQuestion(account))
}

/** What to buy, and when. */
export function useWhatToBuy(account: WindowAccount) {
  const isSettled = useAccountRun((run) => !run.isAwaited)
  return useAnswerWhere(isSettled, 'results.whatToBuy', useQuestion(account))
}

/** Of the account as it was kept last, wherever it is billed: where no account is billed with every change, as on Compare. */
export const useEveryPlanOfKept = (account: WindowAccount, isWanted: boolean) =>
  useAnswerWhere(isWanted, 'results.onEveryPlan', useQuestion(account))
