import type { Reference } from '#shared/explanation.ts'

/** What was asked why of, as a step one can go back to. */
export function referenceInWords(reference: Reference): string {
  switch (reference.kind) {
    case 'line':
      return `line ${String(reference.line)} of invoice ${reference.invoice}`
    case 'balance':
      return `the balance of period ${String(reference.period)}`
    case 'block':
      return `what period ${String(reference.period)} blocked`
    case 'alert':
      return `event ${String(reference.alert)}`
    case 'entry':
      return `ledger entry ${String(reference.entry)}`
  }
}
