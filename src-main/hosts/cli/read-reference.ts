import { Reference } from '#shared/reference.ts'
import { parse, refuse, type Result } from '#shared/problem.ts'

/** What is asked of a whole run, in all or of one kind of money. */
const TOTAL = /^total(?::(?<of>[a-zA-Z]+))?$/
const INVOICE = /^invoice:(?<invoice>.+)$/

/** The kinds of reference that name a thing by its number alone, and what the number counts. */
const COUNTED: Readonly<Record<string, string>> = {
  balance: 'period',
  block: 'period',
  alert: 'alert',
  entry: 'entry',
}

/** What a person asks "why?" of, as they type it: `total`, `total:overage`, `invoice:0001`, `line:0001:2`, `balance:3`, `block:3`, `alert:1`, `entry:14`. */
export function readReference(text: string | undefined): Result<Reference> {
  const {
    kind = '',
    invoice,
    number = '',
  } = /^(?<kind>[a-z]+):(?:(?<invoice>.+):)?(?<number>\d+)$/.exec(text ?? '')?.groups ?? {}
  const counted = Object.hasOwn(COUNTED, kind) && invoice === undefined ? COUNTED[kind] : undefined
  const total = TOTAL.exec(text ?? '')?.groups
  const whole = INVOICE.exec(text ?? '')?.groups
  const reference = parse(
    Reference,
    total
      ? { kind: 'total', ...(total['of'] !== undefined && { of: total['of'] }) }
      : whole
        ? { kind: 'invoice', invoice: whole['invoice'] }
        : counted === undefined
          ? { kind, invoice, line: Number(number) }
          : { kind, [counted]: Number(number) },
  )
  if (reference.ok) return reference
  const message =
    'Expected what to explain as total, invoice:INVOICE, line:INVOICE:N, balance:PERIOD, block:PERIOD, alert:N or entry:N, counted from 1.'
  return refuse({ code: 'input.invalid', message, path: 'reference' })
}
