import { Reference } from '#shared/explanation.ts'
import { parse, refuse, type Result } from '#shared/problem.ts'

/** The kinds of reference that name a thing by its number alone, and what the number counts. */
const COUNTED: Readonly<Record<string, string>> = {
  balance: 'period',
  block: 'period',
  alert: 'alert',
  entry: 'entry',
}

/** What a person asks "why?" of, as they type it: `line:0001:2`, `balance:3`, `block:3`, `alert:1`, `entry:14`. */
export function readReference(text: string | undefined): Result<Reference> {
  const {
    kind = '',
    invoice,
    number = '',
  } = /^(?<kind>[a-z]+):(?:(?<invoice>.+):)?(?<number>\d+)$/.exec(text ?? '')?.groups ?? {}
  const counted = Object.hasOwn(COUNTED, kind) && invoice === undefined ? COUNTED[kind] : undefined
  const reference = parse(
    Reference,
    counted === undefined ? { kind, invoice, line: Number(number) } : { kind, [counted]: Number(number) },
  )
  if (reference.ok) return reference
  const message =
    'Expected what to explain as line:INVOICE:N, balance:PERIOD, block:PERIOD, alert:N or entry:N, counted from 1.'
  return refuse({ code: 'input.invalid', message, path: 'reference' })
}
