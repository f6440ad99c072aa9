import { describe, expect, it } from 'vitest'
import type { VariantCost } from '#shared/analysis.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { moveInWords } from '#renderer/finding/move-in-words.ts'
import { unknownChoice } from '#renderer/finding/models.ts'
import { conversionInWords } from '#renderer/pages/account/inputs/usage/conversion-in-words.ts'

const PLAIN = { ...unknownChoice('tts', 'v2'), name: 'Text to Speech, v2', burns: '1 credit a character' }
const figure = (pattern: Extract<ModelledUsage, { kind: 'pattern' }>['pattern']): ModelledUsage => ({
  kind: 'pattern',
  monthly: '1000',
  pattern,
})
const SERIES: ModelledUsage = { kind: 'series', credits: ['1', '2', '3'] }
const STREAMS: ModelledUsage = { kind: 'streams', streams: [] }
const FLAT = figure({ kind: 'flat' })

describe('usage said in another way', () => {
  it.each([
    [FLAT, 'series', 'The figure is written out for 12 months.'],
    [
      figure({ kind: 'growth', percent: '8' }),
      'series',
      'The pattern (usage grows 8 % a month) is written out for 12 months and is a rule no more. Undo brings it back.',
    ],
    [FLAT, 'streams', 'The figure is one row of Text to Speech, v2 now, at 1 credit a character.'],
    [SERIES, 'pattern', 'The average of 3 months took the place of their figures. Undo brings it back.'],
    [
      SERIES,
      'streams',
      'The average of 3 months took the place of their figures, as one row of Text to Speech, v2 at 1 credit a character. Undo brings it back.',
    ],
    [
      STREAMS,
      'pattern',
      'What 0 rows of usage burn a month on average took their place; who uses what is gone. Undo brings it back.',
    ],
    [
      STREAMS,
      'series',
      'What 0 rows of usage burn together in each month took their place; who uses what is gone. Undo brings it back.',
    ],
  ] as const)('tells what became of it and what is lost: %j as %s', (before, after, words) => {
    expect(conversionInWords(before, after, 12, PLAIN)).toBe(words)
  })

  it('tells that the weekdays of streams are gone, where they were not the same of all', () => {
    const stream = { product: 'tts', model: 'v2', monthly: '1', pattern: { kind: 'flat' as const } }
    const weekdays = { mon: 5, tue: 5, wed: 5, thu: 5, fri: 5, sat: 2, sun: 2 }
    const of = (second: object): ModelledUsage => ({
      kind: 'streams',
      streams: [
        { ...stream, id: 'a', weekdays },
        { ...stream, id: 'b', ...second },
      ],
    })
    expect(conversionInWords(of({}), 'pattern', 12, PLAIN)).toBe(
      'What 2 rows of usage burn a month on average took their place; who uses what, and on which weekdays, is gone. Undo brings it back.',
    )
    expect(conversionInWords(of({ weekdays }), 'series', 12, PLAIN)).toContain('; who uses what is gone.')
  })

  it('tells where a figure can be no stream', () => {
    const none = 'for nothing on this plan burns a credit a unit: add what is used. Undo brings it back.'
    expect(conversionInWords(SERIES, 'streams', 12, null)).toBe(
      `The figures of 3 months cannot be said by product, ${none}`,
    )
    expect(conversionInWords(FLAT, 'streams', 12, null)).toBe(
      'Nothing on this plan burns a credit a unit, so the figure of 1,000 credits cannot be said by product: add what is used. Undo brings it back.',
    )
  })
})

describe('work that would move', () => {
  const cost = { total: '0', subscription: '0', overage: '0', servedCredits: '0', overageCredits: '0' }
  const billed = (difference: string, blockedCredits: string): VariantCost => ({
    kind: 'billed',
    name: 'Moved',
    cost: { ...cost, blockedCredits, expiredCredits: '0', forfeitedCredits: '0', remainingCredits: '0' },
    difference,
    isBaseline: false,
    rank: 1,
    plan: 'creator',
    catalog: 'elevenlabs-2026-04',
    currency: 'USD',
    monthly: '0',
    byKind: [],
    lost: [],
    blockedPeriods: 0,
    differences: { monthly: '0', money: [], lost: [] },
    refusals: [],
  })

  it('is told by what it would cost and block', () => {
    expect(moveInWords([billed('0', '0'), billed('-45', '0')], 12)).toBe('Costs $45.00 less over 12 months.')
    expect(moveInWords([billed('0', '700'), billed('3', '1')], 1)).toBe(
      'Costs $3.00 more over 1 month, and blocks 1 credit instead of 700 credits.',
    )
  })

  it('is told to be unknown where the account cannot be billed', () => {
    const problem = { code: 'x', message: 'No rate is published.', path: 'usage' }
    const refused: VariantCost = { kind: 'refused', name: 'As it is', problems: [problem] }
    expect(moveInWords([refused, refused], 12)).toBe('Cannot be told: No rate is published.')
    expect(moveInWords([billed('0', '0'), refused], 12)).toBe('Cannot be told: No rate is published.')
    expect(moveInWords([], 12)).toBe('')
  })
})
