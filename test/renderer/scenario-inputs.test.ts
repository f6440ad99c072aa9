import { describe, expect, it } from 'vitest'
import { ScenarioContent } from '#shared/library.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { type Inputs, LANDING } from '#renderer/state/inputs.ts'
import { inputsOf, newContent, wholeFigure, withInputs } from '#renderer/state/scenario-inputs.ts'
import { content } from './support/scenarios.ts'

const PLANS = ['free', 'starter', 'creator', 'pro']
const plansOf = () => PLANS

const edited = (before: WindowContent, change: Partial<Inputs>) => {
  const inputs = inputsOf(before, 400_000)
  return withInputs(before, inputs, { ...inputs, ...change }, plansOf)
}

describe('a new scenario', () => {
  it('is the worked example, on a plan with credits, from the first of this month', () => {
    const made = newContent('Example', LANDING, '2026-11-20', plansOf)
    expect(ScenarioContent.parse(made)).toEqual(made)
    expect(made).toMatchObject({
      shows: 'cheapest',
      scenario: {
        plan: 'creator',
        start: '2026-11-01',
        months: 12,
        overage: { optIn: true },
        usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } },
      },
    })
    expect(inputsOf(content(), 400_000)).toEqual({ ...LANDING, quotes: { 'elevenlabs-2026-04': {} } })
  })
})

describe('what the Compare screen edits of a scenario', () => {
  it('is the very same content where nothing was changed', () => {
    const before = content()
    expect(edited(before, {})).toBe(before)
    const inputs = inputsOf(before, 400_000)
    expect(withInputs(before, inputs, { ...inputs, usage: inputs.usage }, plansOf)).toBe(before)
  })

  it('leaves usage on its weekdays, whatever else is changed of it', () => {
    const weekdays = { mon: 5, tue: 5, wed: 5, thu: 5, fri: 5, sat: 2, sun: 2 }
    const flat = { kind: 'flat' } as const
    const before = content({ usage: { kind: 'pattern', monthly: '400000', pattern: flat, weekdays } })
    expect(edited(before, { usage: 5000, usageIsSet: true }).scenario.usage).toEqual({
      kind: 'pattern',
      monthly: '5000',
      pattern: flat,
      weekdays,
    })
    const written = content({ usage: { kind: 'series', credits: ['400000'], weekdays } })
    expect(edited(written, { usage: 5000, usageIsSet: true }).scenario.usage).toMatchObject({
      kind: 'pattern',
      weekdays,
    })
  })

  it('takes steps over and keeps them while another pattern is chosen', () => {
    const steps = { kind: 'steps' as const, steps: [{ month: 2, multiple: '3' }] }
    const inputs = inputsOf(content({ usage: { kind: 'pattern', monthly: '1', pattern: steps } }), 1)
    expect([inputs.patternKind, inputs.steps]).toEqual(['steps', steps])
    expect(inputsOf(content(), 1, inputs).steps).toEqual(steps)
  })

  it('touches only the field that was changed', () => {
    const before = content({
      members: [{ id: 'ada', role: 'admin', seat: 'full', locked: false }],
      changes: [{ kind: 'changePlan', on: '2027-02-01', plan: 'pro' }],
      overage: { optIn: true, spendLimit: '50.00' },
      usage: { kind: 'series', credits: ['1', '2'] },
      usageEvents: { kept: 3 },
    })
    const after = edited(before, { billing: 'annual' })
    expect(after.scenario).toEqual({ ...before.scenario, billing: 'annual' })
    expect(edited(before, { overage: false }).scenario.overage).toEqual({ optIn: false, spendLimit: '50.00' })
  })

  it('leaves what is said of the scenario as it is', () => {
    const about = {
      question: 'Why?',
      lookFor: '',
      tags: ['renewal'],
      notes: 'For us alone',
      customer: 'Acme',
      internal: { question: false, plans: [] },
      example: null,
      branchOf: null,
    }
    expect(edited({ ...content(), about }, { billing: 'annual' }).about).toBe(about)
  })

  it('writes usage and its pattern together', () => {
    expect(edited(content(), { usage: 500_000, patternKind: 'seasonal' }).scenario.usage).toEqual({
      kind: 'pattern',
      monthly: '500000',
      pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 6 },
    })
  })

  it('shows the plan that was chosen, and keeps it while the cheapest is followed', () => {
    const pinned = edited(content(), { focus: 'pro' })
    expect(pinned).toMatchObject({ shows: 'plan', scenario: { plan: 'pro' } })
    expect(inputsOf(pinned, 400_000).focus).toBe('pro')
    expect(edited(pinned, { focus: null })).toMatchObject({ shows: 'cheapest', scenario: { plan: 'pro' } })
  })

  it('moves to a plan that another catalogue has', () => {
    const before = content({ plan: 'business' })
    const after = edited(before, { catalog: 'dodo-elevenlabs' })
    expect(after.scenario).toMatchObject({ catalog: 'dodo-elevenlabs', plan: 'creator' })
    expect(edited(content({ plan: 'pro' }), { catalog: 'dodo-elevenlabs' }).scenario.plan).toBe('pro')
  })

  it('keeps the terms agreed for the catalogue that is chosen, and none that are empty', () => {
    const quotes = { 'elevenlabs-2026-04': { enterprise: { monthly: '900' }, business: {} } }
    expect(edited(content(), { quotes }).scenario.customTerms).toEqual({ enterprise: { monthly: '900' } })
  })
})

describe('usage that is not one monthly figure', () => {
  it('is asked for: only a whole figure a month is read as it stands', () => {
    const pattern = (monthly: string) => wholeFigure({ kind: 'pattern', monthly, pattern: { kind: 'flat' } })
    expect(pattern('400000')).toBe(400_000)
    expect(pattern('100.5')).toBeNull()
    expect(wholeFigure({ kind: 'series', credits: ['100'] })).toBeNull()
    expect(wholeFigure({ kind: 'streams', streams: [] })).toBeNull()
    expect(inputsOf(content({ usage: { kind: 'streams', streams: [] } }), 1234).usage).toBe(1234)
  })

  it('is replaced only by a change of usage', () => {
    const before = content({ usage: { kind: 'series', credits: ['100', '300'] } })
    expect(edited(before, { months: 2 }).scenario.usage).toEqual(before.scenario.usage)
    // A figure that stands for what is written out is nobody's edit.
    expect(edited(before, { usage: 250 })).toBe(before)
    expect(edited(before, { usage: 250, usageIsSet: true }).scenario.usage).toMatchObject({
      kind: 'pattern',
      monthly: '250',
    })
  })
})

describe('what a scenario does not say', () => {
  it('stays as it was on screen', () => {
    const dormant: Inputs = {
      ...LANDING,
      growth: { kind: 'growth', percent: '7' },
      quotes: { 'dodo-elevenlabs': { enterprise: { monthly: '1' } } },
    }
    const inputs = inputsOf(content(), 400_000, dormant)
    expect(inputs.growth.percent).toBe('7')
    expect(inputs.quotes['dodo-elevenlabs']).toEqual({ enterprise: { monthly: '1' } })
  })
})
