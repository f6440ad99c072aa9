import type { ResultSummary } from '#shared/open-result.ts'
import type { UsageRow } from '#shared/run-result.ts'
import type { BillingView, CreditsLeft } from '#shared/workspace-views.ts'
import { credits, currencySign, day, exactAmount } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { listed } from '#renderer/finding/counted.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import { causeInLine } from '#renderer/finding/block-causes.ts'

type Workspaces = BillingView['workspaces']
type Totals = BillingView['totals']
/** What is told of a period by its number and its first day. */
type Periods = readonly Pick<ResultSummary['periods'][number], 'index' | 'start'>[]

/** A period, what each workspace used in it, and what was left; null where who looks does not see that. */
export interface PeriodRow {
  readonly period: number
  readonly used: ReadonlyMap<string, string>
  readonly left: string | null
}

/** One row for each period of the run, whoever used something in it. */
export function periodRows(
  periods: Periods,
  totals: Totals,
  creditsLeft: readonly CreditsLeft[],
): readonly PeriodRow[] {
  const byPeriod = Map.groupBy(totals, ({ period }) => period)
  const left = new Map(creditsLeft.map(({ period, credits: figure }) => [period, figure]))
  return periods.map(({ index }) => ({
    period: index,
    used: new Map(byPeriod.get(index)?.map(({ workspace, usage }) => [workspace, usage])),
    left: left.get(index) ?? null,
  }))
}

export const periodColumns = (periods: Periods, workspaces: Workspaces): readonly Column<PeriodRow>[] => [
  {
    id: 'period',
    header: 'Period',
    text: ({ period }) => {
      const found = periods.find(({ index }) => index === period)
      return found === undefined ? String(period) : `${String(period)}, from ${day(found.start)}`
    },
  },
  ...workspaces.map(({ id, name }) =>
    creditColumn<PeriodRow>({ id, header: name, figure: ({ used }) => used.get(id) ?? '0' }),
  ),
  creditColumn({ id: 'left', header: 'Left in the pool', figure: ({ left }) => left }),
]

const text = (id: string, header: string, of: (row: UsageRow) => string | null): Column<UsageRow> => ({
  id,
  header,
  text: (row) => of(row) ?? NO_FIGURE,
})

export const USAGE_COLUMNS: readonly Column<UsageRow>[] = [
  { id: 'period', header: 'Period', text: ({ period }) => String(period) },
  text('member', 'Member', ({ member }) => member),
  text('apiKey', 'API key', ({ apiKey }) => apiKey),
  text('product', 'Product', ({ product }) => product),
  text('model', 'Model', ({ model }) => model),
  creditColumn({ id: 'pool', header: 'From the pool', figure: ({ poolCredits }) => poolCredits }),
  creditColumn({ id: 'overage', header: 'Overage', figure: ({ overageCredits }) => overageCredits }),
  {
    id: 'blocked',
    header: 'Blocked',
    about: LOST_ABOUTS.blocked,
    text: ({ blocked }) =>
      blocked.length === 0
        ? NO_FIGURE
        : listed(blocked.map(({ cause, credits: lost }) => `${credits(lost)}: ${causeInLine(cause)}`)),
  },
  { id: 'requests', header: 'Requests', numeric: true, text: ({ requests }) => credits(requests) },
]

type InvoiceShare = BillingView['byWorkspace'][number] & {
  readonly date: string
  readonly total: string
}

export const invoiceRows = ({
  invoices,
  byWorkspace,
}: {
  readonly invoices: readonly Pick<BillingView['invoices'][number], 'number' | 'date' | 'total'>[]
  readonly byWorkspace: BillingView['byWorkspace']
}): readonly InvoiceShare[] => {
  const shares = new Map(byWorkspace.map((share) => [share.invoice, share]))
  return invoices.flatMap(({ number, date, total }) => {
    const share = shares.get(number)
    return share === undefined ? [] : [{ ...share, date, total }]
  })
}

export const invoiceColumns = (workspaces: Workspaces, currency: string): readonly Column<InvoiceShare>[] => [
  { id: 'number', header: 'Invoice', text: ({ invoice }) => invoice },
  { id: 'date', header: 'Date', text: ({ date }) => day(date) },
  ...workspaces.map(({ id, name }) =>
    moneyColumn<InvoiceShare>(currencySign(currency), {
      id,
      header: name,
      figure: ({ workspaces: shares }) => shares.find(({ workspace }) => workspace === id)?.amount ?? null,
    }),
  ),
  {
    id: 'total',
    header: 'Total',
    unit: currencySign(currency),
    numeric: true,
    text: ({ total }) => exactAmount(total),
    figure: ({ total }) => total,
  },
]
