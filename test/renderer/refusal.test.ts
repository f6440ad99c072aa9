import { describe, expect, it } from 'vitest'
import { refusalInWords, type Refused } from '#renderer/finding/refusal.ts'

const refused = (code: string, path: string, changes: Partial<Refused> = {}, message = 'No.') =>
  refusalInWords({
    problems: [{ code, message, path }],
    months: 12,
    pattern: { kind: 'flat' },
    names: (plan) => (plan === 'enterprise' ? 'Enterprise' : plan),
    figures: true,
    ...changes,
  })

const LAST = 'The figures below are the last that could be compared.'

describe('a refusal in the place of the finding', () => {
  it('is none where nothing was refused', () => {
    expect(refused('', '', { problems: [] })).toBeNull()
  })

  it('says that figures grow too large, and what makes them so', () => {
    expect(refused('amount.out_of_bounds', 'usage')).toEqual({
      headline: 'Cannot be compared: the figures grow beyond what can be billed exactly',
      detail: `The most is 9,007,199,254 credits or dollars in all. Use less usage or fewer months. ${LAST}`,
    })
    const growth = { pattern: { kind: 'growth', percent: '30' } } as const
    expect(refused('amount.out_of_bounds', 'usage', growth)?.detail).toContain(
      'Use less usage, less growth or fewer months.',
    )
    const spike = { pattern: { kind: 'spike', month: 3, multiple: '1000' } } as const
    expect(refused('amount.out_of_bounds', 'usage', spike)?.detail).toContain(
      'Use less usage, a smaller spike or fewer months.',
    )
    const steps = { pattern: { kind: 'steps' as const, steps: [{ month: 2, multiple: '1000' }] } }
    expect(refused('amount.out_of_bounds', 'usage', steps)?.detail).toContain(
      'Use less usage, lower steps or fewer months.',
    )
    expect(refused('input.invalid', 'pattern.steps.0.month', steps)?.headline).toBe(
      'Cannot be compared: “Steps” cannot be used as it is',
    )
  })

  it('says whose figures are too large where it is not the usage', () => {
    expect(refused('amount.out_of_bounds', 'customTerms')?.headline).toBe(
      'Cannot be compared: the terms you put in come to more than can be billed exactly',
    )
    expect(refused('amount.out_of_bounds', 'catalog')?.detail).toContain('Choose another catalogue.')
  })

  it('names the field to change as the screen calls it', () => {
    const message = 'Expected an amount of money of zero or more.'
    expect(refused('input.invalid', 'customTerms.enterprise.monthly', {}, message)).toEqual({
      headline: 'Cannot be compared: “Price a month” of Enterprise cannot be used as it is',
      detail: `${message} ${LAST}`,
    })
    expect(refused('input.invalid', 'pattern.percent', {}, 'Expected a percentage.')?.headline).toBe(
      'Cannot be compared: “Growth a month” cannot be used as it is',
    )
  })

  it('says what the engine says where no field is to blame', () => {
    expect(refused('plan.unknown', 'focus', {}, 'The catalogue has no plan "x".')?.headline).toBe(
      'Cannot be compared: the catalogue has no plan "x"',
    )
  })

  it('says of a page that comes as another user of the machine whose address it is', () => {
    expect(refused('http.other_user', 'ticket', { figures: false })).toEqual({
      headline: 'Cannot be compared: the address of this page is for another user of this machine',
      detail:
        'Open it as the user who started Tierwise, on whose behalf a tunnel must log in, too; or start a Tierwise of your own.',
    })
  })

  it('does not speak of figures where there never were any', () => {
    expect(refused('amount.out_of_bounds', 'usage', { figures: false })?.detail).toBe(
      'The most is 9,007,199,254 credits or dollars in all. Use less usage or fewer months.',
    )
  })
})
