import { Bench } from 'tinybench'

/** The median time of one call in milliseconds, after a warm-up. */
export function medianMs(name: string, work: () => unknown): number {
  const bench = new Bench({ time: 700, warmupTime: 300, warmupIterations: 5 })
  const [task] = bench.add(name, work).runSync()
  const result = task?.result
  if (result?.state !== 'completed') throw new Error(`The benchmark "${name}" did not complete.`)
  return result.latency.p50
}

/** The value below which `share` of the values lie; the largest for 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
