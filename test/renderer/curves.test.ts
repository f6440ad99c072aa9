import { describe, expect, it } from 'vitest'
import { innerLabels, edgeLabels } from '#renderer/charts/curve-labels.ts'
import { curvePicture } from '#renderer/charts/curve-picture.ts'
import { curveRows, mostCost } from '#renderer/charts/curve-rows.ts'
import { lineEnds } from '#renderer/charts/line-ends.ts'
import { curves, worked } from './support/samples.ts'

describe('the rows of the cost chart', () => {
  const rows = curveRows(curves())

  it('have one line for every usage that any plan has a point at', () => {
    expect(rows.map((row) => row.usageText)).toEqual(['0', '30000', '100000', '500000', '1000000'])
  })

  it('keep the costs as the engine gave them', () => {
    expect(rows.at(-1)?.costTexts).toEqual([null, '292.00', '219.00', '1320.00'])
  })

  it('set the top of the axis by the cheapest plans, not by the dearest', () => {
    expect(mostCost(curves(), rows)).toBe(219 * 1.5)
    expect(mostCost(curves({ envelope: [{ plan: null, from: '0', to: '1000000' }] }), rows)).toBe(1320)
  })
})

describe('the ends of the lines', () => {
  it('say how each plan leaves the picture', () => {
    const ends = lineEnds(curves(), 250)
    expect(ends.map(({ plan, kind }) => [plan, kind])).toEqual([
      ['starter', 'blocks'],
      ['creator', 'top'],
      ['pro', 'right'],
      ['business', 'above'],
    ])
  })

  it('find where a line leaves through the top', () => {
    const top = lineEnds(curves(), 157).find((end) => end.kind === 'top' && end.plan === 'creator')
    expect(top?.kind === 'top' ? Math.round(top.usage) : undefined).toBe(550_000)
  })

  it('leave out a plan without a single cost', () => {
    expect(lineEnds(curves({ plans: [{ plan: 'free', points: [], blocksFrom: '0' }] }), 100)).toEqual([])
  })
})

describe('the labels of the cost chart', () => {
  const picture = curvePicture(curves(), worked().plans, 'USD', { width: 916, height: 314 })

  it('name the crossing with its usage', () => {
    expect(innerLabels(picture).crossings.map(({ label }) => label?.text)).toEqual(['Creator → Pro 356,667'])
  })

  it('say past what a plan blocks, without its name where only that fits', () => {
    expect(innerLabels(picture).stops.map(({ label }) => label?.text)).toEqual(['blocks past 30K'])
  })

  it('name at the edge what leaves there, and what costs more than the picture shows', () => {
    expect(edgeLabels(picture).map(({ text }) => text)).toEqual([
      'business ↑ $1,320',
      'Pro $219',
      'Creator $292',
    ])
  })

  it('keep apart at the edge', () => {
    const middles = edgeLabels(picture)
      .map(({ middle }) => middle)
      .toSorted((one, other) => one - other)
    middles.slice(1).forEach((middle, index) => {
      expect(middle - (middles[index] ?? 0)).toBeGreaterThanOrEqual(16)
    })
  })
})
