import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const WHAT = 'drag a slider in Chromium, terms just changed: edit to repaint'
const UNIT = 'ms'
const TARGET = { below: 50 }
const TIMES_THE_FLOOR = { below: 3 }

const Latency = z.object({ p50: z.number(), p95: z.number() })
const Drags = z.object({
  all: Latency,
  rangeChanges: Latency,
  paintsPerInput: z.number(),
  cpuMsPerInput: z.number(),
})
const Answer = z.object({ floor: Drags, fresh: Drags, known: Drags, settled: Latency })

/**
 * The time from an edit to the repainted charts, where there is a Chromium and a built renderer to measure in, beside
 * that of a bare page with the same slider and call in the same browser.
 */
export function dragRows(): readonly Row[] {
  const answer = askScript('drag/latency.ts', Answer)
  if (!answer.ok) return [skipped(WHAT, UNIT, TARGET, answer.why)]
  const { floor, fresh, known, settled } = answer.value
  return [
    measured(`${WHAT}, p50`, UNIT, fresh.all.p50),
    measured(`${WHAT}, p95`, UNIT, fresh.all.p95, TARGET),
    measured('  the same in a bare page, p50', UNIT, floor.all.p50),
    measured('  the same in a bare page, p95', UNIT, floor.all.p95),
    measured('  times the bare page, p95', 'x', fresh.all.p95 / floor.all.p95, TIMES_THE_FLOOR),
    measured('  where the range of the chart changes, p95', UNIT, fresh.rangeChanges.p95),
    measured('  over usages dragged over before, p50', UNIT, known.all.p50),
    measured('  over usages dragged over before, p95', UNIT, known.all.p95, TARGET),
    measured('  until nothing changes any more, p95', UNIT, settled.p95),
    measured('  paints for each input', '', fresh.paintsPerInput),
    measured('  processor time for each input', UNIT, fresh.cpuMsPerInput),
    measured('  the same in a bare page', UNIT, floor.cpuMsPerInput),
  ]
}
