import { describe, expect, it } from 'vitest'
import { type Context, curveTitle, patternInWords, sentenceOf, stretchAt } from '#renderer/finding/finding.ts'
import { keepList, planNames } from '#renderer/finding/plan-names.ts'
import { curves, planCost, worked } from './support/samples.ts'

const FLAT = { kind: 'flat' } as const
const context = (changes: Partial<Context> = {}): Context => ({
  reach: null,
  pattern: FLAT,
  overage: true,
  prepaid: new Set(),
  ...changes,
})
const reach = curves({
  upTo: '20000000',
  envelope: [
    { plan: 'starter', from: '0', to: '30000' },
    { plan: 'creator', from: '30000', to: '356666.67' },
    { plan: 'pro', from: '356666.67', to: '1462500' },
    { plan: 'enterprise', from: '1462500', to: '20000000' },
  ],
})

describe('the finding in words', () => {
  it('names the cheapest plan, what it saves, and who takes over', () => {
    expect(sentenceOf(worked(), context({ reach }))).toEqual({
      headline: 'Pro is cheapest at 400,000 credits a month: $99.00 a month',
      detail:
        '$13.00 a month less than Creator with overage. Above 1,462,500 credits a month Enterprise takes over.',
    })
  })

  it('tells credits from a prepaid balance from overage', () => {
    const { detail } = sentenceOf(worked(), context({ prepaid: new Set(['creator']) }))
    expect(detail).toBe('$13.00 a month less than Creator with prepaid credits.')
  })

  it('does without what is not known yet', () => {
    expect(sentenceOf(worked(), context()).detail).toBe('$13.00 a month less than Creator with overage.')
  })

  it('marks a plan on assumed terms', () => {
    const finding = {
      kind: 'cheapest',
      plan: 'enterprise',
      total: '31680.00',
      runnerUp: { plan: 'pro', total: '40000.00', saving: '8320.00', monthlySaving: '693.33' },
    } as const
    const { headline } = sentenceOf(worked({ cheapest: 'enterprise', finding }), context({ reach }))
    expect(headline).toBe(
      'Enterprise is cheapest at 400,000 credits a month: $2,640.00 a month on assumed terms',
    )
  })

  it('calls a tie a tie', () => {
    const finding = {
      kind: 'cheapest',
      plan: 'pro',
      total: '1188.00',
      runnerUp: { plan: 'creator', total: '1188.00', saving: '0.00', monthlySaving: '0.00' },
    } as const
    expect(sentenceOf(worked({ finding }), context({ reach })).headline).toBe(
      'Pro and Creator with overage cost the same at 400,000 credits a month: $99.00 a month',
    )
  })

  it('keeps what both plans of a tie rest on, and how a plan alone serves', () => {
    const plans = [
      planCost('creator', { monthly: '112.00', overage: '1080.00' }),
      planCost('enterprise', { monthly: '112.00', basis: 'assumed' }),
    ]
    const finding = {
      kind: 'cheapest',
      plan: 'creator',
      total: '1344.00',
      runnerUp: { plan: 'enterprise', total: '1344.00', saving: '0.00', monthlySaving: '0.00' },
    } as const
    expect(sentenceOf(worked({ plans, finding }), context()).headline).toContain(
      'Creator with overage and Enterprise on assumed terms cost the same',
    )
    const alone = { ...finding, runnerUp: null }
    expect(sentenceOf(worked({ plans, finding: alone }), context()).headline).toContain(
      'Creator with overage alone blocks nothing',
    )
  })

  it('says when only one plan blocks nothing', () => {
    const finding = { kind: 'cheapest', plan: 'pro', total: '1188.00', runnerUp: null } as const
    expect(sentenceOf(worked({ finding }), context())).toEqual({
      headline: 'Pro alone blocks nothing at 400,000 credits a month: $99.00 a month',
      detail: 'Every other plan blocks work.',
    })
  })

  it('says when every plan blocks, and what could be done', () => {
    const finding = { kind: 'allBlock', plan: 'pro', blockedCredits: '1200000' } as const
    const blocked = worked({ finding, cheapest: null })
    expect(sentenceOf(blocked, context({ overage: false }))).toEqual({
      headline: 'Every plan blocks work at 400,000 credits a month',
      detail:
        'Pro blocks least: 1,200,000 credits in 12 months. Turn overage on to see what serving them would cost.',
    })
    expect(sentenceOf(blocked, context()).detail).toBe('Pro blocks least: 1,200,000 credits in 12 months.')
  })

  it('has a word for no usage', () => {
    const finding = { kind: 'noUsage', plan: 'free' } as const
    const idle = worked({ usage: '0', finding, plans: [planCost('free')] })
    expect(sentenceOf(idle, context()).headline).toBe('With no usage Free is enough: $0.00 a month')
  })

  it('speaks of the usage as its pattern has it', () => {
    const of = (pattern: Context['pattern']) => sentenceOf(worked(), context({ pattern })).headline
    expect(of({ kind: 'growth', percent: '10' })).toContain('for usage starting at 400,000 credits a month')
    expect(of({ kind: 'seasonal', amplitude: '40', peakMonth: 6 })).toContain('for usage around 400,000')
    expect(of({ kind: 'spike', month: 3, multiple: '3' })).toContain(
      'at 400,000 credits a month with one spike',
    )
    const spike = { kind: 'spike', month: 3, multiple: '3' } as const
    expect(patternInWords(spike, 12)).toBe('3 times the usage in month 3')
    expect(patternInWords(spike, 2)).toBe('no spike within the months compared')
    expect(sentenceOf(worked({ months: 2 }), context({ pattern: spike })).headline).not.toContain('spike')
  })

  it('says where every plan starts to block', () => {
    const short = curves({
      envelope: [
        { plan: 'pro', from: '0', to: '500000' },
        { plan: null, from: '500000', to: '1000000' },
      ],
    })
    expect(sentenceOf(worked(), context({ reach: short, overage: false })).detail).toContain(
      'Above 500,000 credits a month every plan blocks.',
    )
  })
})

describe('the title of the cost curves', () => {
  const names = planNames(worked().plans)

  it('says from where to where the cheapest plan is the cheapest', () => {
    expect(curveTitle(reach, 400_000, names)).toBe(
      'Pro is the cheapest from 356,667 to 1,462,500 credits a month',
    )
    expect(curveTitle(reach, 5_000, names)).toBe('Starter is the cheapest up to 30,000 credits a month')
    expect(curveTitle(reach, 9_000_000, names)).toBe(
      'Enterprise is the cheapest from 1,462,500 credits a month',
    )
    expect(curveTitle(null, 5_000, names)).toBe('Cost by usage')
    expect(curveTitle(reach, 40_000_000, names)).toBe('Cost by usage')
  })

  it('gives a boundary to the stretch below it, as the engine does', () => {
    expect(stretchAt(reach.envelope, 30_000)).toBe(0)
    expect(stretchAt(reach.envelope, 30_001)).toBe(1)
  })
})

describe('the list of plans', () => {
  it('stays the same object while only figures change', () => {
    const before = keepList([], worked().plans)
    expect(keepList(before, worked({ usage: '5' }).plans)).toBe(before)
    expect(keepList(before, worked().plans.slice(1))).not.toBe(before)
  })
})
