import type { CostKind } from '#shared/cost-kind.ts'
import type { BlockCause } from '#shared/run-result.ts'
import { causeName } from '#renderer/finding/block-causes.ts'
import { costKindName } from '#renderer/finding/cost-kinds.ts'
import type { CreditFigure } from './cost-bars.ts'
import { paintOf, type SeriesFill } from './series-fills.tsx'
import type { PaintedSeries } from './stack-plot.ts'

/** How each kind of money is filled: what is of one matter has its ink, and a pattern of its own within it. */
export const COST_FILLS: Readonly<Record<CostKind, SeriesFill>> = {
  subscription: { ink: 'plan', pattern: 'solid' },
  offer: { ink: 'plan', pattern: 'dots' },
  seats: { ink: 'seat', pattern: 'solid' },
  proration: { ink: 'plan', pattern: 'bars' },
  refund: { ink: 'plan', pattern: 'back' },
  overage: { ink: 'overage', pattern: 'hatch' },
  prepaidUsage: { ink: 'prepaid', pattern: 'hatch' },
  pack: { ink: 'pack', pattern: 'dots' },
  topUp: { ink: 'prepaid', pattern: 'solid' },
  trueUp: { ink: 'other', pattern: 'bars' },
  cap: { ink: 'other', pattern: 'dots' },
  discount: { ink: 'other', pattern: 'back' },
  tax: { ink: 'other', pattern: 'solid' },
}

const CAUSE_FILLS: Readonly<Record<BlockCause, SeriesFill>> = {
  poolEmpty: { ink: 'blocked', pattern: 'back' },
  walletEmpty: { ink: 'blocked', pattern: 'solid' },
  notEnoughLeft: { ink: 'blocked', pattern: 'tint' },
  spendLimit: { ink: 'blocked', pattern: 'dots' },
  requestTooLarge: { ink: 'blocked', pattern: 'bars' },
  ceiling: { ink: 'overage', pattern: 'dots' },
  groupLimit: { ink: 'pack', pattern: 'back' },
  keyLimit: { ink: 'prepaid', pattern: 'back' },
  workspaceLimit: { ink: 'carried', pattern: 'back' },
  workspaceRemoved: { ink: 'carried', pattern: 'tint' },
  locked: { ink: 'other', pattern: 'hatch' },
  noSeat: { ink: 'seat', pattern: 'back' },
  noFeature: { ink: 'other', pattern: 'tint' },
}

/** What became of credits that nobody could use, with the causes of what was held back. */
export const CREDIT_FILLS: Readonly<Record<CreditFigure, SeriesFill>> = {
  ...CAUSE_FILLS,
  expired: { ink: 'lost', pattern: 'tint' },
  forfeited: { ink: 'lost', pattern: 'hatch' },
}

export const creditFigureName = (id: CreditFigure): string => {
  switch (id) {
    case 'expired':
      return 'Expired'
    case 'forfeited':
      return 'Forfeited'
    default:
      return causeName(id)
  }
}

export const costSeries = (kinds: readonly CostKind[]): readonly PaintedSeries<CostKind>[] =>
  kinds.map((id) => ({ id, label: costKindName(id), paint: paintOf(COST_FILLS[id]) }))

export const creditSeries = (ids: readonly CreditFigure[]): readonly PaintedSeries<CreditFigure>[] =>
  ids.map((id) => ({ id, label: creditFigureName(id), paint: paintOf(CREDIT_FILLS[id]) }))
