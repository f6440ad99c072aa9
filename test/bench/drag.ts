import { existsSync } from 'node:fs'
import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'

const WHAT = 'drag a slider in Chromium: edit to repaint'
const UNIT = 'ms'
const TARGET = { below: 50 }

const module = new URL('../e2e/drag-latency.ts', import.meta.url)
const DragLatency = z.object({ dragLatency: z.function({ input: [], output: z.promise(z.unknown()) }) })
const Answer = z.union([z.object({ p50: z.number(), p95: z.number() }), z.object({ skipped: z.string() })])

/** The time from an edit to the repainted charts, where there is a Chromium and a built renderer to measure in. */
export async function dragRows(): Promise<readonly Row[]> {
  if (!existsSync(module)) return [skipped(WHAT, UNIT, TARGET, 'test/e2e/drag-latency.ts is not there')]
  try {
    const { dragLatency } = DragLatency.parse(await import(module.href))
    const answer = Answer.parse(await dragLatency())
    if ('skipped' in answer) return [skipped(WHAT, UNIT, TARGET, answer.skipped)]
    return [measured(`${WHAT}, p50`, UNIT, answer.p50), measured(`${WHAT}, p95`, UNIT, answer.p95, TARGET)]
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return [skipped(WHAT, UNIT, TARGET, why)]
  }
}
