import { describe, expect, it } from 'vitest'
import type { CardFinding, ScenarioCard } from '#shared/scenario-card.ts'
import { glanceBars } from '#renderer/charts/glance-plot.ts'
import { cardInWords } from '#renderer/finding/card-in-words.ts'

const card = (finding: CardFinding): ScenarioCard => ({
  plan: 'Creator',
  currency: 'USD',
  total: '264.00',
  months: Array.from({ length: 12 }, (_, month) => ({
    start: `2026-${String(month + 1)}-01`,
    total: '22.00',
  })),
  finding,
})

const NO_MONEY = { overage: '0.00', drawn: '0.00', expired: '0.00' }

describe('a card in words', () => {
  it.each<[string, CardFinding]>([
    ['Nothing is used on Creator: $264.00 in all.', { kind: 'noUsage' }],
    ['Creator never runs over: $264.00 in all.', { kind: 'within' }],
    [
      'Creator blocks 4,500 credits in 2 of 12 months: the pool is empty. $264.00 in all.',
      { kind: 'blocked', credits: '4500', periods: 2, cause: 'poolEmpty' },
    ],
    [
      'Creator runs over by 500 credits for $5.00: $264.00 in all.',
      { kind: 'beyond', credits: '500', ...NO_MONEY, overage: '5.00' },
    ],
    [
      'Creator runs over by 500 credits, $5.00 of the prepaid balance: $264.00 in all. $15.00 of the balance expire.',
      { kind: 'beyond', credits: '500', ...NO_MONEY, drawn: '5.00', expired: '15.00' },
    ],
    ['Creator runs over by 1 credit: $264.00 in all.', { kind: 'beyond', credits: '1', ...NO_MONEY }],
    [
      '600 credits of Creator expire unused: $264.00 in all.',
      { kind: 'lost', expired: '600', forfeited: '0' },
    ],
    [
      '800 credits of Creator are forfeited: $264.00 in all.',
      { kind: 'lost', expired: '600', forfeited: '800' },
    ],
  ])('%s', (words, finding) => expect(cardInWords(card(finding))).toBe(words))
})

describe('the bars of a card', () => {
  it('are as high as their part of the highest, none below zero', () => {
    expect(glanceBars(['10.00', '20.00', '-5.00', '0']).map(({ height }) => height)).toEqual([0.5, 1, 0, 0])
    expect(glanceBars(['0', '0']).map(({ height }) => height)).toEqual([0, 0])
    for (const { y, height } of glanceBars(['3', '7'])) expect(y + height).toBeCloseTo(1)
  })

  it('are as wide as those of a year where there are fewer, and narrower where there are more', () => {
    const [one] = glanceBars(['1'])
    const [ofMany] = glanceBars(Array.from({ length: 24 }, () => '1'))
    expect(one?.width).toBeCloseTo(0.06)
    expect(ofMany?.width).toBeCloseTo(0.03)
  })
})
