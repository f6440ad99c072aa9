import { z } from 'zod'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const WHAT = 'start on the loopback host, 1,000 scenarios stored: to the first figures'
const UNIT = 'ms'
const TARGET = { below: 1500 }

const StartTime = z.object({ listening: z.number(), figures: z.number(), whole: z.number() })
const StartTimes = z.object({ app: StartTime, bare: StartTime })

/** From the start of the process to figures on the screen of a browser window that is open already and at rest. */
export function startRows(): readonly Row[] {
  const answer = askScript('start-time.ts', StartTimes)
  if (!answer.ok) return [skipped(WHAT, UNIT, TARGET, answer.why)]
  const { app, bare } = answer.value
  return [
    measured(WHAT, UNIT, app.figures, TARGET),
    measured('  a process that serves one bare page, in the same browser', UNIT, bare.figures),
    measured('  the one over the other', 'times', app.figures / bare.figures),
    measured('  until the host listens', UNIT, app.listening),
    measured('  until the bare one listens', UNIT, bare.listening),
    measured('  until the whole screen is drawn', UNIT, app.whole),
  ]
}
