import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { heldOnInWords, isHeld } from '#renderer/finding/plan-fit-in-words.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { putOnPlan } from '#renderer/state/account-edits/put-on-plan.ts'
import { useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useEveryPlan } from '#renderer/state/every-plan.ts'
import { useResults } from '#renderer/state/results.ts'

/** The plan that holds best an account which cannot be billed as it is, to be put on it; nothing where none does. */
export function HeldBy() {
  const account = useAccount()
  return account === null ? null : <Offer account={account} />
}

function Offer({ account }: { readonly account: WindowAccount }) {
  const catalog = useResults((results) => results.catalog)
  const { value, isOld } = useEveryPlan(account)
  const best = value?.plans.find(isHeld)
  if (best === undefined) return null
  const name = heldOnInWords(
    best,
    planNames(catalog?.plans.map(({ id, name: called }) => ({ plan: id, name: called })) ?? []),
  )
  return (
    <KeptButton
      size="compact-xs"
      variant="default"
      idle={isOld}
      title={`Move the account to ${name}`}
      onClick={() => putOnPlan(best.on, name)}
    >
      {name} holds it
    </KeptButton>
  )
}
