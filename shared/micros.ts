/**
 * Money and credits travel as decimal strings with at most six decimals ("94.00", "300000"), never as
 * binary floating point. The engine holds them as whole micros in safe integers, hence the bound.
 */
export const LARGEST_DECIMAL = '9007199254.740991'
/** The largest whole number of them. */
export const LARGEST_WHOLE = '9007199254'

/** The exact number of micros a well-formed decimal string stands for. */
export function microsOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** Whether one decimal string stands for at most as much as another: exact, however long they are. */
export const isAtMost = (one: string, other: string): boolean => microsOf(one) <= microsOf(other)

/** How one decimal string stands to `times` ÷ `per` of another: exact. */
export function againstTimes(one: string, times: number, other: string, per = 1): 'less' | 'same' | 'more' {
  const [left, right] = [BigInt(per) * microsOf(one), BigInt(times) * microsOf(other)]
  if (left === right) return 'same'
  return left < right ? 'less' : 'more'
}
