import { describe, expect, test } from 'vitest'
import { explain, run } from '#main/engine/index.ts'
import type { z } from 'zod'
import { Scenario } from '#shared/scenario.ts'
import type { UsageStream } from '#shared/usage.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'
import { full, peopleOf, workspaceOf } from '../support/people.ts'

const CATALOG = catalogOf([planOf({ credits: '1000' })])
const PROFILE = { mon: 100, tue: 100, wed: 100, thu: 100, fri: 50, sat: 0, sun: 0 }

const ruleOf = (usage: object): string | undefined => {
  const scenario = Scenario.parse({ ...scenarioOf(CATALOG, ['400', '400']), usage })
  const result = valueOf(run(CATALOG, scenario))
  return valueOf(explain(CATALOG, result, { kind: 'balance', period: 1 }, scenario.usage)).usageRule
}
const figure = (pattern: object, weekdays?: object) => ({
  kind: 'pattern',
  monthly: '400',
  pattern,
  ...(weekdays === undefined ? {} : { weekdays }),
})

describe('how usage is modelled, beside why', () => {
  test.each([
    [{ kind: 'growth', percent: '8' }, '8 % more each month'],
    [{ kind: 'growth', percent: '-8' }, '8 % less each month'],
    [{ kind: 'seasonal', amplitude: '40', peakMonth: 6 }, '40 % above it in month 6 of the year'],
    [{ kind: 'spike', month: 2, multiple: '3' }, '3 times as much in month 2'],
    [
      {
        kind: 'steps',
        steps: [
          { month: 2, multiple: '3' },
          { month: 4, multiple: '0.5' },
        ],
      },
      '3 times as much from month 2 on, 0.5 times as much from month 4 on',
    ],
  ])('%j', (pattern, words) => {
    expect(ruleOf(figure(pattern))).toBe(`Usage is modelled: 400 credits a month, ${words}.`)
  })

  test('is not told where every month and day is the same', () => {
    expect(ruleOf(figure({ kind: 'flat' }))).toBeUndefined()
    expect(ruleOf({ kind: 'series', credits: ['400', '400'] })).toBe(
      'Usage is modelled: the credits of each month are written out.',
    )
  })

  test('names the weekday profile, days that are as busy together', () => {
    expect(ruleOf(figure({ kind: 'flat' }, PROFILE))).toBe(
      'Usage is modelled: 400 credits a month, the same every month, by weekday Mon–Thu 100, Fri 50, Sat–Sun 0.',
    )
    expect(ruleOf({ kind: 'series', credits: ['1', '2'], weekdays: PROFILE })).toBe(
      'Usage is modelled: the credits of each month are written out, by weekday Mon–Thu 100, Fri 50, Sat–Sun 0.',
    )
  })

  test('is told of the streams behind the figure, and of no more than three one by one', () => {
    const use = { product: 'api', model: 'Standard', monthly: '1' }
    const growing = { ...use, pattern: { kind: 'growth' as const, percent: '1' } }
    const catalog = workspaceOf()
    const told = (...streams: readonly UsageStreamGiven[]) => {
      const usage = { kind: 'streams' as const, streams: [...streams] }
      const scenario = peopleOf(catalog, { members: [full('ann')], usage })
      const result = valueOf(run(catalog, scenario))
      return valueOf(explain(catalog, result, { kind: 'balance', period: 1 }, scenario.usage)).usageRule
    }
    expect(told({ ...use, id: 'a' }, { ...use, id: 'b' })).toBeUndefined()
    expect(told({ ...use, id: 'a' }, { ...growing, id: 'b', member: 'ann' })).toBe(
      'Usage is modelled. b: 1 % more each month.',
    )
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...growing, id }))
    expect(told(...many)).toBe(
      'Usage is modelled. a: 1 % more each month; b: 1 % more each month; c: 1 % more each month; 2 more with a pattern of their own.',
    )
  })

  test('is not told of streams that the figure does not rest on, nor where nothing is used', () => {
    const catalog = workspaceOf({ credits: '1000' })
    const stream = { id: 'a', product: 'api', model: 'Standard', monthly: '1', weekdays: PROFILE }
    const usage = { kind: 'streams' as const, streams: [stream] }
    const scenario = peopleOf(catalog, { members: [full('ann')], usage })
    const result = valueOf(run(catalog, scenario))
    const rows = result.usage.map((each) => ({ ...each, product: 'create' }))
    const why = explain(catalog, { ...result, usage: rows }, { kind: 'balance', period: 1 }, scenario.usage)
    expect(valueOf(why).usageRule).toBeUndefined()
    const none = explain(catalog, { ...result, usage: [] }, { kind: 'balance', period: 1 }, figureUsage)
    expect(valueOf(none).usageRule).toBeUndefined()
  })
})

type UsageStreamGiven = z.input<typeof UsageStream>
const figureUsage = { kind: 'series' as const, credits: ['1'] }
