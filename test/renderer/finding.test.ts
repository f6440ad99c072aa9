import { describe, expect, it } from 'vitest'
import { patternInWords } from '#renderer/finding/base-usage.ts'
import { type Context, sentenceOf } from '#renderer/finding/finding.ts'
import { keepList } from '#renderer/finding/plan-names.ts'
import { curves, planCost, stretch, tied, worked } from './support/samples.ts'

const FLAT = { kind: 'flat' } as const
const context = (changes: Partial<Context> = {}): Context => ({
  reach: null,
  pattern: FLAT,
  overage: true,
  ...changes,
})
const reach = curves({
  upTo: '20000000',
  envelope: [
    stretch('starter', '0', '30000'),
    stretch('creator', '30000', '356666.67'),
    stretch('pro', '356666.67', '1462500'),
    stretch('enterprise', '1462500', '20000000'),
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
    const plans = worked().plans.map((plan) => ({ ...plan, pastQuota: 'prepaid' as const }))
    const { detail } = sentenceOf(worked({ plans }), context())
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
    const plans = worked().plans.map((plan) => ({ ...plan, agreed: 'whole' as const }))
    const quoted = worked({ cheapest: 'enterprise', finding, plans })
    expect(sentenceOf(quoted, context({ reach })).headline).toBe(
      'Enterprise is cheapest at 400,000 credits a month: $2,640.00 a month on the terms you put in',
    )
  })

  it('calls a tie a tie', () => {
    // What 356,667 credits a month cost: Creator’s 256,667 of overage come to $77.00, to the cent.
    expect(sentenceOf(tied(), context({ reach })).headline).toBe(
      'Creator with overage and Pro cost the same at 356,667 credits a month: $99.00 a month',
    )
  })

  it('keeps what both plans of a tie rest on, and how a plan alone serves', () => {
    const creator = planCost('creator', { total: '1344.00', monthly: '112.00', overage: '1080.00' })
    const plans = [creator, planCost('enterprise', { total: '1344.00', monthly: '112.00', basis: 'assumed' })]
    const finding = {
      kind: 'cheapest',
      plan: 'creator',
      total: '1344.00',
      runnerUp: { plan: 'enterprise', total: '1344.00', saving: '0.00', monthlySaving: '0.00' },
    } as const
    expect(
      sentenceOf(worked({ plans, finding, cheapest: 'creator', tied: ['creator', 'enterprise'] }), context())
        .headline,
    ).toContain('Creator with overage and Enterprise on assumed terms cost the same')
    const alone = worked({ plans: [creator], finding: { ...finding, runnerUp: null }, cheapest: 'creator' })
    expect(sentenceOf(alone, context()).headline).toContain('Creator with overage alone blocks nothing')
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

  it('says that usage falls, by how much', () => {
    const falling = { kind: 'growth', percent: '-2.5' } as const
    expect(patternInWords(falling, 12)).toBe('usage falls 2.5 % a month')
    expect(sentenceOf(worked(), context({ pattern: falling })).headline).toContain(
      'for usage starting at 400,000 credits a month',
    )
  })

  it('says from where on usage in steps is at which level, three of them one by one', () => {
    const steps = (...some: readonly (readonly [number, string])[]) =>
      ({ kind: 'steps', steps: some.map(([month, multiple]) => ({ month, multiple })) }) as const
    const one = steps([4, '2'])
    expect(patternInWords(one, 12)).toBe('usage × 2 from month 4')
    expect(patternInWords(one, 3)).toBe('no step within the months compared')
    expect(patternInWords(steps([2, '1.5'], [3, '0'], [7, '1000'], [8, '2'], [13, '3']), 12)).toBe(
      'usage × 1.5 from month 2, × 0 from month 3, × 1,000 from month 7 and 1 step more',
    )
    const headlineOf = (pattern: Context['pattern'], months = 12) =>
      sentenceOf(worked({ months }), context({ pattern })).headline
    expect(headlineOf(one)).toContain('for usage starting at 400,000 credits a month')
    expect(headlineOf(one, 3)).toContain('at 400,000 credits a month')
    expect(headlineOf(steps([2, '1'], [14, '2']))).toContain('at 400,000 credits a month')
    expect(sentenceOf(worked(), context({ pattern: one, reach })).detail).toContain(
      'Starting above 1,462,500, Enterprise takes over.',
    )
  })

  it('calls usage that grows by nothing the same every month', () => {
    const still = context({ pattern: { kind: 'growth', percent: '0' }, reach })
    expect(sentenceOf(worked(), still)).toEqual(sentenceOf(worked(), context({ reach })))
  })

  it('says of which usage a take-over is told', () => {
    const of = (pattern: Context['pattern']) => sentenceOf(worked(), context({ pattern, reach })).detail
    expect(of({ kind: 'growth', percent: '10' })).toContain(
      'Starting above 1,462,500, Enterprise takes over.',
    )
    expect(of({ kind: 'seasonal', amplitude: '40', peakMonth: 6 })).toContain(
      'Above 1,462,500 on yearly average Enterprise takes over.',
    )
    expect(of({ kind: 'spike', month: 3, multiple: '3' })).toContain(
      'Above 1,462,500 in an ordinary month Enterprise takes over.',
    )
  })

  it('counts one credit as one', () => {
    const { headline } = sentenceOf(worked({ usage: '1', totalUsage: '12' }), context())
    expect(headline).toBe('Pro is cheapest at 1 credit a month: $99.00 a month')
  })

  it('says where every plan starts to block', () => {
    const short = curves({
      envelope: [stretch('pro', '0', '500000'), stretch(null, '500000', '1000000')],
    })
    expect(sentenceOf(worked(), context({ reach: short, overage: false })).detail).toContain(
      'Above 500,000 credits a month every plan blocks.',
    )
  })
})

describe('a price in the finding', () => {
  const grown = { kind: 'growth', percent: '10' } as const

  it('is an average where the months differ', () => {
    // Creator for a year, its first month at half price: 11 + 11 × 22 = $253.
    const offered = worked({
      plans: [planCost('creator', { total: '253.00', monthly: '21.08', offer: 'applied' })],
      cheapest: 'creator',
      finding: { kind: 'cheapest', plan: 'creator', total: '253.00', runnerUp: null },
    })
    const { headline } = sentenceOf(offered, context())
    expect(headline).toContain(': $21.08 a month on average')
  })

  it('is an average where overage differs from month to month, and the same where only usage does', () => {
    const { headline, detail } = sentenceOf(worked(), context({ pattern: grown }))
    expect(headline).toContain(': $99.00 a month')
    expect(headline).not.toContain('on average')
    expect(detail).toBe('$13.00 a month less on average than Creator with overage.')
  })

  it('is that of the first month where only one is compared and an offer lowers it', () => {
    const first = worked({
      months: 1,
      plans: [planCost('creator', { total: '11.00', monthly: '11.00', offer: 'applied' })],
      cheapest: 'creator',
      finding: { kind: 'cheapest', plan: 'creator', total: '11.00', runnerUp: null },
    })
    const { headline } = sentenceOf(first, context())
    expect(headline).toContain(': $11.00 in the first month')
  })

  describe('of plans paid by the year', () => {
    it('is told whole where the months do not fill it', () => {
      // tierwise compare --usage 400000 --months 3 --billing annual: 220 + 3 × 90 = $490 against $990.
      const quarter = worked({
        months: 3,
        totalUsage: '1200000',
        plans: [
          planCost('creator', { total: '490.00', monthly: '163.33', overage: '270.00', paid: 'annual' }),
          planCost('pro', { total: '990.00', monthly: '330.00', paid: 'annual' }),
        ],
        cheapest: 'creator',
        finding: {
          kind: 'cheapest',
          plan: 'creator',
          total: '490.00',
          runnerUp: { plan: 'pro', total: '990.00', saving: '500.00', monthlySaving: '166.67' },
        },
      })
      expect(sentenceOf(quarter, context())).toEqual({
        headline:
          'Creator with overage is cheapest at 400,000 credits a month: $490.00 for 3 months, a year paid in advance',
        detail: '$500.00 less for 3 months than Pro.',
      })
    })

    it('counts every year that is begun', () => {
      const plans = [planCost('pro', { total: '1980.00', monthly: '132.00', paid: 'annual' })]
      const finding = { kind: 'cheapest', plan: 'pro', total: '1980.00', runnerUp: null } as const
      const fifteen = worked({ months: 15, plans, finding })
      expect(sentenceOf(fifteen, context()).headline).toContain(
        ': $1,980.00 for 15 months, 2 years paid in advance',
      )
    })

    it('is a share of whole years, and says so', () => {
      const plans = [planCost('pro', { total: '990.00', monthly: '82.50', paid: 'annual' })]
      const finding = { kind: 'cheapest', plan: 'pro', total: '990.00', runnerUp: null } as const
      expect(sentenceOf(worked({ plans, finding }), context()).headline).toContain(
        ': $82.50 a month, billed annually',
      )
    })
  })

  it('tells a saving of less than a cent a month over all months', () => {
    const finding = {
      kind: 'cheapest',
      plan: 'pro',
      total: '1188.00',
      runnerUp: { plan: 'creator', total: '1188.03', saving: '0.03', monthlySaving: '0.00' },
    } as const
    const plans = [
      planCost('creator', { total: '1188.03', monthly: '99.00', overage: '924.03' }),
      planCost('pro', { total: '1188.00', monthly: '99.00' }),
    ]
    expect(sentenceOf(worked({ plans, finding }), context()).detail).toBe(
      '$0.03 less for 12 months than Creator with overage.',
    )
  })
})

describe('the cheapest plan beside one that costs less and blocks', () => {
  // tierwise compare --usage 450000 --no-overage, with a season of 40 % up and down.
  const season = { kind: 'seasonal', amplitude: '40', peakMonth: 6 } as const
  const blocking = (blockedCredits: string, nearly = true) =>
    worked({
      usage: '450000',
      totalUsage: '5400000',
      plans: [
        planCost('creator', { total: '264.00', monthly: '22.00', blockedCredits: '4200000' }),
        planCost('pro', { total: '1188.00', monthly: '99.00', blockedCredits }),
        planCost('scale', { total: '3960.00', monthly: '330.00' }),
        planCost('business', { total: '15840.00', monthly: '1320.00' }),
      ],
      cheapest: 'scale',
      cheaperButBlocking: ['pro', 'creator'],
      nearMiss: nearly ? 'pro' : null,
      finding: {
        kind: 'cheapest',
        plan: 'scale',
        total: '3960.00',
        runnerUp: { plan: 'business', total: '15840.00', saving: '11880.00', monthlySaving: '990.00' },
      },
    })

  it('is the cheapest that blocks nothing, and the one that nearly does is named', () => {
    expect(sentenceOf(blocking('25880'), context({ overage: false, pattern: season }))).toEqual({
      headline:
        'Scale is the cheapest that blocks nothing for usage around 450,000 credits a month: $330.00 a month',
      detail: 'Pro costs $99.00 a month but blocks 25,880 of 5,400,000 credits.',
    })
  })

  it('names none where none nearly does', () => {
    const { headline, detail } = sentenceOf(blocking('2700000', false), context({ overage: false }))
    expect(headline).toContain('Scale is the cheapest that blocks nothing at')
    expect(detail).toBe('$990.00 a month less than Business.')
  })

  it('is simply the cheapest with overage on, where what costs less serves too little to be meant', () => {
    expect(sentenceOf(blocking('2700000', false), context()).headline).toContain('Scale is cheapest at')
    expect(sentenceOf(blocking('25880'), context()).headline).toContain('Scale is the cheapest that blocks')
  })

  it('is named beside a plan that alone blocks nothing, too', () => {
    const { finding } = blocking('25880')
    if (finding.kind !== 'cheapest') throw new Error('The sample names a cheapest plan.')
    const alone = { ...blocking('25880'), finding: { ...finding, runnerUp: null } }
    expect(sentenceOf(alone, context({ overage: false })).detail).toBe(
      'Pro costs $99.00 a month but blocks 25,880 of 5,400,000 credits.',
    )
  })
})

describe('the list of plans', () => {
  it('stays the same object while only figures change', () => {
    const before = keepList([], worked().plans)
    expect(keepList(before, worked({ usage: '5' }).plans)).toBe(before)
    expect(keepList(before, worked().plans.slice(1))).not.toBe(before)
  })
})
