import type { LayerMarkKind } from '#shared/credit-layers.ts'
import { type FillInk, inkOf } from './series-fills.tsx'

type Shape = 'rise' | 'diamond' | 'carry' | 'cross' | 'back' | 'drop' | 'bar' | 'ring'

const GLYPHS: Readonly<Record<LayerMarkKind, readonly [shape: Shape, ink: FillInk]>> = {
  renewal: ['rise', 'plan'],
  planCredits: ['rise', 'plan'],
  seats: ['rise', 'seat'],
  pack: ['rise', 'pack'],
  gift: ['rise', 'gift'],
  trial: ['rise', 'gift'],
  topUp: ['rise', 'prepaid'],
  planChange: ['diamond', 'plan'],
  rollover: ['carry', 'carried'],
  expiry: ['cross', 'lost'],
  forfeit: ['cross', 'blocked'],
  repayment: ['back', 'overage'],
  ranOut: ['drop', 'blocked'],
  blocked: ['bar', 'blocked'],
  spendLimit: ['ring', 'overage'],
}

const PATHS: Readonly<Record<Shape, string>> = {
  rise: 'M0 -4L4 3.5H-4z',
  diamond: 'M0 -4.5L4.5 0L0 4.5L-4.5 0z',
  carry: 'M-4 -3.5L0 0L-4 3.5M0 -3.5L4 0L0 3.5',
  cross: 'M-3.2 -3.2L3.2 3.2M-3.2 3.2L3.2 -3.2',
  back: 'M4 0H-4M-1 -3L-4 0L-1 3',
  drop: 'M-4 -3.5H4L0 4z',
  bar: 'M-3.2 -3.2H3.2V3.2H-3.2z',
  ring: 'M-3.5 0A3.5 3.5 0 1 1 3.5 0A3.5 3.5 0 1 1 -3.5 0',
}

const FILLED: ReadonlySet<Shape> = new Set(['rise', 'diamond', 'drop', 'bar'])

/** The sign of a kind of mark, around the middle it is moved to; shapes tell kinds apart as well as inks. */
export function MarkGlyph({ kind }: { readonly kind: LayerMarkKind }) {
  const [shape, ink] = GLYPHS[kind]
  const color = inkOf(ink)
  return FILLED.has(shape) ? (
    <path d={PATHS[shape]} fill={color} />
  ) : (
    <path d={PATHS[shape]} fill="none" stroke={color} strokeWidth={1.6} />
  )
}
