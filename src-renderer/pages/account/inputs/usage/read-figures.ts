import { cutText } from '#shared/cut-text.ts'
import { MOST_COUNTABLE } from '#renderer/fields/figure-rule.ts'
import { type FigureRule, readDecimal } from '#renderer/fields/figure-rule.ts'
import { credits, plural } from '#renderer/format/figures.ts'

/** What was pasted: figures of months in their order, or why nothing of it is taken. */
export type ReadFigures =
  | { readonly kind: 'figures'; readonly figures: readonly string[]; readonly told: string }
  | { readonly kind: 'refused'; readonly told: string }

const RULE: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 6 }

const LONGEST_TOLD = 40

function figureOf(cell: string): string | null {
  const reading = readDecimal(cell, RULE)
  return reading.kind === 'taken' ? reading.figure : null
}

/** Of a column or a row, as spreadsheets copy them; figures with groups of digits stay whole. */
const cellsOf = (text: string): readonly string[] =>
  text
    .split(/[\t\r\n;]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')

/**
 * Reads figures for `room` months in the person's way of writing numbers, exactly. Something before them that is no figure
 * is their heading; anything else that is none is refused with all of them. Those beyond the last month are left out.
 */
export function readFigures(text: string, room: number): ReadFigures {
  const [first = '', ...others] = cellsOf(text)
  const cells = others.length > 0 && figureOf(first) === null ? others : [first, ...others]
  const figures: string[] = []
  for (const cell of cells) {
    const figure = figureOf(cell)
    if (figure === null)
      return {
        kind: 'refused',
        told: `“${cutText(cell, LONGEST_TOLD)}” is no figure of credits: nothing was pasted.`,
      }
    figures.push(figure)
  }
  const taken = figures.slice(0, room)
  const beyond = figures.slice(room).length
  const told = `${plural(taken.length, 'month')} pasted`
  return {
    kind: 'figures',
    figures: taken,
    told:
      beyond === 0
        ? `${told}.`
        : `${told}; ${credits(beyond)} more came after the last month and ${beyond === 1 ? 'was' : 'were'} left out.`,
  }
}
