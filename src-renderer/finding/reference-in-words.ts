import type { AnyReference } from '#shared/reference.ts'
import { costKindInSentence } from './cost-kinds.ts'

const LOST = { expired: 'what expired', forfeited: 'what was forfeited' } as const
const SPANS = { period: 'period', calendarMonth: 'month' } as const

/** What was asked why of, as a step one can go back to. */
export function referenceInWords(reference: AnyReference): string {
  switch (reference.kind) {
    case 'line':
      return `line ${String(reference.line)} of invoice ${reference.invoice}`
    case 'balance':
      return `the balance of period ${String(reference.period)}`
    case 'block':
      return `what period ${String(reference.period)} blocked`
    case 'alert':
      return `event ${String(reference.alert)}`
    case 'invoice':
      return `invoice ${reference.invoice}`
    case 'total':
      return reference.of === undefined ? 'the total' : `the total of ${costKindInSentence(reference.of)}`
    case 'cost':
      return reference.of === undefined
        ? `the cost of ${SPANS[reference.by]} ${String(reference.span)}`
        : `${costKindInSentence(reference.of)} of ${SPANS[reference.by]} ${String(reference.span)}`
    case 'soFar':
      return `the cost until ${SPANS[reference.by]} ${String(reference.span)}`
    case 'share':
      return `the cost of ${reference.values.map((value) => value ?? 'what names none').join(', ')}`
    case 'lost':
      return `${LOST[reference.of]}${reference.period === undefined ? ' in all' : ` in period ${String(reference.period)}`}`
    case 'variant':
      return reference.of.kind === 'difference'
        ? `the difference of ${reference.variant.name}`
        : `${referenceInWords(reference.of)} with ${reference.variant.name}`
    case 'stop':
      return reference.cause === null
        ? `the ceiling of ${reference.member} in period ${String(reference.period)}`
        : `what stopped ${reference.member} in period ${String(reference.period)}`
    case 'entry':
      return `ledger entry ${String(reference.entry)}`
  }
}
