import type { AnyReference, ComparedReference, MovedReference, UpgradeReference } from '#shared/reference.ts'
import { day } from '#renderer/format/figures.ts'
import { costKindInSentence } from './cost-kinds.ts'
import { accountWithUnit } from './ledger-in-words.ts'
import { isLedgerAccount } from './movement-in-words.ts'

const LOST = { expired: 'what expired', forfeited: 'what was forfeited' } as const
const SPANS = { period: 'period', calendarMonth: 'month' } as const

/** What was asked why of, as a step one can go back to. */
export function referenceInWords(reference: AnyReference | ComparedReference): string {
  switch (reference.kind) {
    case 'line':
      return `line ${String(reference.line)} of invoice ${reference.invoice}`
    case 'balance':
      return `the balance of period ${String(reference.period)}`
    case 'block':
      return `what was held back${reference.period === undefined ? '' : ` in period ${String(reference.period)}`}`
    case 'moved':
      return movedInWords(reference)
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
    case 'compared':
      return referenceInWords(reference.of)
    case 'failure':
      return `${referenceInWords(reference.of)} with overage ${reference.overage ? 'on' : 'off'}`
    case 'upgrade':
      return `${upgradeInWords(reference.of)} ${reference.move.on === null ? 'without moving up' : `moving up on ${day(reference.move.on)}`}`
    case 'stop':
      return reference.cause === null
        ? `the ceiling of ${reference.member} in period ${String(reference.period)}`
        : `what stopped ${reference.member} in period ${String(reference.period)}`
    case 'entry':
      return `ledger entry ${String(reference.entry)}`
  }
}

/** What entries of the ledger moved, as a step one can go back to. */
export function movedInWords({ unit, of }: MovedReference): string {
  if (of === undefined) return `all ${unit} moved`
  if (of.by === 'period') return `the ${unit} moved in period ${of.key}`
  return isLedgerAccount(of.key) ? accountWithUnit(of.key) : `the ${unit} moved by ${of.key}`
}

function upgradeInWords(of: UpgradeReference['of']): string {
  switch (of.kind) {
    case 'withinRun':
      return 'the cost'
    case 'regret':
      return 'the regret'
    default:
      return referenceInWords(of)
  }
}
