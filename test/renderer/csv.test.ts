import { array, assert, property, record, string } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { setNumberFormat } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { toCsv } from '#renderer/tables/csv.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'
import { readCsv } from '../export/csv/read-csv.ts'

interface Row {
  readonly name: string
  readonly total: string
  readonly credits: string | null
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Plan', text: (row) => row.name },
  moneyColumn('$', { id: 'total', header: 'Total', figure: (row) => row.total }),
  creditColumn({ id: 'credits', header: 'Credits', figure: (row) => row.credits }),
]
const HEAD = '\ufeffPlan,Total ($),Credits (credits)\r\n'
const row = (name: string, total = '1188.00', credits: string | null = '0'): Row => ({ name, total, credits })

afterEach(() => setNumberFormat('comma'))

describe('a table as a CSV file', () => {
  it('has its mark, its units and every decimal of its figures, whatever way of writing them is chosen', () => {
    setNumberFormat('point')
    const rows = [row('Creator', '232309.12', '12630508.80519'), row('Pro', '-5.00', null)]
    expect(toCsv(columns, rows)).toBe(`${HEAD}Creator,232309.12,12630508.80519\r\nPro,-5.00,–\r\n`)
  })

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('holds %j as text', (name) => {
    const [, [cell] = []] = readCsv(toCsv(columns, [row(name)]))
    expect(cell).toBe(`'${name}`)
  })

  it('guards a heading that is a name as well', () => {
    const named: readonly Column<Row>[] = [{ id: 'plan', header: '=cmd|calc', text: () => 'x' }]
    expect(toCsv(named, [])).toBe("\ufeff'=cmd|calc\r\n")
  })

  it.each([
    ['Creator, yearly', '"Creator, yearly"'],
    ['The "best"', '"The ""best"""'],
    ['Two\nlines', '"Two\nlines"'],
    ['Two\rlines', '"Two\rlines"'],
    ['a = b', 'a = b'],
  ])('writes %j as %j', (name, cell) => {
    expect(toCsv(columns, [row(name)])).toBe(`${HEAD}${cell},1188.00,0\r\n`)
  })

  it('is read back as it was but for the apostrophe, whatever its texts are', () => {
    const texts = record({ name: string({ unit: 'grapheme' }) })
    assert(
      property(array(texts), (names) => {
        const cells = readCsv(
          toCsv(
            columns,
            names.map(({ name }) => row(name)),
          ),
        )
        expect(cells.slice(1).map(([cell]) => cell)).toEqual(
          names.map(({ name }) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name)),
        )
      }),
    )
  })
})
