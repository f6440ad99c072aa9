import type { LayerMark, LayerMarkKind } from '#shared/credit-layers.ts'
import type { TimeAxis } from './time-axis.ts'

/** Credits that come, credits that go, and where they fall short: each has a lane of its own. */
export const LANES = ['comes', 'goes', 'short'] as const
export type Lane = (typeof LANES)[number]

const LANE_OF: Readonly<Record<LayerMarkKind, Lane>> = {
  renewal: 'comes',
  planCredits: 'comes',
  seats: 'comes',
  pack: 'comes',
  gift: 'comes',
  trial: 'comes',
  topUp: 'comes',
  planChange: 'comes',
  rollover: 'goes',
  expiry: 'goes',
  forfeit: 'goes',
  repayment: 'goes',
  ranOut: 'short',
  blocked: 'short',
  spendLimit: 'short',
}

/** The kind that stands for several marks at one place: what a person looks for comes first. */
const FIRST: readonly LayerMarkKind[] = [
  'planChange',
  'trial',
  'gift',
  'pack',
  'seats',
  'topUp',
  'planCredits',
  'renewal',
  'forfeit',
  'expiry',
  'repayment',
  'rollover',
  'ranOut',
  'spendLimit',
  'blocked',
]

export interface PlacedMarks {
  readonly x: number
  readonly lane: number
  readonly kind: LayerMarkKind
  readonly marks: readonly LayerMark[]
}

/** The kinds that are among some marks, lane by lane, in the order in which they are looked for. */
export function kindsIn(marks: readonly LayerMark[]): readonly LayerMarkKind[] {
  const there = new Set(marks.map(({ kind }) => kind))
  return LANES.flatMap((lane) => FIRST.filter((kind) => LANE_OF[kind] === lane && there.has(kind)))
}

/** So near to one another that they are one glyph. */
const NEAR = 9

function together(lane: number, marks: readonly LayerMark[], axis: TimeAxis): readonly PlacedMarks[] {
  const groups: LayerMark[][] = []
  let start = Number.NEGATIVE_INFINITY
  for (const mark of marks) {
    const x = axis.x(mark.at)
    const open = x - start < NEAR ? groups.at(-1) : undefined
    if (open === undefined) {
      groups.push([mark])
      start = x
    } else open.push(mark)
  }
  return groups.map((group) => ({
    x: axis.x(group[0]?.at ?? ''),
    lane,
    kind: FIRST.find((kind) => group.some((mark) => mark.kind === kind)) ?? 'renewal',
    marks: group,
  }))
}

/** The marks of a burn-down by lane, those that would lie on one another as one. */
export const placeMarks = (marks: readonly LayerMark[], axis: TimeAxis): readonly PlacedMarks[] =>
  LANES.flatMap((lane, index) =>
    together(
      index,
      marks.filter(({ kind }) => LANE_OF[kind] === lane),
      axis,
    ),
  )
