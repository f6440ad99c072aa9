import { describe, expect, it } from 'vitest'
import type { Variant } from '#shared/analysis.ts'
import { MOST_VARIANTS } from '#shared/bounds.ts'
import type { WindowContent } from '#shared/window-document.ts'
import {
  addVariants,
  baselineOf,
  changeVariant,
  duplicateVariant,
  MOST_COMPARED,
  removeVariant,
  renameVariant,
  setBaseline,
  variantsOf,
  withAxis,
} from '#renderer/state/account-edits/variants.ts'
import { content } from '../support/scenarios.ts'

const PRO: Variant = { name: 'Pro', plan: 'pro' }
const MORE: Variant = { name: 'A quarter more', usageFactor: '1.25' }
const OFF: Variant = { name: 'Without overage', overage: { optIn: false } }

const having = (list: readonly Variant[], baseline: number | null = null): WindowContent => ({
  ...content(),
  variants: { list: [...list], baseline },
})
const names = (made: WindowContent): readonly string[] => variantsOf(made).map(({ name }) => name)
const at = (place: number, name: string) => ({ place, name })

describe('what an account is compared with', () => {
  it('is nothing at first, and then what was added, beside the account as it is', () => {
    expect(variantsOf(content())).toEqual([])
    const made = addVariants(content(), [PRO, MORE])
    expect(made.variants).toEqual({ list: [PRO, MORE], baseline: null })
    expect(made.scenario).toEqual(content().scenario)
  })

  it('has names that tell each from the others', () => {
    expect(names(addVariants(having([PRO]), [PRO, PRO]))).toEqual(['Pro', 'Pro 2', 'Pro 3'])
  })

  it('has no longer names than a scenario may keep, with room for a number', () => {
    const long = { name: 'x'.repeat(1000) }
    const [first, second] = variantsOf(addVariants(content(), [long, long]))
    expect(first?.name).toBe('x'.repeat(990))
    expect(second?.name).toBe(`${'x'.repeat(990)} 2`)
  })

  it('is no more than a scenario keeps', () => {
    expect(MOST_COMPARED).toBe(MOST_VARIANTS)
    const seven = addVariants(
      content(),
      Array.from({ length: 7 }, () => PRO),
    )
    const full = addVariants(seven, [MORE, OFF])
    expect(names(full)).toHaveLength(8)
    expect(names(full).at(-1)).toBe('A quarter more')
    expect(addVariants(full, [OFF])).toBe(full)
    expect(duplicateVariant(full, at(0, 'Pro'))).toBe(full)
  })

  it('changes one by one, and the baseline stays the one it was', () => {
    const made = changeVariant(having([PRO, MORE], 1), at(1, 'A quarter more'), (variant) =>
      withAxis(variant, 'usageFactor', '1.3'),
    )
    expect(made.variants).toEqual({ list: [PRO, { ...MORE, usageFactor: '1.3' }], baseline: 1 })
  })

  it('is the same where a change changes nothing, or is of what is gone', () => {
    const both = having([PRO, MORE])
    expect(changeVariant(both, at(0, 'Pro'), (variant) => variant)).toBe(both)
    const gone = at(2, 'Gone')
    expect(changeVariant(both, gone, () => OFF)).toBe(both)
    expect(renameVariant(both, gone, 'New')).toBe(both)
    expect(removeVariant(both, gone)).toBe(both)
    expect(duplicateVariant(both, gone)).toBe(both)
    expect(setBaseline(both, gone)).toBe(both)
  })

  it('finds a variant by its place, or by its name where the list has moved', () => {
    const twice = having([PRO, { ...PRO, plan: 'scale' }])
    expect(variantsOf(removeVariant(twice, at(1, 'Pro')))).toEqual([PRO])
    expect(names(removeVariant(having([MORE, PRO]), at(0, 'Pro')))).toEqual(['A quarter more'])
  })

  it('is called otherwise, but not as another one is, and never nothing', () => {
    const both = having([PRO, MORE], 0)
    expect(renameVariant(both, at(0, 'Pro'), 'Our pick').variants).toEqual({
      list: [{ ...PRO, name: 'Our pick' }, MORE],
      baseline: 0,
    })
    expect(renameVariant(both, at(0, 'Pro'), 'A quarter more')).toBe(both)
    expect(renameVariant(both, at(0, 'Pro'), '')).toBe(both)
  })

  it('is nothing any more without the last of them, and the content does not speak of it', () => {
    expect(removeVariant(having([PRO]), at(0, 'Pro'))).not.toHaveProperty('variants')
  })

  it('keeps its baseline when another one goes, and is beside the account when that one goes', () => {
    const three = [PRO, MORE, OFF]
    expect(baselineOf(removeVariant(having(three, 2), at(0, 'Pro')))).toBe(1)
    expect(baselineOf(removeVariant(having(three, 0), at(0, 'Pro')))).toBe(null)
  })

  it('is put beside any of them, or beside the account as it is', () => {
    const made = setBaseline(having([PRO, MORE]), at(1, 'A quarter more'))
    expect(baselineOf(made)).toBe(1)
    expect(setBaseline(made, at(1, 'A quarter more'))).toBe(made)
    expect(baselineOf(setBaseline(made, null))).toBe(null)
    // A file may name a place in which there is none.
    expect(baselineOf(having([PRO], 5))).toBe(null)
  })

  it('has another one of the same at its end', () => {
    expect(variantsOf(duplicateVariant(having([PRO, MORE]), at(0, 'Pro')))).toEqual([
      PRO,
      MORE,
      { ...PRO, name: 'Pro 2' },
    ])
  })
})

describe('one axis of a variant', () => {
  it('is set, and said nothing of again', () => {
    const annual = withAxis(PRO, 'billing', 'annual')
    expect(annual).toEqual({ ...PRO, billing: 'annual' })
    expect(withAxis(annual, 'billing', undefined)).toEqual(PRO)
    expect(withAxis(annual, 'billing', undefined)).not.toHaveProperty('billing')
  })

  it('leaves the variant as it is where it says so already', () => {
    expect(withAxis(PRO, 'plan', 'pro')).toBe(PRO)
    expect(withAxis(PRO, 'billing', undefined)).toBe(PRO)
  })
})
