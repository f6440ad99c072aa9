import type { Waiting } from '../application.ts'
import { type LineOutput, progressLine } from '../progress-line.ts'
import { shownLate } from '../shown-late.ts'

const lineAt = (percent: number): string =>
  `Bringing your documents up to this version: ${percent} %. Ctrl+C calls it off.`

const STOPS = ['SIGINT', 'SIGTERM'] as const

export interface WaitingAtTerminal extends Waiting {
  /** To be called when there is nothing more to wait for: from then on signals are left to others. */
  readonly end: () => void
}

/**
 * Has the person at the terminal hear, after `patienceMs`, how far it is with documents of an older version, and call it
 * off with Ctrl+C. Whoever asks a second time ends the process at once, which leaves the documents as they were as well.
 */
export function waitAtTerminal(output: LineOutput, patienceMs?: number): WaitingAtTerminal {
  const line = progressLine(output, lineAt)
  const calledOff = new AbortController()
  const callOff = () => calledOff.abort()
  const shown = shownLate(line.show, patienceMs)
  let isListening = false
  return {
    signal: calledOff.signal,
    onMigrating: (progress) => {
      if (!isListening) for (const signal of STOPS) process.once(signal, callOff)
      isListening = true
      shown.tell(progress)
    },
    end: () => {
      shown.end()
      line.end()
      for (const signal of STOPS) process.off(signal, callOff)
    },
  }
}
