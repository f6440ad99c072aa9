import type { CellObject } from 'write-excel-file/node'
import { currencyDecimals } from '#shared/currency.ts'
import { cutText } from '#shared/cut-text.ts'

/** One cell; null leaves it empty. */
export type Cell = CellObject | null

/** Characters that a cell of a spreadsheet can hold. */
const MOST_IN_CELL = 32_767

/** A text is a text, whatever it begins with: a spreadsheet works out only what it is told is a formula. */
export const text = (value: string): Cell => ({
  value: cutText(value, MOST_IN_CELL, ({ length }) => length),
  type: String,
})

export const textOrNone = (value: string | null | undefined): Cell =>
  value === null || value === undefined ? null : text(value)

export const count = (value: number): Cell => ({ value, type: Number, format: '#,##0' })

/** The engine's decimals as the number a spreadsheet has for them: this is the one place where a figure becomes a double. */
const numberOf = (figure: string): number => Number(figure)

/** Credits, with their millionths only where they have any. */
export const credits = (figure: string | null): Cell =>
  figure === null
    ? null
    : { value: numberOf(figure), type: Number, format: figure.includes('.') ? '#,##0.000000' : '#,##0' }

/** Money in a currency: to its minor unit, or with every decimal where it has more. */
export function money(figure: string | undefined, currency: string): Cell {
  if (figure === undefined) return null
  const decimals = Math.max(currencyDecimals(currency), figure.split('.')[1]?.length ?? 0)
  return {
    value: numberOf(figure),
    type: Number,
    format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
  }
}

/** The first and last year whose days a spreadsheet counts alike everywhere. */
const YEARS = { first: 1901, last: 9999 }

function day(instant: string, format: string): Cell {
  const at = new Date(instant)
  const year = at.getUTCFullYear()
  return year >= YEARS.first && year <= YEARS.last ? { value: at, type: Date, format } : text(instant)
}

/** A day; one that a spreadsheet has no number for as its text. */
export const date = (value: string | null): Cell => (value === null ? null : day(value, 'yyyy-mm-dd'))

/** An instant, in UTC. */
export const instant = (value: string | null): Cell =>
  value === null ? null : day(value, 'yyyy-mm-dd hh:mm:ss')
