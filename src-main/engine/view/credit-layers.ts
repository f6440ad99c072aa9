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
  const [firstText, lastText] = [instantText(first), instantText(last)]
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
    for (const cells of CELLS) if (isIn(cells, soFar, between[index])) seen.add(cells.layer)
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
    // Both ends are of the window: what ends with it is seen at its edge.
    marks: layerMarks(account, shortages).filter(({ at }) => at >= firstText && at <= lastText),
    runOuts: shortages.flatMap(({ period, runOuts: [ranOut] }) =>
      ranOut !== undefined && ranOut.within >= first && ranOut.within < last
        ? [{ period, at: instantText(ranOut.at) }]
        : [],
    ),
  })
}

const BLOCKED = BlockCause.options.map((cause) => ({ cause, cell: causeCell(cause) }))
const GRACE = otherCell('grace')
const OVERAGE = otherCell('overage')
const TOPPED_UP = otherCell('toppedUp')
const DRAWN = otherCell('drawn')
const EXPIRED_MONEY = otherCell('expiredMoney')

const valueIn = (figures: Figures, cell: number): number => figures[cell] ?? 0

const TAKEN = ['used', 'repaid', 'expired', 'forfeited', 'movedOut'] as const satisfies readonly Flow[]
const MOVES = ['granted', 'movedIn', ...TAKEN] as const satisfies readonly Flow[]

/** Where a day keeps the figures of each layer: a long series asks for them a million times. */
const CELLS = LAYERS.map((layer) => ({
  layer,
  granted: cellOf('granted', layer),
  movedIn: cellOf('movedIn', layer),
  used: cellOf('used', layer),
  taken: TAKEN.map((flow) => cellOf(flow, layer)),
  moves: MOVES.map((flow) => cellOf(flow, layer)),
  atStart: cellOf('atStart', layer),
}))
type Cells = (typeof CELLS)[number]

function onHandOf(figures: Figures, { granted, movedIn, taken }: Cells): Credits {
  let held = valueIn(figures, granted) + valueIn(figures, movedIn)
  for (const cell of taken) held -= valueIn(figures, cell)
  return held
}

const isMoved = ({ moves }: Cells, step: Figures): boolean => moves.some((cell) => valueIn(step, cell) > 0)

/** Whether a layer holds anything at a point, or anything happens to it in the step from there. */
const isIn = (cells: Cells, soFar: Figures, step: Figures | undefined): boolean =>
  onHandOf(soFar, cells) > 0 || (step !== undefined && isMoved(cells, step))

function pointOf(days: CreditDays, at: Instant, soFar: Figures, hasMoney: boolean): LayerPoint {
  const opening = at < days.end ? days.days[daysBefore(days, at)] : undefined
  const onHand = CELLS.map((cells) => onHandOf(soFar, cells))
  const held = layerCredits(onHand)
  const starting = opening === undefined ? [] : CELLS.map(({ atStart }) => valueIn(opening, atStart))
  const isStarting = starting.some((added) => added !== 0)
  return {
    at: instantText(at),
    onHand: held,
    withGrants: isStarting
      ? layerCredits(onHand.map((credits, place) => credits + (starting[place] ?? 0)))
      : held,
    prepaidMoney: hasMoney ? moneyText(moneyOf(soFar)) : null,
  }
}

const moneyOf = (figures: Figures): number =>
  valueIn(figures, TOPPED_UP) - valueIn(figures, DRAWN) - valueIn(figures, EXPIRED_MONEY)

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
  const blocked = BLOCKED.map(({ cause, cell }) => ({ cause, credits: valueIn(step, cell) })).filter(
    ({ credits }) => credits > 0,
  )
  return {
    from,
    to,
    layers: CELLS.filter((cells) => isMoved(cells, step)).map(({ layer, moves }) =>
      movementOf(
        layer,
        moves.map((cell) => valueIn(step, cell)),
      ),
    ),
    poolCredits: creditsText(CELLS.reduce((sum, { used }) => sum + valueIn(step, used), 0)),
    graceCredits: creditsText(valueIn(step, GRACE)),
    overageCredits: creditsText(valueIn(step, OVERAGE)),
    blockedCredits: creditsText(blocked.reduce((sum, { credits }) => sum + credits, 0)),
    blockedBecause: blocked.map(({ cause, credits }) => ({ cause, credits: creditsText(credits) })),
    prepaidMoney: hasMoney
      ? {
          toppedUp: moneyText(valueIn(step, TOPPED_UP)),
          drawn: moneyText(valueIn(step, DRAWN)),
          expired: moneyText(valueIn(step, EXPIRED_MONEY)),
        }
      : null,
  }
}

/** `amounts`: one for each of `MOVES`, in their order. */
function movementOf(layer: CreditLayer, amounts: readonly Credits[]): LayerMovement {
  const [granted = 0, movedIn = 0, used = 0, repaid = 0, expired = 0, forfeited = 0, movedOut = 0] = amounts
  return {
    layer,
    granted: creditsText(granted),
    movedIn: creditsText(movedIn),
    used: creditsText(used),
    repaid: creditsText(repaid),
    expired: creditsText(expired),
    forfeited: creditsText(forfeited),
    movedOut: creditsText(movedOut),
  }
}
