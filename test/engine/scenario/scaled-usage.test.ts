import { describe, expect, test } from 'vitest'
import { usageTimes } from '#main/engine/scenario/scaled-usage.ts'
import { Scenario } from '#shared/scenario.ts'
import { use } from '../support/people.ts'

const modelled = (usage: object) => ({ usage: Scenario.shape.usage.parse(usage), usageEvents: [] })

describe('usage times a factor', () => {
  test('is never rounded where it is written in whole figures', () => {
    expect(usageTimes(modelled({ kind: 'series', credits: ['1', '7'] }), '1.000001').usage).toEqual({
      kind: 'series',
      credits: ['1.000001', '7.000007'],
    })
  })

  test('is rounded half-up to the millionth where it is not', () => {
    // 0.000001 × 1.5 and × 1.4
    const usage = modelled({ kind: 'series', credits: ['0.000001'] })
    expect(usageTimes(usage, '1.5').usage).toMatchObject({ credits: ['0.000002'] })
    expect(usageTimes(usage, '1.4').usage).toMatchObject({ credits: ['0.000001'] })
  })

  test('moves the figure of a pattern, which keeps its shape', () => {
    const pattern = { kind: 'spike', month: 2, multiple: '3' }
    expect(usageTimes(modelled({ kind: 'pattern', monthly: '100', pattern }), '1.08').usage).toEqual({
      kind: 'pattern',
      monthly: '108',
      pattern,
    })
  })

  test('moves events, and nothing else of them', () => {
    const event = use(3, 'ann', 'create', 50)
    const { usage } = modelled({ kind: 'series', credits: ['0'] })
    expect(usageTimes({ usage, usageEvents: [event] }, '0.5').usageEvents).toEqual([
      { ...event, quantity: '25' },
    ])
  })

  test('by one is the very same', () => {
    const usage = modelled({ kind: 'series', credits: ['1.50'] })
    expect(usageTimes(usage, '1.0').usage).toBe(usage.usage)
  })
})
