import { multiplyDivideDown } from './multiply-divide.ts'

/**
 * Splits an amount by weights so that the parts always sum to the whole: each part is rounded down to `unit`,
 * and what is left is handed out one unit at a time to the largest remainders, earlier parts first on a tie.
 * The amount is a multiple of `unit`, zero or more; weights are whole numbers, zero or more, not all zero.
 */
export function allocate(amount: number, weights: readonly number[], unit = 1): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) throw new Error('allocate: the weights sum to nothing')
  const units = amount / unit
  const parts = weights.map((weight) => multiplyDivideDown(units, weight, total))
  const remainders = weights.map((weight, index) => ({
    index,
    remainder: BigInt(units) * BigInt(weight) - BigInt(parts[index] ?? 0) * BigInt(total),
  }))
  remainders.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const left = units - parts.reduce((sum, part) => sum + part, 0)
  const lucky = new Set(remainders.slice(0, left).map((entry) => entry.index))
  return parts.map((part, index) => (part + (lucky.has(index) ? 1 : 0)) * unit)
}
