import { describe, expect, it } from 'vitest'
import type { VariantCost } from '#shared/analysis.ts'
import { rowKeys, rowsHeld, variantRows } from '#renderer/pages/account/variants/variant-rows.ts'

const refused = (name: string): VariantCost => ({ kind: 'refused', name, problems: [] })
const OWN = refused('Creator')
const PRO = refused('Pro')
const SCALE = refused('Scale')
const LIST = [{ name: 'Pro' }, { name: 'Scale' }]
const ASKED = [{ name: 'Creator' }, ...LIST]

describe('the rows of variants', () => {
  const rows = variantRows([OWN, PRO, SCALE], ASKED, LIST)

  it('are the account as it is and each variant at its place in the list', () => {
    expect(rowKeys(rows)).toEqual(['as it is', '0', '1'])
    expect(rows.map(({ cost }) => cost)).toEqual([OWN, PRO, SCALE])
  })

  it('leave out a variant that is gone, and have the name that one was given since', () => {
    expect(rowKeys(variantRows([OWN, PRO, SCALE], ASKED, [{ name: 'Scale' }]))).toEqual(['as it is', '0'])
    const renamed = variantRows([OWN, PRO, SCALE], ASKED, [{ name: 'Pro' }, { name: 'Larger' }])
    expect(renamed[2]?.at).toEqual({ name: 'Larger', place: 1 })
  })

  it('stand as they stood while one of them is open, whatever their ranks', () => {
    expect(rowKeys(rowsHeld(rows, ['1', 'as it is', '0']))).toEqual(['1', 'as it is', '0'])
  })

  it('have those that came since behind them, and none that is gone', () => {
    expect(rowKeys(rowsHeld(rows, ['1', '7', 'as it is']))).toEqual(['1', 'as it is', '0'])
    expect(rowKeys(rowsHeld(rows, []))).toEqual(['as it is', '0', '1'])
  })
})
