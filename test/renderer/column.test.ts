import { afterEach, describe, expect, it } from 'vitest'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { rankColumns } from '#renderer/pages/compare/RankSection.tsx'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'
import { planCost } from './support/samples.ts'

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

const head = 'Plan\tTotal ($)\tCredits (credits)'
const creator: Row = { name: 'Creator, yearly', total: '232309.12', credits: '12630508.80519' }

afterEach(() => setNumberFormat('comma'))

describe('a column of money', () => {
  it.each([
    ['94.00', '94.00'],
    // A dinar has a thousand fils.
    ['79.087', '79.087'],
    ['-1234.5', '−1,234.50'],
  ])('tells %s as %s: every digit that the engine gave', (total, told) => {
    expect(columns[1]?.text({ name: 'Pro', total, credits: null })).toBe(told)
  })
})

describe('a copied table', () => {
  it('has units in its head, and figures as the engine gave them, without thousands separators', () => {
    expect(toTsv(columns, [creator])).toBe(`${head}\nCreator, yearly\t232309.12\t12630508.80519`)
  })

  it.each([
    ['comma', '232309.12\t12630508.80519'],
    ['point', '232309,12\t12630508,80519'],
    ['space', '232309,12\t12630508,80519'],
    ['apostrophe', '232309.12\t12630508.80519'],
  ] as const)('has the decimal sign of the %s format, which its spreadsheet reads', (format, figures) => {
    setNumberFormat(format)
    expect(toTsv(columns, [creator])).toBe(`${head}\nCreator, yearly\t${figures}`)
  })

  it('cuts no decimal that is there, and adds none', () => {
    expect(toTsv(columns, [{ name: 'Pro', total: '94.00', credits: '0.000001' }])).toBe(
      `${head}\nPro\t94.00\t0.000001`,
    )
  })

  it('says what the screen says where there is no figure', () => {
    expect(toTsv(columns, [{ name: 'Pro', total: '94.00', credits: null }])).toBe(`${head}\nPro\t94.00\t–`)
  })

  it('keeps a cell in its cell', () => {
    const row = { ...creator, name: 'a\tb\nc' }
    expect(toTsv(columns.slice(0, 1), [row])).toBe('Plan\na b c')
  })

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)'])('holds %j as text where it is pasted', (name) => {
    const named = { id: 'name', header: name, text: () => name }
    expect(toTsv([named], [creator])).toBe(`'${name}\n'${name}`)
    expect(toTsv(columns, [{ name: 'Pro', total: '-5.00', credits: '-1' }])).toBe(`${head}\nPro\t-5.00\t-1`)
  })
})

describe('a figure on the screen', () => {
  it('is short, with the exact one on hover', () => {
    const column = columns[2]
    expect(column?.text(creator)).toBe('12,630,509')
    expect(column?.hint?.(creator)).toBe('12,630,508.80519')
  })
})

describe('the price per 1,000 credits', () => {
  const column = rankColumns('$').find(({ id }) => id === 'perThousand')
  const shown = (plan: ReturnType<typeof planCost>) => [
    column?.text(plan),
    column?.faint?.(plan),
    column?.hint?.(plan),
  ]

  it('is the engine’s, with four decimals', () => {
    expect(shown(planCost('pro', { perThousand: '0.2475', servedCredits: '4800000' }))).toEqual([
      '0.2475',
      false,
      undefined,
    ])
  })

  it('is given for a plan that blocks too, fainter, and says of which credits it is', () => {
    const starter = planCost('starter', {
      perThousand: '0.1667',
      servedCredits: '360000',
      blockedCredits: '4440000',
    })
    expect(shown(starter)).toEqual([
      '0.1667',
      true,
      'Of the 360,000 credits it serves; 4,440,000 more are blocked.',
    ])
  })

  it('is none where nothing, or next to nothing, is served, and says which', () => {
    expect(shown(planCost('free', { perThousand: null }))).toEqual([
      '–',
      false,
      'No credits are served, so they have no price.',
    ])
    expect(shown(planCost('free', { perThousand: null, servedCredits: '0.000001' }))[2]).toBe(
      'Too few credits are served for a price per 1,000.',
    )
  })
})
