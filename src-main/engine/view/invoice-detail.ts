import type { Catalog } from '#shared/catalog.ts'
import type { InvoiceDetail } from '#shared/open-result.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { lineSources, sourcesOf } from '../explain/sources.ts'
import type { AccountOfRun } from './account-of-run.ts'

/** A whole invoice by its number, with what its lines rest on. */
export function invoiceDetail(
  catalog: Catalog,
  account: Pick<AccountOfRun, 'scenario' | 'start' | 'invoices' | 'byWorkspace'>,
  number: string,
): Result<InvoiceDetail> {
  const invoice = account.invoices.find((candidate) => candidate.number === number)
  if (!invoice) {
    const message = `The result has no invoice "${number}".`
    return refuse({ code: 'result.no_invoice', message, path: 'number' })
  }
  const keys = new Set(invoice.lines.flatMap((line) => lineSources(catalog, line)))
  return succeed({
    invoice,
    byWorkspace: account.byWorkspace.find((shared) => shared.invoice === number) ?? null,
    sources: [...keys].flatMap((key) =>
      sourcesOf(catalog, account, [key]).map((source) => ({ key, ...source })),
    ),
  })
}
