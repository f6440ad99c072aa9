import { compactCredits, shortMoney, wholeCredits } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'
import { type Box, place, type Placeable, spread, textWidth } from './labels.ts'

export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly color: string
  /** Middle left of the text. */
  readonly left: number
  readonly middle: number
  readonly width: number
}

export interface Crossing {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly label: PlacedLabel | undefined
}

const SIZE = 12
/** A line shorter than this ends in a marker only: a name would point at next to nothing. */
const LEAST_STRETCH = 14
/** How far above or below its point a stop may be named. */
const NEAR = 50
const HEIGHT = 16

/** Names at the right edge, kept apart; what lies above the picture is listed from the top. */
export function edgeLabels(picture: CurvePicture): readonly (PlacedLabel & { readonly wanted: number })[] {
  const { plot, ends, names, currency, colorOf } = picture
  const wanted = ends.flatMap((end) => {
    const name = names(end.plan)
    if (end.kind === 'right') {
      return [{ plan: end.plan, text: `${name} ${shortMoney(end.monthly, currency)}`, at: plot.y(end.cost) }]
    }
    if (end.kind === 'above') {
      return [{ plan: end.plan, text: `${name} ↑ ${shortMoney(end.monthly, currency)}`, at: plot.top - 8 }]
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
    width: textWidth(text, SIZE, 'bold'),
    wanted: at,
  }))
}

const boxAt = (left: number, middle: number, width: number): Box => ({
  left,
  top: middle - HEIGHT / 2,
  width,
  height: HEIGHT,
})

const HEIGHTS = [-14, 16, -28, 30, -42, 44, -58, -76, -96]
const SHIFTS = [8, 24, 48, 80, 110, 140]

/** Places around a point, the nearest first; `sides` says whether left of it is allowed. */
function around(x: number, y: number, width: number, sides: 'both' | 'right'): readonly Box[] {
  const places = SHIFTS.flatMap((shift) =>
    HEIGHTS.flatMap((height) => {
      const far = shift + 1.5 * Math.abs(height)
      const right = { far, box: boxAt(x + shift, y + height, width) }
      return sides === 'right' ? [right] : [{ far, box: boxAt(x - shift - width, y + height, width) }, right]
    }),
  )
  return places.toSorted((one, other) => one.far - other.far).map(({ box }) => box)
}

/** The ground the lines themselves take, so that words do not lie on them. */
function lineGround(picture: CurvePicture): readonly Box[] {
  const { plot, curves, top } = picture
  return curves.plans.flatMap(({ points }) =>
    points.flatMap((point, index) => {
      const next = points[index + 1]
      if (!next) return []
      const [x1, x2] = [plot.x(Number(point.usage)), plot.x(Number(next.usage))]
      const [y1, y2] = [plot.y(Number(point.monthly)), plot.y(Number(next.monthly))]
      if (Math.min(Number(point.monthly), Number(next.monthly)) > top) return []
      const pieces = Math.max(1, Math.ceil((x2 - x1) / 10))
      return Array.from({ length: pieces }, (_, piece) => {
        const from = y1 + ((y2 - y1) * piece) / pieces
        const to = y1 + ((y2 - y1) * (piece + 1)) / pieces
        return {
          left: x1 + ((x2 - x1) * piece) / pieces,
          top: Math.min(from, to) - 2,
          width: (x2 - x1) / pieces,
          height: Math.abs(to - from) + 4,
        }
      })
    }),
  )
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
            text: `${names(end.plan)} blocks past ${compactCredits(end.from)}`,
            short: `blocks past ${compactCredits(end.from)}`,
            x: plot.x(end.usage),
            y: plot.y(end.cost),
          },
        ]
      : [],
  )

  const regular = (text: string) => textWidth(text, SIZE)
  const wanted: Placeable[] = [
    ...meetings.map(({ id, x, y, text }) => ({ id, places: around(x, y, regular(text), 'both') })),
    ...leaving.map(({ id, x, y, text }) => ({
      id,
      places: around(x, y, textWidth(text, SIZE, 'bold'), 'both').filter((box) => box.top < plot.top + 60),
    })),
    ...blocking
      .filter(({ x }) => x > plot.left + LEAST_STRETCH)
      .map(({ id, x, y, text, short }) => ({
        id,
        // The line has the plan's colour: near it, the name can go before the label does.
        places: [regular(text), regular(short)].flatMap((width) =>
          around(x, y, width, 'right').filter((box) => Math.abs(box.top + HEIGHT / 2 - y) < NEAR),
        ),
      })),
  ]
  const frame: Box = { left: plot.left, top: 0, width: plot.width, height: plot.bottom }
  const drops = meetings.map(({ x, y }) => ({ left: x - 2, top: y, width: 4, height: plot.bottom - y }))
  const placed = place(wanted, frame, [...lineGround(picture), ...drops])

  const labelOf = (id: string, text: string, color: string): PlacedLabel | undefined => {
    const box = placed.get(id)
    return box
      ? { id, text, color, left: box.left, middle: box.top + HEIGHT / 2, width: box.width }
      : undefined
  }
  return {
    crossings: meetings.map(({ id, text, x, y }) => ({
      id,
      x,
      y,
      label: labelOf(id, text, 'var(--tw-ink)'),
    })),
    tops: leaving.flatMap(({ id, plan, text }) => labelOf(id, text, colorOf(plan)) ?? []),
    stops: blocking.map(({ id, plan, text, short, x, y }) => ({
      plan,
      x,
      y,
      color: colorOf(plan),
      label: labelOf(id, placed.get(id)?.width === regular(short) ? short : text, colorOf(plan)),
    })),
  }
}
