import { describe, expect, it } from 'vitest'
import type { ModelledUsage } from '#shared/usage.ts'
import { fillRight, fitMonths, setMonths } from '#renderer/state/account-edits/series.ts'
import { asFigure, asSeries, asStreams } from '#renderer/state/account-edits/usage-kinds.ts'
import { setWeekdays, weekdaysOf } from '#renderer/state/account-edits/weekdays.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const written = (credits: string[], months = credits.length): WindowAccount =>
  content({ months, usage: { kind: 'series', credits } }).scenario
const monthsIn = ({ usage }: WindowAccount) => (usage.kind === 'series' ? usage.credits : [])
const GROWTH = { kind: 'growth', percent: '8' } as const
const figure = content({ usage: { kind: 'pattern', monthly: '250000.5', pattern: GROWTH } }).scenario

describe('months written out', () => {
  it('are set one by one, those past the end not at all', () => {
    const account = written(['1', '2', '3'])
    const set = new Map([
      [0, '7'],
      [2, '9'],
      [3, '11'],
    ])
    expect(monthsIn(setMonths(account, set))).toEqual(['7', '2', '9'])
    expect(setMonths(account, new Map([[1, '2']]))).toBe(account)
    expect(setMonths(figure, set)).toBe(figure)
  })

  it('are filled from one to the last', () => {
    expect(monthsIn(fillRight(written(['1', '2', '3', '4']), 1))).toEqual(['1', '2', '2', '2'])
    const same = written(['1', '2'])
    expect(fillRight(same, 1)).toBe(same)
    expect(fillRight(figure, 0)).toBe(figure)
  })

  it('are made as many as the account has: more of the last, or cut', () => {
    expect(monthsIn(fitMonths(written(['1', '2'], 4)))).toEqual(['1', '2', '2', '2'])
    expect(monthsIn(fitMonths(written(['1', '2', '3'], 2)))).toEqual(['1', '2'])
    const same = written(['1', '2'])
    expect(fitMonths(same)).toBe(same)
    expect(fitMonths(figure)).toBe(figure)
  })
})

const PROFILE = { mon: 5, tue: 5, wed: 5, thu: 5, fri: 5, sat: 2, sun: 2 }

describe('the weekdays of usage', () => {
  const stream = { product: 'tts', model: 'v2', monthly: '1', pattern: GROWTH }
  const streams = (...some: readonly object[]): ModelledUsage => ({
    kind: 'streams',
    streams: some.map((own, index) => ({ ...stream, id: String(index), ...own })),
  })

  it('are set, and left out where it is spread evenly', () => {
    const set = setWeekdays(figure, PROFILE)
    expect(set.usage).toEqual({ ...figure.usage, weekdays: PROFILE })
    expect(setWeekdays(set, undefined)).toEqual(figure)
    expect(setWeekdays(written(['1']), PROFILE).usage).toMatchObject({ credits: ['1'], weekdays: PROFILE })
    const byProduct = content({ usage: streams({}) }).scenario
    expect(setWeekdays(byProduct, PROFILE)).toBe(byProduct)
  })

  it('stay where it is said in another way', () => {
    const set = setWeekdays(figure, PROFILE)
    expect(asFigure(set, '2').usage).toMatchObject({ monthly: '2', weekdays: PROFILE })
    expect(asSeries(set, ['2']).usage).toEqual({ kind: 'series', credits: ['2'], weekdays: PROFILE })
    const product = { product: 'tts', model: 'v2' }
    expect(asStreams(set, '2', product).usage).toMatchObject({ streams: [{ weekdays: PROFILE }] })
    expect(asStreams(figure, '2', product).usage).toMatchObject({ streams: [{ pattern: GROWTH }] })
  })

  it('are those of streams where all have the same', () => {
    const same = streams({ weekdays: PROFILE }, { weekdays: { ...PROFILE } })
    expect(weekdaysOf(same)).toEqual(PROFILE)
    expect(weekdaysOf(streams({ weekdays: PROFILE }, {}))).toBeUndefined()
    expect(weekdaysOf(streams({ weekdays: PROFILE }, { weekdays: { ...PROFILE, sun: 3 } }))).toBeUndefined()
    expect(weekdaysOf(streams())).toBeUndefined()
    expect(asSeries(content({ usage: same }).scenario, ['2']).usage).toMatchObject({ weekdays: PROFILE })
  })
})

describe('usage said in another way', () => {
  it('is one figure that is the same every month', () => {
    expect(asFigure(written(['1', '3']), '2').usage).toEqual({
      kind: 'pattern',
      monthly: '2',
      pattern: { kind: 'flat' },
    })
  })

  it('is the months that the engine makes of it', () => {
    expect(monthsIn(asSeries(figure, ['250000.5', '270000.54']))).toEqual(['250000.5', '270000.54'])
  })

  it('is one stream of what burns a credit a unit, with the pattern it had', () => {
    const as = { product: 'tts', model: 'v2' }
    expect(asStreams(figure, '250000.5', as).usage).toEqual({
      kind: 'streams',
      streams: [{ id: 'tts', product: 'tts', model: 'v2', monthly: '250000.5', pattern: GROWTH }],
    })
    expect(asStreams(written(['1', '3']), '2', as).usage).toMatchObject({
      streams: [{ monthly: '2', pattern: { kind: 'flat' } }],
    })
    expect(asStreams(figure, '250000.5', null).usage).toEqual({ kind: 'streams', streams: [] })
  })
})
