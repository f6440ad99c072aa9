import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const WHAT = 'start on the loopback host, 1,000 scenarios stored: to the first figures'
const UNIT = 'ms'
const TARGET = { below: 1500 }

/** From the start of the process to figures on the screen of a browser that is open already. */
export function startRows(): readonly Row[] {
  const answer = askScript('start-time.ts', z.object({ listening: z.number(), usable: z.number() }))
  if (!answer.ok) return [skipped(WHAT, UNIT, TARGET, answer.why)]
  return [
    measured(WHAT, UNIT, answer.value.usable, TARGET),
    measured('  until the host listens', UNIT, answer.value.listening),
  ]
}
