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
import { lacksAnnualQuote, QUOTED, quotedPlan } from '#renderer/finding/quoted-plan.ts'
import { quotesOf, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
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
  const { annual } = plan.price
  return annual ? `${monthly}, ${money(annual.value, currency)} a year` : monthly
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

/** The terms of the focused plan as the catalogue has them, with their sources. */
export function PlanFacts() {
  const catalog = useResults((results) => results.catalog)
  const focus = useResults((results) => results.comparison?.focus.plan)
  const alert = useResults(
    (results) => results.comparison?.plans.find((plan) => plan.plan === focus)?.lowBalanceCredits,
  )
  const quotes = useInputs(quotesOf)
  const billing = useInputs((inputs) => inputs.billing)
  const listed = catalog?.plans.find(({ id }) => id === focus)
  if (!catalog || !listed) return null
  const quote = quotes[listed.id]
  const quoted = quote !== undefined && Object.keys(quote).length > 0
  const plan = quoted ? quotedPlan(listed, quote) : listed
  return (
    <section className={styles.facts} aria-label={`Terms of ${plan.name}`}>
      <div className={styles.head}>
        <h2>{plan.name}</h2>
        {plan.custom ? <EditTermsButton plan={listed} /> : null}
      </div>
      {plan.custom ? (
        <p className={styles.assumed}>
          {quoted
            ? lacksAnnualQuote(listed, quote, billing)
              ? 'Sold by contract: with the terms you put in, but a year at the assumed price.'
              : 'Sold by contract: with the terms you put in.'
            : 'Sold by contract: assumed, edit to your quote.'}
        </p>
      ) : null}
      {plan.custom ? <CustomTermsEditor plan={listed} currency={catalog.currency} /> : null}
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
