import { refuse, type Result, succeed } from '#shared/problem.ts'

const WRITTEN = /^(?<whole>\d+(?:_\d+)*)(?:\.(?<part>\d+))?(?<suffix>[kKM]?)$/

const ZEROS: Readonly<Record<string, number>> = { '': 0, k: 3, K: 3, M: 6 }

/**
 * An amount of credits as people type it, as a decimal string: `400000`, `400_000`, `400k` (thousands) or `1.4M`
 * (millions), exactly. What is no number is refused with the path of its field.
 */
export function readQuantity(text: string | true | undefined, option: string, path: string): Result<string> {
  const { whole, part = '', suffix = '' } = WRITTEN.exec(String(text ?? ''))?.groups ?? {}
  if (whole === undefined) {
    const message = `Expected ${option} N, an amount of credits such as 400000, 400_000, 400k or 1.4M.`
    return refuse({ code: 'input.invalid', message, path })
  }
  const zeros = ZEROS[suffix] ?? 0
  const digits = whole.replaceAll('_', '') + part.slice(0, zeros).padEnd(zeros, '0')
  const fraction = part.slice(zeros).replace(/0+$/, '')
  const integer = digits.replace(/^0+(?=\d)/, '')
  return succeed(fraction === '' ? integer : `${integer}.${fraction}`)
}
