import { describe, expect, it } from 'vitest'
import { ChangeText } from '#shared/decimal.ts'
import { ModelledUsage, UsagePattern, WeekdayProfile } from '#shared/usage.ts'

const problemsOf = (schema: typeof UsagePattern | typeof ModelledUsage, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])

describe('a change in percent', () => {
  it.each(['0', '8', '-8', '12.5', '-0.000001', '-100', '-100.000000', '9007199254.740991'])(
    'is %s',
    (text) => {
      expect(ChangeText.safeParse(text).success).toBe(true)
    },
  )

  it.each([
    '',
    '-',
    '+8',
    '-0',
    '-0.00',
    '08',
    '1.0000001',
    '-100.000001',
    '-101',
    '9007199254.740992',
    '8 %',
  ])('is not %s', (text) => {
    expect(ChangeText.safeParse(text).success).toBe(false)
  })

  it('says how far usage may fall', () => {
    expect(problemsOf(UsagePattern, { kind: 'growth', percent: '-100.5' })).toEqual([
      ['percent', 'Expected at least -100 %.'],
    ])
  })
})

describe('steps of usage', () => {
  const steps = (...months: readonly number[]) => ({
    kind: 'steps',
    steps: months.map((month) => ({ month, multiple: '2' })),
  })

  it('begin after the first month, each in a later one than that before', () => {
    expect(problemsOf(UsagePattern, steps(2, 3, 120))).toEqual([])
    expect(problemsOf(UsagePattern, steps(4, 4, 3, 5))).toEqual([
      ['steps.1.month', 'Expected a later month than that of the step before.'],
      ['steps.2.month', 'Expected a later month than that of the step before.'],
    ])
    expect(problemsOf(UsagePattern, steps(1)).map(([path]) => path)).toEqual(['steps.0.month'])
    expect(problemsOf(UsagePattern, steps(121)).map(([path]) => path)).toEqual(['steps.0.month'])
    expect(problemsOf(UsagePattern, steps()).map(([path]) => path)).toEqual(['steps'])
  })
})

describe('a weekday profile', () => {
  const NOTHING = { mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0 }

  it('has all seven days, in whole parts, and usage on one of them', () => {
    const isOne = (value: unknown) => WeekdayProfile.safeParse(value).success
    expect(isOne({ ...NOTHING, sun: 1 })).toBe(true)
    expect(isOne({ ...NOTHING, mon: 100 })).toBe(true)
    expect(isOne({ ...NOTHING, mon: 101 })).toBe(false)
    expect(isOne({ ...NOTHING, mon: 1.5 })).toBe(false)
    expect(isOne({ mon: 1 })).toBe(false)
    expect(WeekdayProfile.safeParse(NOTHING).error?.issues[0]?.message).toBe(
      'At least one weekday must have usage.',
    )
  })

  it('is in no document that was written without one', () => {
    const old = { kind: 'pattern', monthly: '1', pattern: { kind: 'growth', percent: '8' } }
    expect(ModelledUsage.parse(old)).toStrictEqual(old)
    const written = { kind: 'series', credits: ['1'] }
    expect(ModelledUsage.parse(written)).toStrictEqual(written)
    const stream = { id: 'a', product: 'p', model: 'm', monthly: '1', pattern: { kind: 'flat' } }
    expect(ModelledUsage.parse({ kind: 'streams', streams: [stream] })).toStrictEqual({
      kind: 'streams',
      streams: [stream],
    })
  })
})
