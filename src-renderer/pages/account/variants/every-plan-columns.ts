import { causeInLine } from '#renderer/finding/block-causes.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import type { HeldOn } from '#renderer/finding/plan-fit-in-words.ts'
import { credits, day, isZero, plural } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'

/** The best day to move to a plan: null for never; of a plan of which nobody has asked there is none. */
export type MoveDays = ReadonlyMap<string, string | null>

const causesOf = ({ blocked }: HeldOn): string | undefined =>
  blocked.length === 0
    ? undefined
    : blocked.map(({ cause, credits: lost }) => `${causeInLine(cause)} ${credits(lost)}`).join(', ')

const moveIn = (days: MoveDays, plan: string): string => {
  const on = days.get(plan)
  if (on === undefined) return NO_FIGURE
  return on === null ? 'never' : day(on)
}

/** What the whole account comes to on a plan that holds it. */
export const everyPlanColumns = (
  sign: string,
  months: number,
  moves: MoveDays,
): readonly Column<HeldOn>[] => [
  moneyColumn(sign, { id: 'monthly', header: 'A month', figure: ({ monthly }) => monthly }),
  moneyColumn(sign, { id: 'cost', header: plural(months, 'month'), figure: ({ cost }) => cost }),
  moneyColumn(sign, {
    id: 'beyond',
    header: 'Beyond it',
    about:
      'Of what is billed, what is paid beyond the plan’s own credits: overage, and money put into a prepaid balance.',
    figure: ({ beyond }) => (isZero(beyond) ? null : beyond),
  }),
  {
    id: 'seats',
    header: 'To buy',
    about: 'Full seats that have to be bought so that everybody has a seat.',
    unit: 'Full seats',
    numeric: true,
    text: ({ seatsToBuy }) => (seatsToBuy === 0 ? NO_FIGURE : credits(seatsToBuy)),
  },
  creditColumn({
    id: 'blocked',
    header: 'Blocked',
    about: LOST_ABOUTS.blocked,
    figure: ({ blockedCredits }) => (isZero(blockedCredits) ? null : blockedCredits),
  }),
  {
    id: 'causes',
    header: 'By cause',
    text: (row) => causesOf(row) ?? NO_FIGURE,
    hint: causesOf,
  },
  {
    id: 'move',
    header: 'Move there',
    about: 'The best day to move up to it from the plan in force; see the best upgrade date.',
    text: ({ plan }) => moveIn(moves, plan),
  },
]
