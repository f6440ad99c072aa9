import type { InvoiceDetail, ResultSummary } from '#shared/open-result.ts'
import { invoiceName } from '#renderer/finding/invoice-in-words.ts'
import { currencySign, day, money } from '#renderer/format/figures.ts'
import { aboutOf } from '#renderer/state/about-scenario.ts'
import { useContent } from '#renderer/state/draft.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { PartExports } from '../PartExports.tsx'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { lineColumns } from './line-columns.ts'
import styles from './invoices.module.css'
import { InvoiceLines } from './InvoiceLines.tsx'
import { amountRoom, InvoiceTotals } from './InvoiceTotals.tsx'
import { WorkspaceShares } from './WorkspaceShares.tsx'

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Sources({ sources }: Pick<InvoiceDetail, 'sources'>) {
  if (sources.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>Where the rates are from</h3>
      <ul>
        {sources.map(({ key, title, address, date, basis }) => (
          <li key={`${key} ${title}`}>
            {address === undefined ? (
              title
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            , {basis}, {day(date)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The customer that the scenario is of, or else what it is called; empty where none is open. */
function useBilledTo(): string {
  const content = useContent()
  const name = useOpenScenario((open) => open.document?.name ?? '')
  const customer = content === null ? '' : aboutOf(content).customer
  return customer === '' ? name : customer
}

/** One invoice as its customer would get it, with its working. */
export function InvoiceSheet({
  detail,
  opened,
  account,
}: {
  readonly detail: InvoiceDetail
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const { invoice, byWorkspace, sources } = detail
  const sign = currencySign(invoice.currency)
  const decimals = amountRoom(invoice)
  const billedTo = useBilledTo()
  return (
    <article className={styles.sheet} aria-label={invoiceName(invoice)}>
      <header>
        <h3>{invoiceName(invoice)}</h3>
        <p>
          {money(invoice.amountDue, invoice.currency)} <span>due {day(invoice.dueDate)}</span>{' '}
          <WhyButton
            of={`the sums of ${invoiceName(invoice)}`}
            reference={{ kind: 'invoice', invoice: invoice.number }}
          />
        </p>
        <span className="screen-only">
          <PartExports
            part="invoice"
            of={{ opened, account }}
            tables={[
              tableOf(`Lines of ${invoiceName(invoice)}`, () => ({
                columns: lineColumns(sign),
                rows: invoice.lines,
              })),
            ]}
          />
        </span>
      </header>
      <dl className={styles.facts}>
        <Fact name="From">{opened.catalogName}</Fact>
        <Fact name="To">{billedTo === '' ? opened.scenario : billedTo}</Fact>
        <Fact name="Date">{day(invoice.date)}</Fact>
        <Fact name="Due">{day(invoice.dueDate)}</Fact>
      </dl>
      <InvoiceLines invoice={invoice} sign={sign} decimals={decimals} />
      <InvoiceTotals invoice={invoice} sign={sign} decimals={decimals} />
      {byWorkspace === null ? null : (
        <WorkspaceShares shared={byWorkspace} workspaces={opened.workspaces} sign={sign} />
      )}
      <Sources sources={sources} />
    </article>
  )
}
