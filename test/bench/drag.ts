import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'

const WHAT = 'drag a slider in Chromium: edit to repaint'
const UNIT = 'ms'
const TARGET = { below: 50 }

const SCRIPT = fileURLToPath(new URL('../e2e/drag-latency.ts', import.meta.url))
const Latency = z.object({ p50: z.number(), p95: z.number() })
const Answer = Latency.extend({ settled: Latency })

/**
 * The time from an edit to the repainted charts, where there is a Chromium and a built renderer to measure in. It is
 * measured by a process of its own, so that nothing here weighs on it.
 */
export function dragRows(): readonly Row[] {
  if (!existsSync(SCRIPT)) return [skipped(WHAT, UNIT, TARGET, 'test/e2e/drag-latency.ts is not there')]
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' })
  if (status !== 0) return [skipped(WHAT, UNIT, TARGET, reasonIn(stderr))]
  const { p50, p95, settled } = Answer.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''))
  return [
    measured(`${WHAT}, p50`, UNIT, p50),
    measured(`${WHAT}, p95`, UNIT, p95, TARGET),
    measured('  until nothing changes any more, p95', UNIT, settled.p95),
  ]
}

/** The line in which Node names the error, of everything it prints when a script fails. */
const reasonIn = (stderr: string): string =>
  /^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.split('\n')[0] ?? 'it failed'
