import type { Plan } from '#shared/catalog.ts'
import type { CustomTerms } from '#shared/scenario.ts'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import type { FigureRule } from '#renderer/fields/figure-rule.ts'
import { assumedTerm } from '#renderer/finding/assumed-terms.ts'
import { plural } from '#renderer/format/figures.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { setTerm } from '#renderer/state/inputs.ts'
import { Fold } from '../Fold.tsx'
import styles from '../inputs.module.css'

type Agreed = keyof CustomTerms
const COUNTED = ['freeMonths', 'basicSeats'] as const satisfies readonly Agreed[]
type Counted = (typeof COUNTED)[number]
type Priced = Exclude<Agreed, Counted>

const MOST_SEATS = 20_000
const MONTHS: FigureRule = { min: 0, max: 11, decimals: 0 }
const SEATS: FigureRule = { min: 0, max: MOST_SEATS, decimals: 0 }

const LABELS: Readonly<Record<Agreed, string>> = {
  monthly: 'Price a month',
  annual: 'Price a year',
  freeMonths: 'Months of the year’s price that are free',
  credits: 'Credits a month',
  overagePerThousand: 'Overage per 1,000 credits',
  basicSeats: 'Basic seats',
}

const PRICED: readonly Priced[] = ['monthly', 'annual', 'credits', 'overagePerThousand']

function PricedField({
  plan,
  term,
  terms,
}: {
  readonly plan: Plan
  readonly term: Priced
  readonly terms: CustomTerms
}) {
  const problem = useAccountProblem(`customTerms.${plan.id}.${term}`)
  return (
    <DecimalField
      label={LABELS[term]}
      value={terms[term] ?? null}
      none={assumedTerm(plan, term)}
      problem={problem}
      onChange={(text) => setTerm(plan.id, term, text ?? undefined)}
    />
  )
}

function CountedField({
  plan,
  term,
  terms,
  rule,
}: {
  readonly plan: Plan
  readonly term: Counted
  readonly terms: CustomTerms
  readonly rule: FigureRule
}) {
  const problem = useAccountProblem(`customTerms.${plan.id}.${term}`)
  const count = terms[term]
  return (
    <DecimalField
      label={LABELS[term]}
      value={count === undefined ? null : String(count)}
      none={assumedTerm(plan, term)}
      rule={rule}
      problem={problem}
      onChange={(text) => setTerm(plan.id, term, text === null ? undefined : Number(text))}
    />
  )
}

/** What was quoted for a plan that is sold by contract, in place of what the catalogue assumes. */
export function AgreedFields({ account, plan }: { readonly account: WindowAccount; readonly plan: Plan }) {
  const terms = account.customTerms[plan.id] ?? {}
  const agreed = Object.values(terms).filter((term) => term !== undefined).length
  return (
    <Fold
      title={`Agreed terms of ${plan.name}`}
      summary={agreed === 0 ? 'as assumed' : plural(agreed, 'term')}
    >
      <p className={styles.hint}>Put in what was quoted. An empty field keeps what the catalogue assumes.</p>
      {PRICED.map((term) => (
        <PricedField key={term} plan={plan} term={term} terms={terms} />
      ))}
      <CountedField plan={plan} term="freeMonths" terms={terms} rule={MONTHS} />
      <CountedField plan={plan} term="basicSeats" terms={terms} rule={SEATS} />
    </Fold>
  )
}
