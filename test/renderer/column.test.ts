import { describe, expect, it } from 'vitest'
import { type Column, toTsv } from '#renderer/tables/column.ts'

interface Row {
  readonly name: string
  readonly credits: string
}

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Plan', text: (row) => row.name },
  {
    id: 'credits',
    header: 'Credits',
    unit: 'a month',
    numeric: true,
    text: () => '356,667',
    exact: (row) => row.credits,
  },
]

describe('a copied table', () => {
  it('has units in its header, exact figures, and no thousands separators', () => {
    expect(toTsv(columns, [{ name: 'Creator, yearly', credits: '356,666.67' }])).toBe(
      'Plan\tCredits (a month)\nCreator, yearly\t356666.67',
    )
  })

  it('keeps a cell in its cell', () => {
    expect(toTsv(columns.slice(0, 1), [{ name: 'a\tb\nc', credits: '0' }])).toBe('Plan\na b c')
  })
})
