import { compactMoney, wholeCredits } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'
import { type Box, place, type Placeable, spread, textWidth } from './labels.ts'

export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly color: string
  /** Middle left of the text. */
  readonly left: number
  readonly middle: number
}

export interface Crossing {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly label: PlacedLabel | undefined
}

const SIZE = 12
const HEIGHT = 16

/** Names at the right edge, kept apart; what lies above the picture is listed from the top. */
export function edgeLabels(picture: CurvePicture): readonly (PlacedLabel & { readonly wanted: number })[] {
  const { plot, ends, names, currency, colorOf } = picture
  const wanted = ends.flatMap((end) => {
    const name = names(end.plan)
    if (end.kind === 'right') {
      return [
        { plan: end.plan, text: `${name} ${compactMoney(end.monthly, currency)}`, at: plot.y(end.cost) },
      ]
    }
    if (end.kind === 'above') {
      return [{ plan: end.plan, text: `${name} ↑ ${compactMoney(end.monthly, currency)}`, at: plot.top - 8 }]
    }
    return []
  })
  // Dearer plans first among those above the picture, as if the axis went on.
  const ordered = wanted.toReversed()
  const middles = spread(
    ordered.map(({ plan, at }) => ({ id: plan, at, size: HEIGHT })),
    0,
    plot.bottom + HEIGHT / 2,
  )
  return ordered.map(({ plan, text, at }) => ({
    id: plan,
    text,
    color: colorOf(plan),
    left: plot.right + 10,
    middle: middles.get(plan) ?? at,
    wanted: at,
  }))
}

const boxAt = (left: number, middle: number, width: number): Box => ({
  left,
  top: middle - HEIGHT / 2,
  width,
  height: HEIGHT,
})

/** Left and right of a point, above it and below it, the better places first. */
function around(x: number, y: number, text: string): readonly Box[] {
  const width = textWidth(text, SIZE)
  const beside = [x - width - 8, x + 8]
  const heights = [y - 14, y + 16, y - 30, y + 32, y - 46]
  return heights.flatMap((middle) => beside.map((left) => boxAt(left, middle, width)))
}

export interface InnerLabels {
  readonly crossings: readonly Crossing[]
  readonly tops: readonly PlacedLabel[]
  readonly stops: readonly {
    readonly plan: string
    readonly x: number
    readonly y: number
    readonly color: string
    readonly label: PlacedLabel | undefined
  }[]
}

/** The labels inside the picture, by importance: where bills meet, which lines leave at the top, where plans block. */
export function innerLabels(picture: CurvePicture): InnerLabels {
  const { plot, curves, ends, names, colorOf, top, upTo } = picture
  const meetings = curves.crossovers.flatMap((crossover) => {
    if (crossover.kind !== 'cost' || crossover.usage === null || crossover.monthly === null) return []
    if (Number(crossover.usage) > upTo || Number(crossover.monthly) > top) return []
    return [
      {
        id: `${crossover.from}>${crossover.to}`,
        text: `${names(crossover.from)} → ${names(crossover.to)} ${wholeCredits(crossover.usage)}`,
        x: plot.x(Number(crossover.usage)),
        y: plot.y(Number(crossover.monthly)),
      },
    ]
  })
  const leaving = ends.flatMap((end) =>
    end.kind === 'top'
      ? [
          {
            id: `top:${end.plan}`,
            plan: end.plan,
            text: names(end.plan),
            x: plot.x(end.usage),
            y: plot.top + 8,
          },
        ]
      : [],
  )
  const blocking = ends.flatMap((end) =>
    end.kind === 'blocks'
      ? [
          {
            id: `stop:${end.plan}`,
            plan: end.plan,
            text: `${names(end.plan)} blocks past ${wholeCredits(end.from)}`,
            x: plot.x(end.usage),
            y: plot.y(end.cost),
          },
        ]
      : [],
  )

  const leavingPlaces = (label: (typeof leaving)[number]): readonly Box[] => {
    const width = textWidth(label.text, SIZE, 'bold')
    return [boxAt(label.x - width - 10, label.y, width), boxAt(label.x + 8, label.y, width)]
  }
  const wanted: Placeable[] = [
    ...leaving.map((label) => ({ id: label.id, places: leavingPlaces(label) })),
    ...meetings.map((label) => ({ id: label.id, places: around(label.x, label.y, label.text) })),
    ...blocking.map((label) => ({
      id: label.id,
      places: around(label.x, label.y, label.text).filter((box) => box.left > label.x),
    })),
  ]
  const frame: Box = { left: plot.left, top: 0, width: plot.width, height: plot.bottom }
  const placed = place(wanted, frame)

  const labelOf = (id: string, text: string, color: string): PlacedLabel | undefined => {
    const box = placed.get(id)
    return box ? { id, text, color, left: box.left, middle: box.top + HEIGHT / 2 } : undefined
  }
  return {
    crossings: meetings.map(({ id, text, x, y }) => ({
      id,
      x,
      y,
      label: labelOf(id, text, 'var(--tw-ink)'),
    })),
    tops: leaving.flatMap(({ id, plan, text }) => labelOf(id, text, colorOf(plan)) ?? []),
    stops: blocking.map(({ id, plan, text, x, y }) => ({
      plan,
      x,
      y,
      color: colorOf(plan),
      label: labelOf(id, text, colorOf(plan)),
    })),
  }
}
