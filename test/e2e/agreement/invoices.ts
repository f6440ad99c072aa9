import { invoiceDetail, invoiceHeads } from '#main/engine/index.ts'
import type { Invoice, InvoiceLine, Working } from '#shared/invoice.ts'
import type { InvoiceDetail, InvoiceHead } from '#shared/open-result.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type PageTable, table } from './page-tables.ts'
import { type Looked, press, type ShownAccount } from './shown-account.ts'
import { count, credits, day, exact, inMoney, isNothing, money, plural, signOf } from './written.ts'

/** Of many invoices so many are opened. */
const MOST_OPENED = 6

const listOf = (heads: readonly InvoiceHead[], sign: string): PageTable =>
  table<InvoiceHead>(
    'Invoices',
    [
      ['Number', ({ number }) => number],
      ['Date', ({ date }) => day(date)],
      ['Due', ({ dueDate }) => day(dueDate)],
      ['Kind', ({ kind }) => (kind === 'invoice' ? 'Invoice' : 'Credit note')],
      ['Lines', ({ lines }) => count(lines)],
      [`Net ${sign}`, ({ net }) => money(net)],
      [`Tax ${sign}`, ({ tax }) => money(tax)],
      [`Total ${sign}`, ({ total }) => money(total)],
      [`Amount due ${sign}`, ({ amountDue }) => money(amountDue)],
    ],
    heads,
  )

const quantityOf = ({ quantity }: Working): string => (isNothing(quantity) ? '' : exact(quantity))

/** What is taken off, as it changes the sum. */
const turned = (figure: string): string => {
  if (isNothing(figure)) return exact(figure, 2)
  return exact(figure.startsWith('-') ? figure.slice(1) : `-${figure}`, 2)
}

function linesOf({ description, periodStart, periodEnd, ...line }: InvoiceLine): readonly string[][] {
  const time = periodStart === periodEnd ? day(periodStart) : `${day(periodStart)} to ${day(periodEnd)}`
  const [only, ...more] = line.working
  const isOne = only !== undefined && more.length === 0 && only.amount === line.amount
  const all = line.quantity === null ? '' : exact(line.quantity)
  const step = (one: Working) => [
    '',
    quantityOf(one),
    isNothing(one.quantity) ? one.rate : `× ${one.rate}`,
    `= ${exact(one.amount, 2)}`,
    '',
  ]
  return [
    [
      `${description}${time}`,
      isOne ? quantityOf(only) : all,
      isOne ? only.rate : '',
      exact(line.amount, 2),
      '',
    ],
    ...(isOne ? [] : line.working.map(step)),
    ...line.discounts.map(({ name, amount }) => [name, turned(amount), '']),
  ]
}

function sumsOf(invoice: Invoice, sign: string): PageTable {
  const { subtotal, discount, net, taxes, total, creditApplied, paidOut, amountDue } = invoice
  return {
    name: `Sums of the invoice in ${sign}`,
    heads: [],
    rows: [
      ['Subtotal', exact(subtotal, 2)],
      ...(isNothing(discount) ? [] : [['Discounts', turned(discount)]]),
      ...(taxes.length === 0 ? [] : [['Net', exact(net, 2)]]),
      ...taxes.map((tax) => [
        `${tax.name} ${exact(tax.percent)} % on ${inMoney(tax.base, invoice.currency)}${tax.inclusive ? ', contained in the lines' : ''}`,
        exact(tax.amount, 2),
      ]),
      ['Total', exact(total, 2)],
      ...(isNothing(creditApplied) ? [] : [['Credit of earlier notes', turned(creditApplied)]]),
      ...(isNothing(paidOut) ? [] : [['Paid out', exact(paidOut, 2)]]),
      ['Amount due', exact(amountDue, 2)],
    ],
  }
}

function sharesOf(
  { byWorkspace }: InvoiceDetail,
  { run: { result } }: ShownAccount,
  sign: string,
): readonly PageTable[] {
  if (byWorkspace === null) return []
  const nameOf = (workspace: string) =>
    result.workspaces.find(({ id }) => id === workspace)?.name ?? workspace
  const usedBy = (workspace: string) =>
    byWorkspace.usage.workspaces.find((used) => used.workspace === workspace)
  return [
    table<(typeof byWorkspace.workspaces)[number]>(
      'The invoice by workspace',
      [
        ['Workspace', ({ workspace }) => nameOf(workspace)],
        ['Used credits', ({ workspace }) => credits(usedBy(workspace)?.usage ?? null)],
        ['Overage credits', ({ workspace }) => credits(usedBy(workspace)?.overageCredits ?? null)],
        [`Of the total ${sign}`, ({ amount }) => money(amount)],
      ],
      byWorkspace.workspaces,
    ),
  ]
}

/** The list of invoices, and of each its lines with their working, its sums and what falls to each workspace. */
export async function invoicesAgree({ page, account }: Looked): Promise<void> {
  const { catalog, run } = account
  const { result } = run
  const section = page.getByRole('region', { name: 'Invoices', exact: true })
  const { total, rows } = invoiceHeads(result, { offset: 0, limit: 500 })
  const sign = signOf(catalog.currency)
  const title =
    total === 0
      ? `No invoice: nothing is charged for ${catalog.plans.find(({ id }) => id === result.plan)?.name ?? ''}`
      : `${plural(total, 'invoice')}: ${inMoney(result.totals.total, catalog.currency)} in all`
  await section.getByRole('heading', { name: title, exact: true }).waitFor()
  for (const { number } of [...rows.slice(0, MOST_OPENED), ...rows.slice(MOST_OPENED).slice(-1)]) {
    await press(section.getByRole('button', { name: number, exact: true }))
    const detail = valueOf(invoiceDetail(catalog, result, number))
    const { invoice } = detail
    await section
      .getByRole('article')
      .getByText(`${inMoney(invoice.amountDue, invoice.currency)} due ${day(invoice.dueDate)}`)
      .waitFor()
    await agree(section, [
      listOf(rows, sign),
      {
        name: 'Lines of the invoice',
        heads: ['For', 'Quantity credits or units', `Rate ${sign}`, `Amount ${sign}`, 'Why'],
        rows: invoice.lines.flatMap(linesOf),
      },
      sumsOf(invoice, sign),
      ...sharesOf(detail, account, sign),
    ])
  }
}
