import type { CreditLayer } from '#shared/credit-layers.ts'
import { creditLayerName } from '#renderer/finding/credit-layers.ts'
import { paintOf, type SeriesFill } from './series-fills.tsx'
import type { UseFigure } from './layer-rows.ts'
import type { PaintedSeries } from './stack-plot.ts'

/** Each layer's fill, the same on every screen. */
export const LAYER_FILLS: Readonly<Record<CreditLayer, SeriesFill>> = {
  fresh: { ink: 'plan', pattern: 'solid' },
  rolledOver: { ink: 'carried', pattern: 'hatch' },
  seat: { ink: 'seat', pattern: 'solid' },
  pack: { ink: 'pack', pattern: 'dots' },
  prepaid: { ink: 'prepaid', pattern: 'solid' },
  gift: { ink: 'gift', pattern: 'back' },
}

export const USE_FILLS: Readonly<Record<UseFigure, SeriesFill>> = {
  pool: { ink: 'plan', pattern: 'tint' },
  grace: { ink: 'gift', pattern: 'tint' },
  overage: { ink: 'overage', pattern: 'hatch' },
  blocked: { ink: 'blocked', pattern: 'back' },
}

const USE_NAMES: Readonly<Record<UseFigure, string>> = {
  pool: 'Used from what is on hand',
  grace: 'Grace',
  overage: 'Overage',
  blocked: 'Blocked',
}

export const usedName = (id: UseFigure): string => USE_NAMES[id]

export const layerSeries = (layers: readonly CreditLayer[]): readonly PaintedSeries<CreditLayer>[] =>
  layers.map((id) => ({ id, label: creditLayerName(id), paint: paintOf(LAYER_FILLS[id]) }))

export const usedSeries = (ids: readonly UseFigure[]): readonly PaintedSeries<UseFigure>[] =>
  ids.map((id) => ({ id, label: USE_NAMES[id], paint: paintOf(USE_FILLS[id]) }))
