import { credits, exactAmount, wholeCredits } from '#renderer/format/figures.ts'
import type { Column } from './column.ts'

/** What stands where there is no figure. */
export const NO_FIGURE = '–'

interface Figures<R> {
  readonly id: string
  readonly header: string
  readonly about?: string
  readonly figure: (row: R) => string | null
}

/** Amounts of money, to the last digit: some currencies have more than cents. */
export const moneyColumn = <R>(unit: string, { figure, ...column }: Figures<R>): Column<R> => ({
  ...column,
  unit,
  numeric: true,
  figure,
  text: (row) => printed(figure(row), exactAmount),
})

/** Credits, whole on the screen and exact on hover and in a copy. */
export const creditColumn = <R>({ figure, ...column }: Figures<R>): Column<R> => ({
  ...column,
  unit: 'credits',
  numeric: true,
  figure,
  text: (row) => printed(figure(row), wholeCredits),
  hint: (row) => printed(figure(row), credits),
})

const printed = (figure: string | null, print: (figure: string) => string): string =>
  figure === null ? NO_FIGURE : print(figure)
