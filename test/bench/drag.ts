import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const WHAT = 'drag a slider in Chromium: edit to repaint'
const UNIT = 'ms'
const TARGET = { below: 50 }

const Latency = z.object({ p50: z.number(), p95: z.number() })

/** The time from an edit to the repainted charts, where there is a Chromium and a built renderer to measure in. */
export function dragRows(): readonly Row[] {
  const answer = askScript('drag-latency.ts', Latency.extend({ settled: Latency }))
  if (!answer.ok) return [skipped(WHAT, UNIT, TARGET, answer.why)]
  const { p50, p95, settled } = answer.value
  return [
    measured(`${WHAT}, p50`, UNIT, p50),
    measured(`${WHAT}, p95`, UNIT, p95, TARGET),
    measured('  until nothing changes any more, p95', UNIT, settled.p95),
  ]
}
