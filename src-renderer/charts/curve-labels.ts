import { handOvers, type Mark, otherCrossings, type Stop, stops, tops } from './curve-marks.ts'
import { type CurvePicture, EDGE_SIZE } from './curve-picture.ts'
import { type Box, Ground, place, type Placeable, Places, spread, textWidth } from './labels.ts'

export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly color: string
  /** Middle left of the text. */
  readonly left: number
  readonly middle: number
  readonly width: number
}

/** What a label inside the picture names: who takes over, a crossing that changes nothing, a line's end, a line. */
export type InnerKind = 'handOver' | 'crossing' | 'stop' | 'top'

/** A label inside the picture and the place it speaks of. */
export interface InnerLabel extends PlacedLabel {
  readonly kind: InnerKind
  readonly x: number
  readonly y: number
}

const SIZE = 12
const HEIGHT = 16
/** A line shorter than this ends in a marker only: a name would point at next to nothing. */
const LEAST_STRETCH = 14
/** How far above or below its point a stop is named in full, and by its name alone. */
const NEAR = { full: 110, short: 50 }
/** A crossing that changes nothing is named where there is room right beside it, or not at all. */
const BESIDE = { across: 24, along: 28 }
/** Where prices come in blocks the cheapest plan may change to and fro: more labels than this say nothing. */
const MOST_HAND_OVERS = 12

/** Names at the right edge, kept apart; what lies above the picture is listed from the top. */
export function edgeLabels(picture: CurvePicture): readonly (PlacedLabel & { readonly wanted: number })[] {
  const { plot, edges, colorOf } = picture
  // Dearer plans first among those above the picture, as if the axis went on.
  const ordered = edges
    .map(({ plan, text, cost }) => ({ plan, text, at: cost === null ? plot.top - 8 : plot.y(cost) }))
    .toReversed()
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
    width: textWidth(text, EDGE_SIZE, 'bold'),
    wanted: at,
  }))
}

const boxAt = (left: number, middle: number, width: number): Box => ({
  left,
  top: middle - HEIGHT / 2,
  width,
  height: HEIGHT,
})

const HEIGHTS = [-14, 16, -20, -28, 30, -36, -42, 44, -50, -58, -66, -76, -86, -96, -106]
const SHIFTS = [8, 24, 48, 80, 110, 140]

/** Steps away from a point, the nearest first. */
const STEPS = SHIFTS.flatMap((shift) =>
  HEIGHTS.map((height) => ({ shift, height, far: shift + 1.5 * Math.abs(height) })),
).toSorted((one, other) => one.far - other.far)

/** Places around a point, the nearest first; of two that are equally near the one on the `first` side. */
const around = ({ x, y }: Mark, width: number, first: 'left' | 'right'): readonly Box[] =>
  STEPS.flatMap(({ shift, height }) => {
    const left = boxAt(x - shift - width, y + height, width)
    const right = boxAt(x + shift, y + height, width)
    return first === 'left' ? [left, right] : [right, left]
  })

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

interface Wanted {
  readonly id: string
  readonly kind: InnerKind
  readonly mark: Mark
  readonly color: string
  /** What is said where the whole text has no room. */
  readonly short?: string
  readonly boxes: readonly Box[]
}

type Entry = Omit<Wanted, 'boxes'> & Placeable

/** What is marked in a picture, and where its labels may go: worked out once for each picture. */
export interface LabelRoom {
  readonly handOvers: readonly Mark[]
  readonly otherCrossings: readonly Mark[]
  readonly stops: readonly Stop[]
  /** By importance. */
  readonly entries: readonly Entry[]
}

const regular = (text: string): number => textWidth(text, SIZE)
const rise = (box: Box, { y }: Mark): number => Math.abs(box.top + HEIGHT / 2 - y)

function stopEntry({ plot, colorOf, names }: CurvePicture, stop: Stop): Wanted | undefined {
  if (stop.x <= plot.left + LEAST_STRETCH) return undefined
  // Colour alone does not say which plan it is: where the whole text has no room, the name stays.
  const short = names(stop.plan)
  const near = (text: string, most: number) =>
    around(stop, regular(text), 'right').filter((box) => rise(box, stop) < most)
  return {
    id: stop.id,
    kind: 'stop',
    mark: stop,
    color: colorOf(stop.plan),
    short,
    boxes: [...near(stop.text, NEAR.full), ...near(short, NEAR.short)],
  }
}

function handOverEntry(mark: Mark): Wanted {
  const boxes = around(mark, regular(mark.text), 'left')
  return { id: mark.id, kind: 'handOver', mark, color: 'var(--tw-ink)', boxes }
}

function crossingEntry(mark: Mark): Wanted {
  const width = regular(mark.text)
  const boxes = around(mark, width, 'left').filter((box) => {
    const across = Math.max(box.left - mark.x, mark.x - box.left - width)
    return across <= BESIDE.across && rise(box, mark) <= BESIDE.along
  })
  return { id: mark.id, kind: 'crossing', mark, color: 'var(--tw-ink-3)', boxes }
}

/**
 * What is marked in the picture, by importance: where the cheapest plan changes, which lines leave at the top, where
 * other plans block, and last where bills meet without changing which plan is the cheapest.
 */
export function labelRoom(picture: CurvePicture): LabelRoom {
  const { plot, colorOf } = picture
  const changes = handOvers(picture)
  const others = otherCrossings(picture)
  const ends = stops(picture)
  const stopEntries = (handsOver: boolean) =>
    ends.filter((stop) => stop.handsOver === handsOver).flatMap((stop) => stopEntry(picture, stop) ?? [])
  const wanted: readonly Wanted[] = [
    ...changes.slice(0, MOST_HAND_OVERS).map(handOverEntry),
    ...stopEntries(true),
    ...tops(picture).map((mark): Wanted => {
      const boxes = around(mark, textWidth(mark.text, SIZE, 'bold'), 'left')
      return {
        id: mark.id,
        kind: 'top',
        mark,
        color: colorOf(mark.plan),
        boxes: boxes.filter((box) => box.top < plot.top + 60),
      }
    }),
    ...stopEntries(false),
    ...others.map(crossingEntry),
  ]
  const frame: Box = { left: plot.left, top: 0, width: plot.width, height: plot.bottom }
  const drops = changes.map(({ x, y }) => ({ left: x - 2, top: y, width: 4, height: plot.bottom - y }))
  const dots = others.map(({ x, y }) => ({ left: x - 4, top: y - 4, width: 8, height: 8 }))
  const ground = new Ground([...lineGround(picture), ...drops, ...dots])
  return {
    handOvers: changes,
    otherCrossings: others,
    stops: ends,
    entries: wanted.map(({ boxes, ...entry }) => ({ ...entry, places: new Places(boxes, frame, ground) })),
  }
}

/** The labels inside the picture; `ground` is what they keep clear of for now, such as the usage marker. */
export function innerLabels({ entries }: LabelRoom, ground: readonly Box[]): readonly InnerLabel[] {
  const placed = place(entries, ground)
  return entries.flatMap(({ id, kind, mark, color, short }) => {
    const box = placed.get(id)
    if (!box) return []
    const isShort = short !== undefined && box.width === regular(short)
    return [
      {
        id,
        kind,
        text: isShort ? short : mark.text,
        color,
        left: box.left,
        middle: box.top + HEIGHT / 2,
        width: box.width,
        x: mark.x,
        y: mark.y,
      },
    ]
  })
}
