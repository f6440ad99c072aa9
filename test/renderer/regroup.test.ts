import { afterEach, describe, expect, it } from 'vitest'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { regrouped } from '#renderer/format/regroup.ts'

/** Texts with `|` where the caret stands. */
function edit(before: string, after: string): string | null {
  const edited = regrouped(before, { text: after.replace('|', ''), caret: after.indexOf('|') })
  return edited && `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`
}

describe('the groups of a figure that is edited', () => {
  afterEach(() => setNumberFormat('comma'))

  it('follow its digits, and the caret stays between the same two', () => {
    expect(edit('400,000', '400,0005|')).toBe('4,000,005|')
    expect(edit('400,000', '4|00,000')).toBe('4|00,000')
    expect(edit('400,000', '45|00,000')).toBe('4,5|00,000')
    expect(edit('400,000', '400,00|')).toBe('40,000|')
    expect(edit('1,250,000', '|250,000')).toBe('|250,000')
    expect(edit('1,250,000', '1,|0,000')).toBe('1|0,000')
    expect(edit('123', '1234|')).toBe('1,234|')
  })

  it('stay where only a group sign is taken out, with the caret before it', () => {
    expect(edit('400,000', '400|000')).toBe('400|,000')
  })

  it('leave the decimals alone', () => {
    expect(edit('1,250.75', '12,50|0.75')).toBeNull()
    expect(edit('1,250.75', '1,2506|.75')).toBe('12,506|.75')
    expect(edit('1,250.75', '1,250.755|')).toBe('1,250.755|')
  })

  it('are those of the chosen format', () => {
    setNumberFormat('point')
    expect(edit('400.000', '400.0005|')).toBe('4.000.005|')
    setNumberFormat('space')
    expect(edit('400\u202f000', '400\u202f00|')).toBe('40\u202f000|')
  })

  it('are not put right in what was typed or pasted as a whole', () => {
    expect(edit('400,000', '1,25,000|')).toBeNull()
    expect(edit('400,000', '40,00|')).toBeNull()
    expect(edit('1,25', '1,250|')).toBeNull()
    expect(edit('400,000', '400,000,|')).toBeNull()
    expect(edit('400,000', '400,000k|')).toBeNull()
    expect(edit('1,250', '|')).toBeNull()
  })
})
