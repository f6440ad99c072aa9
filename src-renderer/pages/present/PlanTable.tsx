import type { CustomerPage, PlanForCustomer } from '#shared/customer-page.ts'
import { stopsInWords } from '#renderer/finding/customer-in-words.ts'
import { currencySign, day, exactAmount, plural } from '#renderer/format/figures.ts'
import { NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import styles from './present.module.css'

/** Rows that a page of paper has room for, beside all else on it. */
const MOST_ROWS = 12

/** Every plan for the whole account, the best first, with what it stops; those that cannot hold it say why. */
export function PlanTable({ page }: { readonly page: CustomerPage }) {
  const sign = currencySign(page.currency)
  const shown = page.plans.slice(0, MOST_ROWS)
  const left = page.plans.slice(MOST_ROWS)
  return (
    <section aria-label="Every plan for this account">
      <table className={styles.plans}>
        <caption>Every plan for the whole account, from its first day to its last</caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col" className={styles.number}>
              A month <span>{sign}</span>
            </th>
            <th scope="col" className={styles.number}>
              {plural(page.months, 'month')} <span>{sign}</span>
            </th>
            <th scope="col" className={styles.number}>
              Beyond the plan <span>{sign}</span>
            </th>
            <th scope="col">Work that stops</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <PlanRow key={row.plan} page={page} row={row} />
          ))}
        </tbody>
      </table>
      {left.length === 0 ? null : (
        <p className={styles.note}>{plural(left.length, 'more plan')} cost more or stop more.</p>
      )}
    </section>
  )
}

/** That a plan is advised, and from when it is moved to. */
function advisedFrom({ advice }: CustomerPage, plan: string): readonly string[] {
  if (advice?.move?.plan === plan) return [`advised from ${day(advice.move.on)}`]
  if (advice?.begin !== plan) return []
  return [advice.move === null ? 'advised' : 'advised until then']
}

function PlanRow({ page, row }: { readonly page: CustomerPage; readonly row: PlanForCustomer }) {
  const advised = advisedFrom(page, row.plan)
  const marks = [
    ...(row.plan === page.today.plan ? ['today'] : []),
    ...advised,
    ...(row.byQuote ? ['by quote'] : []),
    ...(row.kind === 'billed' && row.extraSeats > 0
      ? [`with ${plural(row.extraSeats, 'more Full seat')}`]
      : []),
  ]
  return (
    <tr data-advised={advised.length > 0}>
      <th scope="row">
        <span className={styles.name}>{row.name}</span>
        {marks.length === 0 ? null : <span className={styles.mark}> {marks.join(', ')}</span>}
      </th>
      {row.kind === 'billed' ? (
        <>
          <td className={styles.number}>{exactAmount(row.monthly)}</td>
          <td className={styles.number}>{exactAmount(row.cost)}</td>
          <td className={styles.number}>{exactAmount(row.beyond)}</td>
        </>
      ) : (
        <>
          <td className={styles.number}>{NO_FIGURE}</td>
          <td className={styles.number}>{NO_FIGURE}</td>
          <td className={styles.number}>{NO_FIGURE}</td>
        </>
      )}
      <td>{stopsInWords(row, page.levers.people)}</td>
    </tr>
  )
}
