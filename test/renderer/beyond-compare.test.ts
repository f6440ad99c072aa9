import { describe, expect, it } from 'vitest'
import { beyondCompare, usageStandsFor } from '#renderer/finding/beyond-compare.ts'
import { content } from './support/scenarios.ts'

const member = (id: string) => ({ id, role: 'member', seat: 'full', locked: false }) as const

describe('what the Compare screen says about a scenario', () => {
  it('is nothing where it shows everything', () => {
    const { scenario } = content()
    expect(beyondCompare(scenario)).toBeNull()
    expect(usageStandsFor(scenario, 400_000)).toBeNull()
  })

  it('counts what it does not show', () => {
    const { scenario } = content({
      members: [member('a'), member('b'), member('c')],
      changes: [
        { kind: 'cancel', on: '2027-01-01' },
        { kind: 'resume', on: '2027-01-02' },
      ],
      usageEvents: { kept: 54_750 },
    })
    expect(beyondCompare(scenario)).toBe(
      'This scenario also has 3 members, 2 dated changes and 54,750 usage events. Compare prices its usage and plans only, and leaves them as they are.',
    )
  })

  it('speaks of one thing as of one', () => {
    expect(beyondCompare(content({ members: [member('a')] }).scenario)).toContain(
      'has 1 member. Compare prices its usage and plans only, and leaves it as it is.',
    )
    const { scenario } = content({ usage: { kind: 'series', credits: ['1'] } })
    expect(usageStandsFor(scenario, 1)).toBe(
      'Usage is written out for 1 month. Compare shows it as 1 credit a month; a change of usage here replaces it.',
    )
  })

  it('says what figure stands for usage written out', () => {
    const { scenario } = content({ usage: { kind: 'series', credits: ['100', '300'] } })
    expect(usageStandsFor(scenario, 200)).toBe(
      'Usage is written out for 2 months. Compare shows their average, 200 credits a month; a change of usage here replaces them.',
    )
  })

  it('says why usage in streams is shown as none where the scenario cannot be billed', () => {
    const stream = {
      id: 's',
      product: 'text-to-speech',
      model: 'Nobody',
      monthly: '1000',
      pattern: { kind: 'flat' },
    } as const
    const { scenario } = content({ usage: { kind: 'streams', streams: [stream] } })
    const problem = {
      code: 'usage.no_rate',
      message: 'There is no burn rate.',
      path: 'usage.streams.0.model',
    }
    expect(usageStandsFor(scenario, 0, problem)).toBe(
      'Usage is 1 row by product and model, but the scenario cannot be billed as it is, so Compare shows no usage: There is no burn rate. (usage.streams.0.model) A usage set here replaces it.',
    )
  })

  it('says when it had to round', () => {
    const { scenario } = content({ usage: { kind: 'pattern', monthly: '100.5', pattern: { kind: 'flat' } } })
    expect(usageStandsFor(scenario, 101)).toBe('Compare works in whole credits: 101 stands for 100.5.')
  })
})
