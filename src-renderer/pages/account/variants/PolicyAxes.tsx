import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Policies } from '#shared/policies.ts'
import { POLICY_KEYS, POLICY_WORDS } from '#renderer/finding/policy-in-words.ts'
import { plural } from '#renderer/format/figures.ts'
import { withAxis } from '#renderer/state/account-edits/variants.ts'
import { useResults } from '#renderer/state/results.ts'
import { Fold } from '../inputs/Fold.tsx'
import { AxisChoice } from './Axis.tsx'
import type { OfVariant } from './of-variant.ts'
import { change } from './variant-edits.ts'
import styles from './variants.module.css'

const isAnswer = <K extends keyof Policies>(key: K, text: string): text is Policies[K] =>
  Object.hasOwn(POLICY_WORDS[key].answers, text)

function Policy<K extends keyof Policies>({
  policy,
  at,
  variant,
  account,
}: OfVariant & { readonly policy: K }) {
  const catalog = useResults((results) => results.catalog)
  const { question, answers } = POLICY_WORDS[policy]
  const words: Readonly<Record<string, string>> = answers
  const inForce: string = account.policies[policy] ?? catalog?.policies[policy] ?? DEFAULT_POLICIES[policy]
  return (
    <AxisChoice
      label={question}
      value={variant.policies?.[policy]}
      own={words[inForce] ?? inForce}
      choices={Object.entries<string>(answers).map(([value, label]) => ({ value, label }))}
      onChange={(value) =>
        change(at, `policies ${policy}`, (before) => {
          const { [policy]: _before, ...others } = before.policies ?? {}
          const made = value !== null && isAnswer(policy, value) ? { ...others, [policy]: value } : others
          return withAxis(before, 'policies', Object.keys(made).length === 0 ? undefined : made)
        })
      }
    />
  )
}

/** Where vendors disagree: what a variant has otherwise than the account. */
export function PolicyAxes(of: OfVariant) {
  const own = Object.keys(of.variant.policies ?? {}).length
  return (
    <Fold
      title="Rules where vendors disagree"
      summary={own === 0 ? 'as the account has them' : `${plural(own, 'rule')} of its own`}
    >
      <div className={`${styles.axes ?? ''} ${styles.rules ?? ''}`}>
        {POLICY_KEYS.map((policy) => (
          <Policy key={policy} policy={policy} {...of} />
        ))}
      </div>
    </Fold>
  )
}
