import type { ResultSummary } from '#shared/open-result.ts'

type Shown = Pick<ResultSummary, 'planName' | 'totals'>

/** The account that is looked at, as far as a summary tells it of each: its plan and what it comes to. */
export function accountShown(opened: ResultSummary, account: string | null): Shown {
  const separate = opened.separateAccounts.find((one) => one.account === account)
  return separate === undefined ? opened : { planName: separate.plan, totals: separate.totals }
}
