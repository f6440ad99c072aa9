import { Select } from '@mantine/core'
import { memo, useId } from 'react'
import { DEFAULT_POLICIES } from '#shared/default-policies.ts'
import type { Policies, SomePolicies } from '#shared/policies.ts'
import { POLICY_KEYS, POLICY_WORDS } from '#renderer/finding/policy-in-words.ts'
import { plural } from '#renderer/format/figures.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { Fold } from '../Fold.tsx'
import styles from '../inputs.module.css'

/** What the catalogue says stands for no setting of the scenario's own. */
const AS_CATALOGUE = ''

const isAnswer = <K extends keyof Policies>(key: K, text: string): text is Policies[K] =>
  Object.hasOwn(POLICY_WORDS[key].answers, text)

function setPolicy<K extends keyof Policies>(key: K, text: string): void {
  const { question } = POLICY_WORDS[key]
  editAccount(
    `Change “${question.toLowerCase()}”`,
    (account) => {
      const { [key]: _before, ...others } = account.policies
      const policies: SomePolicies = isAnswer(key, text) ? { ...others, [key]: text } : others
      return { ...account, policies }
    },
    `policies ${key}`,
  )
}

const Policy = memo(function Policy<K extends keyof Policies>({
  policy,
  own,
  catalogue,
}: {
  readonly policy: K
  readonly own: Policies[K] | undefined
  readonly catalogue: Policies[K]
}) {
  const id = useId()
  const { question, answers } = POLICY_WORDS[policy]
  const named = Object.entries<string>(answers)
  return (
    <div className={styles.stacked}>
      <label htmlFor={id}>{question}</label>
      <Select
        id={id}
        data={[
          { value: AS_CATALOGUE, label: `${answers[catalogue]} (catalogue)` },
          ...named.map(([value, label]) => ({ value, label })),
        ]}
        value={own ?? AS_CATALOGUE}
        allowDeselect={false}
        onChange={(value) => setPolicy(policy, value ?? AS_CATALOGUE)}
      />
    </div>
  )
})

/** Where vendors disagree: what the catalogue says, which the scenario may say otherwise. */
export function PolicyFields({
  account,
  catalogue,
}: {
  readonly account: WindowAccount
  readonly catalogue: SomePolicies
}) {
  const own = Object.keys(account.policies).length
  return (
    <Fold
      title="Rules where vendors disagree"
      summary={own === 0 ? 'as the catalogue has them' : `${plural(own, 'rule')} of its own`}
    >
      {POLICY_KEYS.map((policy) => (
        <Policy
          key={policy}
          policy={policy}
          own={account.policies[policy]}
          catalogue={catalogue[policy] ?? DEFAULT_POLICIES[policy]}
        />
      ))}
    </Fold>
  )
}
