import type {
  CreditLayer,
  CreditLayers,
  LayerCredits,
  LayerMovement,
  LayerPoint,
  LayerStep,
  LayerWindow,
} from '#shared/credit-layers.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { BlockCause, type BilledAccount } from '#shared/run-result.ts'
import { type Instant, instantText } from '../calendar/civil.ts'
import { type Credits, creditsText, moneyText } from '../exact/amount.ts'
import type { AccountDetail } from '../report/account-detail.ts'
import {
  addTo,
  causeCell,
  cellOf,
  type CreditDays,
  daysBefore,
  type Flow,
  LAYERS,
  otherCell,
  sumOfDays,
} from '../report/credit-days.ts'
import { gridOf } from './layer-grid.ts'
import { layerMarks } from './layer-marks.ts'

/** Figures of a stretch of days; of all days up to an instant, what is on hand follows from them. */
type Figures = Float64Array

/**
 * The burn-down of an account’s credits by layer, at the boundaries of a resolution, with what happened between them. Every
 * day is the engine’s own account of it, as its run wrote it down: what usage takes by a midnight is what the clock would have
 * taken, had it stopped there. `account` is a run’s result or one of its separate accounts, `detail` what the same run kept
 * of it. Refused: `layers.window`, where nothing of the run is in the window.
 */
export function creditLayers(
  account: BilledAccount,
  { credits, shortages }: AccountDetail,
  window: LayerWindow,
): Result<CreditLayers> {
  const grid = gridOf(credits, window)
  if (!grid.ok) return grid
  const instants = grid.value
  const [first = 0, last = 0] = [instants[0], instants.at(-1)]
  const hasMoney = account.wallet !== null
  const between = instants
    .slice(1)
    .map((to, index) =>
      sumOfDays(credits, daysBefore(credits, instants[index] ?? to), daysBefore(credits, to)),
    )
  const points: LayerPoint[] = []
  const seen = new Set<CreditLayer>()
  const soFar = sumOfDays(credits, 0, daysBefore(credits, first))
  for (const [index, at] of instants.entries()) {
    for (const layer of LAYERS) if (isIn(layer, soFar, between[index])) seen.add(layer)
    points.push(pointOf(credits, at, soFar, hasMoney))
    const step = between[index]
    if (step !== undefined) addTo(soFar, step)
  }
  return succeed({
    resolution: window.resolution,
    layers: LAYERS.filter((layer) => seen.has(layer)),
    points,
    steps: between.map((figures, index) =>
      stepOf(points[index]?.at ?? '', points[index + 1]?.at ?? '', figures, hasMoney),
    ),
    marks: layerMarks(account, shortages).filter(({ at }) => isWithin(at, first, last)),
    runOuts: shortages.flatMap(({ period, runOuts: [ranOut] }) =>
      ranOut !== undefined && ranOut.within >= first && ranOut.within < last
        ? [{ period, at: instantText(ranOut.at) }]
        : [],
    ),
  })
}

const valueIn = (figures: Figures, cell: number): number => figures[cell] ?? 0

const onHandOf = (figures: Figures, layer: CreditLayer): Credits =>
  valueIn(figures, cellOf('granted', layer)) +
  valueIn(figures, cellOf('movedIn', layer)) -
  TAKEN.reduce((sum, flow) => sum + valueIn(figures, cellOf(flow, layer)), 0)

const TAKEN = ['used', 'repaid', 'expired', 'forfeited', 'movedOut'] as const satisfies readonly Flow[]
const MOVES = ['granted', 'movedIn', ...TAKEN] as const satisfies readonly Flow[]

/** Whether a layer holds anything at a point, or anything happens to it in the step from there. */
const isIn = (layer: CreditLayer, soFar: Figures, step: Figures | undefined): boolean =>
  onHandOf(soFar, layer) > 0 || (step !== undefined && isMoved(layer, step))

const isMoved = (layer: CreditLayer, step: Figures): boolean =>
  MOVES.some((flow) => valueIn(step, cellOf(flow, layer)) > 0)

function pointOf(days: CreditDays, at: Instant, soFar: Figures, hasMoney: boolean): LayerPoint {
  const opening = at < days.end ? days.days[daysBefore(days, at)] : undefined
  const onHand = LAYERS.map((layer) => onHandOf(soFar, layer))
  const starting = LAYERS.map((layer, place) => {
    const added = opening === undefined ? 0 : valueIn(opening, cellOf('atStart', layer))
    return (onHand[place] ?? 0) + added
  })
  return {
    at: instantText(at),
    onHand: layerCredits(onHand),
    withGrants: layerCredits(starting),
    prepaidMoney: hasMoney ? moneyText(moneyOf(soFar)) : null,
  }
}

const moneyOf = (figures: Figures): number =>
  valueIn(figures, otherCell('toppedUp')) -
  valueIn(figures, otherCell('drawn')) -
  valueIn(figures, otherCell('expiredMoney'))

/** `amounts`: one for each layer, in their order. */
function layerCredits(amounts: readonly Credits[]): LayerCredits {
  const [fresh = 0, rolledOver = 0, seat = 0, pack = 0, prepaid = 0, gift = 0] = amounts
  return {
    fresh: creditsText(fresh),
    rolledOver: creditsText(rolledOver),
    seat: creditsText(seat),
    pack: creditsText(pack),
    prepaid: creditsText(prepaid),
    gift: creditsText(gift),
    total: creditsText(amounts.reduce((sum, amount) => sum + amount, 0)),
  }
}

function stepOf(from: string, to: string, step: Figures, hasMoney: boolean): LayerStep {
  const blocked = BlockCause.options
    .map((cause) => ({ cause, credits: valueIn(step, causeCell(cause)) }))
    .filter(({ credits }) => credits > 0)
  const pooled = LAYERS.reduce((sum, layer) => sum + valueIn(step, cellOf('used', layer)), 0)
  return {
    from,
    to,
    layers: LAYERS.filter((layer) => isMoved(layer, step)).map((layer) => movementOf(layer, step)),
    poolCredits: creditsText(pooled),
    graceCredits: creditsText(valueIn(step, otherCell('grace'))),
    overageCredits: creditsText(valueIn(step, otherCell('overage'))),
    blockedCredits: creditsText(blocked.reduce((sum, { credits }) => sum + credits, 0)),
    blockedBecause: blocked.map(({ cause, credits }) => ({ cause, credits: creditsText(credits) })),
    prepaidMoney: hasMoney
      ? {
          toppedUp: moneyText(valueIn(step, otherCell('toppedUp'))),
          drawn: moneyText(valueIn(step, otherCell('drawn'))),
          expired: moneyText(valueIn(step, otherCell('expiredMoney'))),
        }
      : null,
  }
}

function movementOf(layer: CreditLayer, step: Figures): LayerMovement {
  const text = (flow: Flow): string => creditsText(valueIn(step, cellOf(flow, layer)))
  return {
    layer,
    granted: text('granted'),
    movedIn: text('movedIn'),
    used: text('used'),
    repaid: text('repaid'),
    expired: text('expired'),
    forfeited: text('forfeited'),
    movedOut: text('movedOut'),
  }
}

/** Both ends are of the window: what ends it is seen at its edge. */
const isWithin = (at: string, first: Instant, last: Instant): boolean =>
  at >= instantText(first) && at <= instantText(last)
