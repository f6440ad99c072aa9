import type { ReactNode } from 'react'
import type { Catalog, Plan } from '#shared/catalog.ts'
import {
  pastQuotaInWords,
  rolloverInWords,
  seatsInWords,
  sourceKeys,
} from '#renderer/finding/terms-in-words.ts'
import { credits, day, money, plural } from '#renderer/format/figures.ts'
import { exactCreditsOf } from '#renderer/finding/counted.ts'
import { lacksAnnualQuote, QUOTED } from '#renderer/finding/quoted-plan.ts'
import { useInputs } from '#renderer/state/inputs.ts'
import { keepSame } from '#renderer/state/keep-same.ts'
import { type Results, useResults } from '#renderer/state/results.ts'
import { CustomTermsEditor, EditTermsButton } from './CustomTermsEditor.tsx'
import styles from './plan-facts.module.css'

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Price({ plan, currency }: { readonly plan: Plan; readonly currency: string }) {
  const monthly = `${money(plan.price.monthly.value, currency)} a month`
  const { annual, freeMonths } = plan.price
  if (!annual) return monthly
  const yearly = `${monthly}, ${money(annual.value, currency)} a year`
  return freeMonths === undefined || freeMonths.value === 0
    ? yearly
    : `${yearly}, ${plural(freeMonths.value, 'month')} of it free`
}

function Sources({ catalog, plan }: { readonly catalog: Catalog; readonly plan: Plan }) {
  const sources = sourceKeys(plan).flatMap((key) => {
    if (key === QUOTED) return [{ key, text: 'Terms that you put in' }]
    const source = catalog.sources[key]
    return source ? [{ key, text: `${source.title}, ${day(source.date)} (${source.basis})` }] : []
  })
  return (
    <details className={styles.sources}>
      <summary>{plural(sources.length, 'source')}</summary>
      <ul>
        {sources.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

/** What every figure on the sheet is taken from; on screen the catalogue's own field says it. */
function PrintedCatalog({ catalog }: { readonly catalog: Catalog }) {
  const chosen = useInputs((inputs) => inputs.catalog)
  const preset = useResults((results) => results.catalogs).find(({ id }) => id === chosen)
  return (
    <p className={styles.printed}>
      All figures are those of {catalog.name}, in {catalog.currency}, as of {day(catalog.date)}:{' '}
      {preset?.source ?? 'a catalogue that this scenario carries itself.'}
    </p>
  )
}

/** The focused plan as it was billed: the same object while only figures change. */
const focusTerms = keepSame(({ comparison }: Results) => comparison?.focus.terms)

/** The terms of the focused plan as they are billed, with their sources. */
export function PlanFacts() {
  const catalog = useResults((results) => results.catalog)
  const plan = useResults(focusTerms)
  const cost = (results: Results) => results.comparison?.plans.find((one) => one.plan === plan?.id)
  const alert = useResults((results) => cost(results)?.lowBalanceCredits)
  const quoted = useResults((results) => cost(results)?.agreed !== 'none')
  const paid = useResults((results) => cost(results)?.paid ?? 'monthly')
  const listed = catalog?.plans.find(({ id }) => id === plan?.id)
  if (!catalog || !plan || !listed) return null
  const unquotedYear = lacksAnnualQuote(plan, paid)
  return (
    <section className={styles.facts} aria-label={`Terms of ${plan.name}`}>
      <div className={styles.head}>
        <h2>{plan.name}</h2>
        {plan.custom ? <EditTermsButton plan={listed} /> : null}
      </div>
      {plan.custom ? (
        <p className={styles.assumed}>
          {quoted
            ? unquotedYear
              ? 'Sold by contract: with the terms you put in, but a year at the assumed price.'
              : 'Sold by contract: with the terms you put in.'
            : 'Sold by contract: assumed, edit to your quote.'}
        </p>
      ) : null}
      {plan.custom ? (
        <CustomTermsEditor plan={listed} currency={catalog.currency} unquotedYear={unquotedYear} />
      ) : null}
      <dl>
        <Fact term="Price">
          <Price plan={plan} currency={catalog.currency} />
        </Fact>
        <Fact term="Credits">{credits(plan.credits.value)} a month</Fact>
        <Fact term="Unused">{rolloverInWords(plan.rollover.value)}</Fact>
        <Fact term="Past the quota">{pastQuotaInWords(plan, catalog.currency)}</Fact>
        {alert === undefined ? null : <Fact term="Low balance">Alert below {exactCreditsOf(alert)}</Fact>}
        <Fact term="Seats">{seatsInWords(plan)}</Fact>
        {plan.offers.map((offer) => (
          <Fact key={offer.id} term="Offer">
            {offer.name}
          </Fact>
        ))}
        <Fact term="Sources">
          <Sources catalog={catalog} plan={plan} />
        </Fact>
      </dl>
      <PrintedCatalog catalog={catalog} />
    </section>
  )
}
