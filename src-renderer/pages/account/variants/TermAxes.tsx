import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { assumedTerm } from '#renderer/finding/assumed-terms.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { withAxis } from '#renderer/state/account-edits/variants.ts'
import { useResults } from '#renderer/state/results.ts'
import { AxisAmount, AxisChoice, AxisCountOrNone } from './Axis.tsx'
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

/** Until the catalogue is read. */
const DOLLARS = 'USD'

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
  const sign = currencySign(catalog?.currency ?? DOLLARS)
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
        <AxisAmount
          label="Overage limit per period"
          unit={sign}
          value={overage.spendLimit ?? null}
          none="no limit"
          of={at.name}
          onChange={(limit) =>
            setAxis(at, 'overage', limit === null ? { optIn: true } : { optIn: true, spendLimit: limit })
          }
        />
      ) : null}
      <AxisChoice
        label="First-month offers"
        value={variant.offers === undefined ? undefined : switched(variant.offers)}
        own={switched(account.offers)}
        choices={SWITCH}
        onChange={(value) => setAxis(at, 'offers', value === null ? undefined : value === 'on')}
      />
      {sold?.custom === true && named === undefined ? (
        <QuotedTerms at={at} variant={variant} account={account} plan={sold} sign={sign} />
      ) : null}
    </>
  )
}

interface Quoted {
  readonly label: string
  readonly isMoney: boolean
}

const PRICED = {
  monthly: { label: 'Price a month quoted', isMoney: true },
  annual: { label: 'Price a year quoted', isMoney: true },
  credits: { label: 'Credits a month quoted', isMoney: false },
  overagePerThousand: { label: 'Overage per 1,000 quoted', isMoney: true },
} as const satisfies Partial<Record<keyof CustomTerms, Quoted>>

const COUNTED = {
  freeMonths: { label: 'Free months of a year quoted', most: 11 },
  basicSeats: { label: 'Basic seats quoted', most: 20_000 },
} as const satisfies Partial<Record<keyof CustomTerms, { readonly label: string; readonly most: number }>>

const PRICED_TERMS = ['monthly', 'annual', 'credits', 'overagePerThousand'] as const
const COUNTED_TERMS = ['freeMonths', 'basicSeats'] as const

/** What a vendor quoted for a plan that is sold by contract; an empty field says what the catalogue assumes. */
function QuotedTerms({
  at,
  variant,
  account,
  plan,
  sign,
}: OfVariant & { readonly plan: Plan; readonly sign: string }) {
  const all = variant.customTerms ?? account.customTerms
  const terms = all[plan.id] ?? {}
  function set<K extends keyof CustomTerms>(term: K, value: CustomTerms[K] | null): void {
    change(at, `quoted ${term}`, (before) => {
      const known = before.customTerms ?? account.customTerms
      const { [term]: _before, ...others } = known[plan.id] ?? {}
      const made = value === null ? others : { ...others, [term]: value }
      return withAxis(before, 'customTerms', { ...known, [plan.id]: made })
    })
  }
  const none = (term: keyof CustomTerms): string => `as assumed: ${assumedTerm(plan, term)}`
  return (
    <div className={styles.quoted} data-quoted>
      {PRICED_TERMS.map((term) => (
        <AxisAmount
          key={term}
          label={PRICED[term].label}
          {...(PRICED[term].isMoney ? { unit: sign } : {})}
          value={terms[term] ?? null}
          none={none(term)}
          of={at.name}
          onChange={(value) => set(term, value)}
        />
      ))}
      {COUNTED_TERMS.map((term) => (
        <AxisCountOrNone
          key={term}
          label={COUNTED[term].label}
          value={terms[term] ?? null}
          none={none(term)}
          of={at.name}
          most={COUNTED[term].most}
          onChange={(value) => set(term, value)}
        />
      ))}
    </div>
  )
}
