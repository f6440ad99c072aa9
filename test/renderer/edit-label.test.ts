import { describe, expect, it } from 'vitest'
import { labelOf } from '#renderer/state/edit-label.ts'
import { type Inputs, LANDING } from '#renderer/state/inputs.ts'

const names = {
  catalog: () => 'ElevenLabs, October 2026',
  plan: (id: string) => id.charAt(0).toUpperCase() + id.slice(1),
}
const label = (change: Partial<Inputs>, before: Inputs = LANDING) =>
  labelOf(before, { ...before, ...change }, names)

describe('the label of an edit', () => {
  it.each<[Partial<Inputs>, string]>([
    [{ usage: 1_500_000, usageIsSet: true }, 'Change usage to 1,500,000'],
    [{ billing: 'annual' }, 'Bill annually'],
    [{ months: 24 }, 'Compare over 24 months'],
    [{ months: 1 }, 'Compare over 1 month'],
    [{ overage: false }, 'Turn overage off'],
    [{ offers: true }, 'Apply first-month offers'],
    [{ patternKind: 'seasonal' }, 'Change the pattern to seasonal'],
    [{ catalog: 'elevenlabs-2026-10' }, 'Change the catalogue to ElevenLabs, October 2026'],
    [{ focus: 'pro' }, 'Show Pro month by month'],
    [
      { quotes: { 'elevenlabs-2026-04': { enterprise: { monthly: '900' } } } },
      'Change the terms of Enterprise',
    ],
  ])('says what changed: %o', (change, words) => {
    expect(label(change)).toBe(words)
  })

  it('says what was taken back', () => {
    expect(label({ focus: null }, { ...LANDING, focus: 'pro' })).toBe('Follow the cheapest plan')
    const quoted = { ...LANDING, quotes: { 'elevenlabs-2026-04': { enterprise: { monthly: '900' } } } }
    expect(label({ quotes: {} }, quoted)).toBe('Reset the terms of Enterprise')
  })

  it('says how the pattern that is chosen moves', () => {
    const growing: Inputs = { ...LANDING, patternKind: 'growth' }
    expect(label({ growth: { kind: 'growth', percent: '12.5' } }, growing)).toBe(
      'Change growth to 12.5 % a month',
    )
    expect(label({ growth: { kind: 'growth', percent: '12.5' } })).toBe('Change the scenario')
    expect(label({ patternKind: 'steps' }, growing)).toBe('Change the pattern to steps')
    const stepping: Inputs = { ...LANDING, patternKind: 'steps' }
    const one = { month: 5, multiple: '1.5' }
    expect(label({ steps: { kind: 'steps', steps: [one] } }, stepping)).toBe(
      'Change the step to 1.5 times the usage from month 5',
    )
    expect(label({ steps: { kind: 'steps', steps: [one, { ...one, month: 6 }] } }, stepping)).toBe(
      'Change the 2 steps of usage',
    )
  })

  it('joins what one gesture changed, without the plan that goes with its catalogue', () => {
    expect(label({ usage: 5000, usageIsSet: true, billing: 'annual', overage: false })).toBe(
      'Change usage to 5,000, bill annually and turn overage off',
    )
    expect(label({ catalog: 'other', focus: null }, { ...LANDING, focus: 'pro' })).toBe(
      'Change the catalogue to ElevenLabs, October 2026',
    )
  })

  it('fits where the store keeps it', () => {
    const long = { ...names, catalog: () => 'x'.repeat(400) }
    expect(labelOf(LANDING, { ...LANDING, catalog: 'other' }, long)).toHaveLength(200)
    const hands = { ...names, catalog: () => '👍🏽'.repeat(100) }
    expect(labelOf(LANDING, { ...LANDING, catalog: 'other' }, hands)).toMatch(
      /^Change the catalogue to (?:👍🏽)+…$/u,
    )
  })
})
