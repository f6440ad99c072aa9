import { refuse, type Result, succeed } from '#shared/problem.ts'
import { wholeNumber } from './whole-number.ts'

/** The parts of each kind of usage pattern in its short form, in the order they are typed after it. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  flat: [],
  growth: ['percent'],
  seasonal: ['amplitude', 'peakMonth'],
  spike: ['month', 'multiple'],
}

const MONTHS: readonly string[] = ['month', 'peakMonth']

/** The short forms, for the help. */
export const PATTERN_FORMS =
  'flat, growth:PERCENT (growth:-5 falls), seasonal:PERCENT:MONTH, spike:MONTH:TIMES or steps:MONTH:TIMES[:MONTH:TIMES…]'

/**
 * A usage pattern as people type it, `seasonal:40:11`, for its schema to read. A form there is not is refused; figures
 * are the schema's to judge.
 */
export function readPattern(text: string | true): Result<Readonly<Record<string, unknown>>> {
  const [kind = '', ...values] = String(text).split(':')
  if (kind === 'steps' && values.length > 0 && values.length % 2 === 0)
    return succeed({ kind, steps: stepsIn(values) })
  const parts = Object.hasOwn(FORMS, kind) ? FORMS[kind] : undefined
  if (parts === undefined || parts.length !== values.length) {
    const message = `Expected --pattern ${PATTERN_FORMS}.`
    return refuse({ code: 'input.invalid', message, path: 'pattern' })
  }
  const figures = parts.map((part, index) => {
    const value = values[index] ?? ''
    return [part, MONTHS.includes(part) ? wholeNumber(value) : value]
  })
  return succeed({ kind, ...Object.fromEntries(figures) })
}

/** Each step from two figures: the month and how many times the usage. */
const stepsIn = (values: readonly string[]): readonly unknown[] =>
  values.flatMap((month, index) =>
    index % 2 === 0 ? [{ month: wholeNumber(month), multiple: values[index + 1] }] : [],
  )
