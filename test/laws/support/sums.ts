/** The micros of a decimal string that may be negative. */
export function micros(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const amount = BigInt(whole + fraction.padEnd(6, '0'))
  return text.startsWith('-') ? -amount : amount
}

/** The exact sum of decimal strings, in micros. */
export const sumOf = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + micros(text), 0n)
