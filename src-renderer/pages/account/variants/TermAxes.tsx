import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { planNames } from '#renderer/finding/plan-names.ts'
import { withAxis } from '#renderer/state/account-edits/variants.ts'
import { useResults } from '#renderer/state/results.ts'
import { AxisChoice } from './Axis.tsx'
import type { OfVariant } from './of-variant.ts'
import { change, setAxis } from './variant-edits.ts'
import styles from './variants.module.css'

const BILLINGS = [
  { value: 'monthly', label: 'monthly' },
  { value: 'annual', label: 'annually' },
] as const

const SWITCH = [
  { value: 'on', label: 'on' },
  { value: 'off', label: 'off' },
] as const

const switched = (on: boolean): string => (on ? 'on' : 'off')

/** The plan of a variant, how it is paid for, and what happens past its quota. */
export function TermAxes({ at, variant, account }: OfVariant) {
  const catalog = useResults((results) => results.catalog)
  const presets = useResults((results) => results.catalogs)
  const names = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  const ownCatalog = catalog?.name ?? ''
  const named = typeof variant.catalog === 'string' ? variant.catalog : undefined
  const preset = presets.find(({ id }) => id === named)
  const plans = preset?.plans ?? catalog?.plans.map(({ id }) => id) ?? []
  const sold = catalog?.plans.find(({ id }) => id === (variant.plan ?? account.plan))
  const { overage } = variant
  return (
    <>
      <AxisChoice
        label="Catalogue"
        value={typeof variant.catalog === 'object' ? variant.catalog.name : variant.catalog}
        own={ownCatalog}
        choices={presets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => setAxis(at, 'catalog', value ?? undefined)}
      />
      <AxisChoice
        label="Plan"
        value={variant.plan}
        own={names(account.plan)}
        choices={plans.map((id) => ({ value: id, label: names(id) }))}
        onChange={(value) => setAxis(at, 'plan', value ?? undefined)}
      />
      <AxisChoice
        label="Billed"
        value={variant.billing}
        own={account.billing === 'annual' ? 'annually' : 'monthly'}
        choices={BILLINGS}
        onChange={(value) =>
          setAxis(at, 'billing', BILLINGS.find((billing) => billing.value === value)?.value)
        }
      />
      <AxisChoice
        label="Overage"
        value={overage && switched(overage.optIn)}
        own={switched(account.overage.optIn)}
        choices={SWITCH}
        onChange={(value) => setAxis(at, 'overage', value === null ? undefined : { optIn: value === 'on' })}
      />
      {overage?.optIn === true ? (
        <label className={styles.axis}>
          <span>Overage limit per period</span>
          <CellAmount
            label="Overage limit per period"
            value={overage.spendLimit ?? null}
            none="no limit"
            of={at.name}
            onChange={(limit) =>
              setAxis(at, 'overage', limit === null ? { optIn: true } : { optIn: true, spendLimit: limit })
            }
          />
        </label>
      ) : null}
      <AxisChoice
        label="First-month offers"
        value={variant.offers === undefined ? undefined : switched(variant.offers)}
        own={switched(account.offers)}
        choices={SWITCH}
        onChange={(value) => setAxis(at, 'offers', value === null ? undefined : value === 'on')}
      />
      {sold?.custom === true && named === undefined ? (
        <QuotedTerms at={at} variant={variant} account={account} plan={sold} />
      ) : null}
    </>
  )
}

const QUOTED = {
  monthly: 'Price a month quoted',
  annual: 'Price a year quoted',
  credits: 'Credits a month quoted',
  overagePerThousand: 'Overage per 1,000 quoted',
} as const satisfies Partial<Record<keyof CustomTerms, string>>

const QUOTED_TERMS = ['monthly', 'annual', 'credits', 'overagePerThousand'] as const

/** What a vendor quoted for a plan that is sold by contract. */
function QuotedTerms({ at, variant, account, plan }: OfVariant & { readonly plan: Plan }) {
  const all = variant.customTerms ?? account.customTerms
  const terms = all[plan.id] ?? {}
  function set(term: (typeof QUOTED_TERMS)[number], value: string | null): void {
    change(at, `quoted ${term}`, (before) => {
      const known = before.customTerms ?? account.customTerms
      const { [term]: _before, ...others } = known[plan.id] ?? {}
      const made = value === null ? others : { ...others, [term]: value }
      return withAxis(before, 'customTerms', { ...known, [plan.id]: made })
    })
  }
  return QUOTED_TERMS.map((term) => (
    <label key={term} className={styles.axis}>
      <span>{QUOTED[term]}</span>
      <CellAmount
        label={QUOTED[term]}
        value={terms[term] ?? null}
        none="as the catalogue assumes"
        of={at.name}
        onChange={(value) => set(term, value)}
      />
    </label>
  ))
}
