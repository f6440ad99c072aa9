import { describe, expect, it } from 'vitest'
import { edgeLabels, type InnerKind, innerLabels, labelRoom } from '#renderer/charts/curve-labels.ts'
import { handOvers, otherCrossings, stops } from '#renderer/charts/curve-marks.ts'
import { curvePicture } from '#renderer/charts/curve-picture.ts'
import { curveRows, mostCost } from '#renderer/charts/curve-rows.ts'
import { lineEnds } from '#renderer/charts/line-ends.ts'
import { type Box, overlaps } from '#renderer/charts/labels.ts'
import { markerPlace } from '#renderer/charts/marker-place.ts'
import { ribbonNames } from '#renderer/charts/ribbon-names.ts'
import { crossover, curves, planCost, stretch, worked } from './support/samples.ts'

const line = (...points: readonly (readonly [string, string])[]) =>
  points.map(([usage, monthly]) => ({ usage, monthly }))

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
    expect(mostCost(curves({ envelope: [stretch(null, '0', '1000000')] }), rows)).toBe(1320)
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
  const size = { width: 916, height: 314 }
  const picture = curvePicture(curves(), worked().plans, 'USD', size)
  const labels = (of = picture, ground: readonly Box[] = []) => innerLabels(labelRoom(of), ground)
  const texts = (kind: InnerKind, of = picture) =>
    labels(of)
      .filter((label) => label.kind === kind)
      .map(({ text }) => text)

  it('name where the cheapest plan changes, with its usage', () => {
    expect(texts('handOver')).toEqual(['Creator → Pro 356,667'])
    expect(texts('crossing')).toEqual([])
  })

  it('say which plan blocks past what, in whole credits as the title does', () => {
    const odd = curves({
      plans: curves().plans.map((plan) =>
        plan.plan === 'starter'
          ? { ...plan, blocksFrom: '447107.22', points: line(['0', '5.00'], ['447107.22', '5.00']) }
          : plan,
      ),
    })
    expect(texts('stop')).toEqual(['Starter blocks past 30,000'])
    expect(texts('stop', curvePicture(odd, worked().plans, 'USD', size))).toEqual([
      'Starter blocks past 447,107',
    ])
  })

  it('keep the plan’s name where only that fits: colour alone would not say which plan it is', () => {
    // Starter ends 22 pixels from the left; from there to the ground that is taken there are 100.
    const taken = { left: picture.plot.x(30_000) + 100, top: 0, width: 900, height: 314 }
    expect(labels(picture, [taken]).map(({ text }) => text)).toEqual(['Starter'])
  })

  it('name at the edge what leaves there, and what costs more than the picture shows', () => {
    expect(edgeLabels(picture).map(({ text }) => text)).toEqual([
      'business ↑ $1,320',
      'Pro $219',
      'Creator $292',
    ])
  })

  it('have cents at the edge everywhere as soon as one has', () => {
    const creator = { plan: 'creator', points: line(['0', '22.00'], ['1000000', '292.47']), blocksFrom: null }
    const cents = curves({
      plans: curves().plans.map((plan) => (plan.plan === 'creator' ? creator : plan)),
    })
    expect(edgeLabels(curvePicture(cents, worked().plans, 'USD', size)).map(({ text }) => text)).toEqual([
      'business ↑ $1,320.00',
      'Pro $219.00',
      'Creator $292.47',
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

  it('make way for the usage marker, wherever it stands', () => {
    const struck = Array.from({ length: 101 }, (_, step) => markerPlace(picture, step * 10_000)).flatMap(
      ({ ground }) =>
        labels(picture, ground).filter(({ left, middle, width }) =>
          ground.some((box) => overlaps(box, { left, top: middle - 8, width, height: 16 })),
        ),
    )
    expect(struck).toEqual([])
  })

  it('stay where they are while the marker is elsewhere', () => {
    expect(labels(picture, markerPlace(picture, 900_000).ground)).toEqual(labels())
  })
})

describe('the marks of the cost chart', () => {
  /*
   * At $0.20 per 1,000 Free costs $22, as much as Creator, at 110,000. Starter is $6 dearer than Free at any usage, so
   * it meets Creator at 80,000: (22 − 6) / 0.20.
   */
  const skipped = curves({
    upTo: '200000',
    plans: [
      { plan: 'free', points: line(['0', '0.00'], ['200000', '40.00']), blocksFrom: null },
      { plan: 'starter', points: line(['0', '6.00'], ['200000', '46.00']), blocksFrom: null },
      { plan: 'creator', points: line(['0', '22.00'], ['200000', '22.00']), blocksFrom: null },
    ],
    crossovers: [
      crossover('free', 'starter', { kind: 'never' }),
      crossover('starter', 'creator', {
        usage: '80000.00',
        monthly: '22.00',
        // Free at 80,000: 16.00
        cheaper: { plan: 'free', monthly: '16.00' },
        neverCheapest: ['starter'],
      }),
    ],
    envelope: [
      stretch('free', '0', '110000', { monthly: '0.00' }),
      stretch('creator', '110000', '200000', { monthly: '22.00', ends: 'range' }),
    ],
  })
  const plans = ['free', 'starter', 'creator'].map((plan) => planCost(plan))
  const picture = curvePicture(skipped, plans, 'USD', { width: 916, height: 314 })

  it('are where the cheapest plan changes, which no neighbours on the ladder need to meet at', () => {
    const marks = handOvers(picture)
    expect(marks.map(({ text }) => text)).toEqual(['Free → Creator 110,000'])
    // On the line of the plan that takes over.
    expect(marks.map(({ x, y }) => [x, y])).toEqual([[picture.plot.x(110_000), picture.plot.y(22)]])
  })

  it('are fainter where neighbours meet though another plan is cheaper than both', () => {
    expect(otherCrossings(picture).map(({ text, x }) => [text, x])).toEqual([
      ['Starter → Creator 80,000', picture.plot.x(80_000)],
    ])
    const kinds = innerLabels(labelRoom(picture), []).map(({ kind, text }) => [kind, text])
    expect(kinds[0]).toEqual(['handOver', 'Free → Creator 110,000'])
  })

  it('leave it to a line’s end to say that its plan blocks and so hands over', () => {
    const landing = curvePicture(curves(), worked().plans, 'USD', { width: 916, height: 314 })
    expect(handOvers(landing).map(({ text }) => text)).toEqual(['Creator → Pro 356,667'])
    expect(stops(landing).map(({ plan, handsOver }) => [plan, handsOver])).toEqual([['starter', true]])
  })
})

describe('the ribbon under the cost chart', () => {
  const picture = curvePicture(curves(), worked().plans, 'USD', { width: 916, height: 314 })
  const places = (x: number) => ribbonNames(picture, x).map(({ text, middle }) => [text, Math.round(middle)])
  const { plot } = picture

  it('names the stretches that are wide enough, in their middles', () => {
    expect(places(0)).toEqual([
      ['Creator', Math.round(plot.x((30_000 + 356_666.67) / 2))],
      ['Pro', Math.round(plot.x((356_666.67 + 1_000_000) / 2))],
    ])
  })

  it('moves a name out of the marker’s way', () => {
    const middle = (356_666.67 + 1_000_000) / 2
    const quarter = 356_666.67 + (1_000_000 - 356_666.67) / 4
    expect(places(plot.x(middle))[1]).toEqual(['Pro', Math.round(plot.x(quarter))])
  })
})
