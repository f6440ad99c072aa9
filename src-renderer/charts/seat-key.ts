import type { KeySeries } from './key-series.ts'
import type { SeatPanelKind } from './seat-plot.ts'

interface PanelWords {
  readonly label: string
  readonly held: string
  /** What the hatched part above is; empty where there is none. */
  readonly lent: string
}

/** What the panels of the seats' chart show, in its key, its readout and its table. */
export const SEAT_WORDS: Readonly<Record<SeatPanelKind['id'], PanelWords>> = {
  full: { label: 'Full seats', held: 'Full members', lent: 'Basic members on Full slots' },
  basic: { label: 'Basic seats', held: 'Basic members', lent: 'On Full slots' },
  locked: { label: 'Locked', held: 'Locked members', lent: '' },
}

/** The fills of a panel; `hasLent`: whether anybody sits on a seat of the other kind. */
export function seatKey(id: SeatPanelKind['id'], hasLent: boolean): readonly KeySeries[] {
  const { held, lent } = SEAT_WORDS[id]
  const own: KeySeries = { id: 'held', label: held, fill: id === 'locked' ? 'lost' : 'tint' }
  return hasLent && lent !== '' ? [own, { id: 'lent', label: lent, fill: 'hatch' }] : [own]
}
