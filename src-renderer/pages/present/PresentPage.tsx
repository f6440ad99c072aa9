import { useEffect } from 'react'
import type { Advice, CustomerPage } from '#shared/customer-page.ts'
import { adviceInWords, basisInWords, figuresOf, pricesInWords } from '#renderer/finding/customer-in-words.ts'
import { day } from '#renderer/format/figures.ts'
import { todayText } from '#renderer/format/moments.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { nameOfPage, startPresenting, usePresenting } from '#renderer/state/presenting.ts'
import { AdviceChart } from './AdviceChart.tsx'
import { CustomerName } from './CustomerName.tsx'
import { LeverPanel } from './LeverPanel.tsx'
import { PlanTable } from './PlanTable.tsx'
import { PresentBar } from './PresentBar.tsx'
import styles from './present.module.css'

/** What a customer sees on a call, and keeps as a page: nothing stands on it but what `CustomerPage` holds. */
export function PresentPage() {
  useEffect(startPresenting, [])
  const page = usePresenting((presenting) => presenting.page)
  const refused = usePresenting((presenting) => presenting.refused.length > 0)
  useTitle(page)
  return (
    <main tabIndex={-1} className={styles.present}>
      <PresentBar />
      {page === null ? <Waiting refused={refused} /> : <Sheet page={page} refused={refused} />}
    </main>
  )
}

/** The window is called by its customer for as long as it shows the page, and so is what the browser prints. */
function useTitle(page: CustomerPage | null): void {
  const customer = page?.customer
  useEffect(() => {
    if (customer === undefined) return undefined
    const before = document.title
    document.title = nameOfPage(customer)
    return () => {
      document.title = before
    }
  }, [customer])
}

const NOT_YET =
  'This account cannot be shown as it is. Go back to it: what is wrong with it is said beside the figures.'

function Waiting({ refused }: { readonly refused: boolean }) {
  const isOpen = useOpenScenario((open) => open.document !== null)
  const why = refused ? NOT_YET : 'Working out what to buy, and when…'
  return (
    <p className={styles.waiting} role="status">
      {isOpen ? why : 'No scenario is open. Go back and open one first.'}
    </p>
  )
}

function Sheet({ page, refused }: { readonly page: CustomerPage; readonly refused: boolean }) {
  const { headline, detail } = adviceInWords(page)
  return (
    <article className={styles.sheet} data-stale={refused}>
      <header className={styles.head}>
        <CustomerName page={page} />
        <p className={styles.date}>{day(todayText())}</p>
        {page.question === '' ? null : <p className={styles.question}>{page.question}</p>}
      </header>
      <section className={styles.answer} aria-live="polite">
        <h2 className={styles.headline}>{headline}</h2>
        <p className={styles.detail}>{refused ? NOT_TRIED : detail}</p>
      </section>
      {page.advice === null ? null : <Figures page={page} advice={page.advice} />}
      <div className={styles.middle}>
        {page.advice === null ? null : <AdviceChart page={page} advice={page.advice} />}
        <LeverPanel page={page} />
      </div>
      <PlanTable page={page} />
      <footer className={styles.foot}>
        <p>{basisInWords(page)}</p>
        <p>{pricesInWords(page)}</p>
      </footer>
    </article>
  )
}

const NOT_TRIED = 'That cannot be worked out. What stands here is of the figures before.'

const Figures = ({ page, advice }: { readonly page: CustomerPage; readonly advice: Advice }) => (
  <dl className={styles.figures}>
    {figuresOf(page, advice).map(({ label, value, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className={styles.value}>{value}</dd>
        <dd className={styles.note}>{note}</dd>
      </div>
    ))}
  </dl>
)
