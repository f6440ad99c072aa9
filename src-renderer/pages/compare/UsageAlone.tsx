import { usageAlone } from '#renderer/finding/beyond-compare.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { goTo } from '#renderer/state/route.ts'
import { want } from '#renderer/state/wanted.ts'
import { useHeldPlans, useKeptAccount } from './use-held-plans.ts'
import styles from './notices.module.css'

/** That the answer is of the usage alone, and which plans hold the account with all that it has; silent for most. */
export function UsageAlone() {
  const account = useKeptAccount()
  return account === null ? null : <Line account={account} />
}

function showEveryPlan(): void {
  goTo('account', useOpenScenario.getState().document?.id ?? null, 'variants')
  want('every plan')
}

function Line({ account }: { readonly account: WindowAccount }) {
  const plans = useResults((results) => results.plans)
  const said = usageAlone(account, useHeldPlans(account), planNames(plans))
  if (said === null) return null
  return (
    <p className={styles.alone} role="note">
      {said}{' '}
      <button type="button" className="screen-only" onClick={showEveryPlan}>
        Account → every plan
      </button>
    </p>
  )
}
