import type { PlanCost } from '#shared/comparison.ts'
import type { Column } from './column.ts'

/** The columns' shares of the width in per cent; the names of the plans and the basis need no more than the rest. */
export const PLACE_SHARE = 2.4
export const PLAN_SHARE = 17.5
export const SHARES: Readonly<Record<string, number>> = {
  total: 10.1,
  monthly: 9.9,
  perThousand: 9.6,
  overage: 10.1,
  blocked: 10.5,
  expired: 10.5,
  forfeited: 10.5,
}

/** How many characters fit a column at ever smaller sizes of type. */
const SIZES = [
  { most: 9, figures: 'short' },
  { most: 11, figures: 'usual' },
  { most: 13, figures: 'long' },
] as const

/** The widths of a digit, and of what stands between digits, in ems of the typeface; a little more than they are. */
const DIGIT = 0.65
const SEPARATOR = 0.28
const emsOf = (text: string): number =>
  [...text].reduce((ems, sign) => ems + (/\d/.test(sign) ? DIGIT : SEPARATOR), 0)

/** What the largest figures of the slider need over two years: while no figure is longer, nothing moves. */
const LEAST_EMS = (emsOf('480,000,000') / 10.5) * 100

export interface FigureRoom {
  /** How large the figures are set: where one is too long for its column, all are smaller. */
  readonly size: string
  /** How wide the whole table must be for each column to hold its longest figure, in ems of that size. */
  readonly ems: number
}

/** Columns keep their shares, so that a figure stays where it is while it changes. */
export function figureRoom(plans: readonly PlanCost[], columns: readonly Column<PlanCost>[]): FigureRoom {
  const figures = columns
    .filter((column) => column.numeric)
    .flatMap((column) => plans.map((cost) => ({ text: column.text(cost), share: SHARES[column.id] ?? 9.6 })))
  const longest = Math.max(0, ...figures.map(({ text }) => text.length))
  const widths = figures.map(({ text, share }) => (emsOf(text) / share) * 100)
  return {
    size: SIZES.find(({ most }) => longest <= most)?.figures ?? 'longest',
    ems: Math.max(LEAST_EMS, ...widths),
  }
}
