import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ScenarioVariants, Variant } from '#shared/analysis.ts'
import { ScenarioContent } from '#shared/library.ts'
import { parse } from '#shared/problem.ts'
import { scenarioUsing } from '../store/support.ts'

const pathsOf = (schema: z.ZodType, input: unknown) => {
  const parsed = parse(schema, input)
  return parsed.ok ? 'taken' : parsed.problems.map(({ path }) => path)
}

const move = (from: string, to: string, share: string) => ({ product: 'say', from, to, share })
const mixOf = (...modelMix: object[]) => pathsOf(Variant, { name: 'x', modelMix })

describe('a variant', () => {
  it('has nothing that was not said', () => {
    expect(Variant.parse({ name: 'as it is' })).toEqual({ name: 'as it is' })
    expect(Variant.parse({ name: 'x', plan: 'pro', changes: [] })).toEqual({
      name: 'x',
      plan: 'pro',
      changes: [],
    })
  })

  it('moves at most the whole of a model, and each move once', () => {
    expect(mixOf(move('fine', 'plain', '60'), move('fine', 'quick', '40'))).toBe('taken')
    expect(mixOf(move('fine', 'plain', '60'), move('fine', 'quick', '40.000001'))).toEqual([
      'modelMix.1.share',
    ])
    expect(mixOf(move('fine', 'plain', '60'), move('plain', 'quick', '60'))).toBe('taken')
    expect(mixOf({ ...move('fine', 'plain', '60'), product: 'sing' }, move('fine', 'quick', '60'))).toBe(
      'taken',
    )
    expect(mixOf(move('fine', 'plain', '10'), move('fine', 'plain', '20'))).toEqual(['modelMix.1.to'])
    expect(mixOf(move('fine', 'fine', '10'))).toBe('taken')
    expect(mixOf(move('fine', 'plain', '101'))).toEqual(['modelMix.0.share'])
  })

  it('gives each member one seat', () => {
    const seats = (...names: string[]) =>
      pathsOf(Variant, { name: 'x', seats: names.map((member) => ({ member, seat: 'full' })) })
    expect(seats('ann', 'bea')).toBe('taken')
    expect(seats('ann', 'bea', 'ann')).toEqual(['seats'])
  })

  it.each(['-1', '1.0000001', '', 'a', '1e3'])('has no factor of "%s"', (usageFactor) => {
    expect(pathsOf(Variant, { name: 'x', usageFactor })).toEqual(['usageFactor'])
  })
})

describe('the variants kept with a scenario', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `variant ${index}` }))

  it('are eight at most', () => {
    expect(pathsOf(ScenarioVariants, { list: list(8), baseline: 7 })).toBe('taken')
    expect(pathsOf(ScenarioVariants, { list: list(9) })).toEqual(['list'])
  })

  it('have a baseline in one of eight places, or are beside the account as it is unless told', () => {
    expect(ScenarioVariants.parse({ list: list(2) }).baseline).toBeNull()
    expect(ScenarioVariants.parse({ list: list(2), baseline: 7 }).baseline).toBe(7)
    expect(pathsOf(ScenarioVariants, { list: list(2), baseline: 8 })).toEqual(['baseline'])
    expect(pathsOf(ScenarioVariants, { list: list(2), baseline: -1 })).toEqual(['baseline'])
  })

  it('may be left out, and are then nowhere', () => {
    const { content } = scenarioUsing('1')
    expect(Object.keys(ScenarioContent.parse(content))).toEqual(['scenario', 'shows'])
  })
})
