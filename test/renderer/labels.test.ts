import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, Ground, overlaps, place, Places, spread } from '#renderer/charts/labels.ts'

const label = (id: string, at: number, size = 16) => ({ id, at, size })

describe('labels along a line', () => {
  it('stay where they want to be when nothing is in the way', () => {
    expect([...spread([label('a', 20), label('b', 60)], 0, 100)]).toEqual([
      ['a', 20],
      ['b', 60],
    ])
  })

  it('share the room around what they want when they collide', () => {
    expect([...spread([label('a', 50), label('b', 50)], 0, 100)]).toEqual([
      ['a', 42],
      ['b', 58],
    ])
  })

  it('stay inside', () => {
    expect(spread([label('a', 0)], 0, 100).get('a')).toBe(8)
    expect(spread([label('a', 100)], 0, 100).get('a')).toBe(92)
  })

  it('never overlap and never leave, while there is room', () => {
    const wanted = array(integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 20 })
    assert(
      property(wanted, (places) => {
        const labels = places.map((at, index) => label(String(index), at))
        const middles = [...spread(labels, 0, 400).values()].toSorted((one, other) => one - other)
        expect(middles).toHaveLength(places.length)
        // Each keeps its height from the one above, the first from the top and the last from the bottom.
        const bounds = [-8, ...middles, 408]
        const gaps = bounds.slice(1).map((middle, index) => middle - (bounds[index] ?? 0))
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(16 - 1e-6)
      }),
    )
  })
})

describe('labels in a picture', () => {
  const frame = { left: 0, top: 0, width: 100, height: 100 }
  const box = (left: number, top: number) => ({ left, top, width: 40, height: 10 })

  const among = (places: readonly Box[], taken: readonly Box[] = []) =>
    new Places(places, frame, new Ground(taken))

  it('take their best free place', () => {
    const placed = place([{ id: 'a', places: among([box(10, 10), box(50, 50)]) }])
    expect(placed.get('a')).toEqual(box(10, 10))
  })

  it('give way to the more important ones and to what is in the way', () => {
    const labels = [
      { id: 'a', places: among([box(10, 10)]) },
      { id: 'b', places: among([box(12, 12), box(50, 50)]) },
    ]
    expect(place(labels).get('b')).toEqual(box(50, 50))
    expect(place(labels, [box(10, 10)]).has('a')).toBe(false)
  })

  it('keep off what is drawn', () => {
    const places = among([box(10, 10), box(50, 50)], [box(12, 12)])
    expect(place([{ id: 'a', places }]).get('a')).toEqual(box(50, 50))
  })

  it('are left out where no place is free or inside', () => {
    expect(place([{ id: 'a', places: among([box(90, 10)]) }]).size).toBe(0)
    expect(place([{ id: 'a', places: among([box(10, 10)], [box(12, 12)]) }]).size).toBe(0)
  })

  it('go back to a better place as soon as nothing is in its way', () => {
    const labels = [{ id: 'a', places: among([box(10, 10), box(50, 50)]) }]
    expect(place(labels, [box(10, 10)]).get('a')).toEqual(box(50, 50))
    expect(place(labels).get('a')).toEqual(box(10, 10))
  })

  it('find taken ground wherever it begins and ends', () => {
    const corner = record({ left: integer({ min: -60, max: 160 }), top: integer({ min: 0, max: 90 }) })
    const boxes = array(
      corner.map(({ left, top }) => box(left, top)),
      { maxLength: 12 },
    )
    assert(
      property(boxes, boxes, (taken, asked) => {
        const ground = new Ground(taken)
        expect(asked.map((one) => ground.isFree(one))).toEqual(
          asked.map((one) => !taken.some((other) => overlaps(one, other))),
        )
      }),
    )
  })

  it('touch without overlapping', () => {
    expect(overlaps(box(0, 0), box(40, 0))).toBe(false)
    expect(overlaps(box(0, 0), box(39, 9))).toBe(true)
  })
})
