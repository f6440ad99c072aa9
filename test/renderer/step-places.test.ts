import { describe, expect, it } from 'vitest'
import {
  draggedTo,
  placeOf,
  pointOn,
  roomOf,
  steppedByKey,
  topOf,
  withOneMore,
  withStep,
} from '#renderer/pages/open-scenario/pattern/step-places.ts'

const step = (month: number, multiple: string) => ({ month, multiple })
const STEPS = [step(4, '2'), step(8, '0.5')]

describe('where steps are drawn', () => {
  it('is from their month to the next step or the end, with a quarter of room above the highest', () => {
    expect([topOf(STEPS), topOf([step(2, '0.5')]), topOf([step(2, '10')])]).toEqual([2.5, 2.5, 12.5])
    // Months 4 to 7 of 12, and 8 to 12
    expect(placeOf(step(4, '2'), STEPS[1], 12, 2.5)).toEqual({
      left: '25%',
      width: `${String((4 / 12) * 100)}%`,
      height: '80%',
    })
    expect(placeOf(step(8, '0.5'), undefined, 12, 2.5)).toEqual({
      left: `${String((7 / 12) * 100)}%`,
      width: `${String((5 / 12) * 100)}%`,
      height: '20%',
    })
  })

  it('ends with the run, wherever the next step is, and is no higher than the picture', () => {
    expect(placeOf(step(10, '1'), step(20, '1'), 12, 2).width).toBe('25%')
    expect(placeOf(step(10, '4'), undefined, 12, 2).height).toBe('100%')
  })
})

describe('what a hand makes of a step', () => {
  it('is as many months and as much of the height as it moved', () => {
    const box = { left: 10, bottom: 60, width: 120, height: 50 }
    const at = pointOn(box, { clientX: 50, clientY: 35 })
    expect(at).toEqual({ x: 40 / 120, y: 0.5 })
    // Two of twelve months to the right, a fifth of 2.5 down
    const to = pointOn(box, { clientX: 70, clientY: 45 })
    expect(draggedTo({ step: step(4, '2'), at }, to, 12, 2.5)).toEqual(step(6, '1.5'))
    expect(draggedTo({ step: step(4, '2'), at }, { x: at.x, y: -9 }, 12, 2.5)).toEqual(step(4, '0'))
  })
})

describe('what a key makes of a step', () => {
  it.each([
    ['ArrowLeft', false, step(3, '2')],
    ['ArrowRight', false, step(5, '2')],
    ['ArrowUp', false, step(4, '2.05')],
    ['ArrowDown', true, step(4, '1.5')],
    ['PageUp', false, step(4, '2.5')],
    ['PageDown', true, step(4, '0')],
    ['Enter', false, undefined],
  ] as const)('%s, with Shift: %s', (key, shiftKey, after) => {
    expect(steppedByKey(step(4, '2'), { key, shiftKey })).toEqual(after)
  })

  it('goes no higher than a thousand times', () => {
    expect(steppedByKey(step(4, '1000'), { key: 'ArrowUp', shiftKey: false })).toEqual(step(4, '1000'))
  })
})

describe('steps', () => {
  it('stay between their neighbours, after the first month and within a run', () => {
    expect([roomOf(STEPS, 0), roomOf(STEPS, 1)]).toEqual([
      { min: 2, max: 7 },
      { min: 5, max: 120 },
    ])
    expect(withStep(STEPS, 0, step(9, '3'))).toEqual([step(7, '3'), step(8, '0.5')])
    expect(withStep(STEPS, 0, step(-5, '3'))).toEqual([step(2, '3'), step(8, '0.5')])
    expect(withStep(STEPS, 1, step(6, '1'))).toEqual([step(4, '2'), step(6, '1')])
  })

  it('are one more three months later, on the level of the last, until there is no month for it', () => {
    expect(withOneMore(STEPS)).toEqual([...STEPS, step(11, '0.5')])
    expect(withOneMore([step(119, '2')])).toEqual([step(119, '2'), step(120, '2')])
    expect(withOneMore([step(120, '2')])).toEqual([step(120, '2')])
  })
})
