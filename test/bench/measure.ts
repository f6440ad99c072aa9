import { Bench } from 'tinybench'

/** The median time of one call in milliseconds, after a warm-up. */
export function medianMs(name: string, work: () => unknown): number {
  const bench = new Bench({ time: 700, warmupTime: 300, warmupIterations: 5 })
  const [task] = bench.add(name, work).runSync()
  const result = task?.result
  if (result?.state !== 'completed') throw new Error(`The benchmark "${name}" did not complete.`)
  return result.latency.p50
}
