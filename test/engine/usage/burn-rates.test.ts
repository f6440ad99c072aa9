import { describe, expect, test } from 'vitest'
import { BurnRates, creditsFor } from '#main/engine/usage/burn-rates.ts'
import { at, OPTED_IN, planOf } from '../support/build.ts'
import { enterpriseOf, eu, hq, onEnterprise } from '../support/consolidation.ts'
import { billPeople, blockedBecause, preset, servedRows, use, workspaceOf } from '../support/people.ts'

const APRIL = 'elevenlabs-2026-04'
const OCTOBER = 'elevenlabs-2026-10'

describe('credits are burned by product, model and plan', () => {
  test.each([
    // a character, with Flash half of one
    [APRIL, 'creator', 'text-to-speech', 'Multilingual v2', '1000', '1000'],
    [APRIL, 'creator', 'text-to-speech', 'Flash v2.5', '1000', '500'],
    [APRIL, 'creator', 'text-to-speech', 'Turbo v2', '1001', '500.5'],
    [OCTOBER, 'creator', 'text-to-speech', 'Flash v2.5', '1000', '1000'],
    ['dodo-elevenlabs', 'creator', 'text-to-speech', 'Flash v2.5', '1000', '1000'],
    // a minute of a call, dearer in credits on larger plans
    [APRIL, 'creator', 'agents', 'Voice call', '10', '4000'],
    [APRIL, 'pro', 'agents', 'Voice call', '10', '4540'],
    [APRIL, 'scale', 'agents', 'Voice call', '10', '5550'],
    [APRIL, 'business', 'agents', 'Voice call', '10', '8000'],
    // a minute of changed voice, a generated sound
    [APRIL, 'pro', 'voice-changer', 'Standard', '2.5', '2500'],
    [APRIL, 'pro', 'sound-effects', 'Automatic length', '3', '600'],
    [APRIL, 'pro', 'sound-effects-api', 'Automatic length', '3', '300'],
    // an hour of transcription through the API: 500,000 credits buy 300 hours on Pro, 30,000 buy 12.5 on Starter
    [APRIL, 'pro', 'speech-to-text-api', 'Scribe v1', '60', '1666.666667'],
    [APRIL, 'starter', 'speech-to-text-api', 'Scribe v1', '60', '2400'],
    // $0.22 at 121,000 credits for $22
    [OCTOBER, 'creator', 'speech-to-text-api', 'Scribe v2', '1', '1210'],
  ])('%s %s: %s with %s, %s units burn %s credits', (id, plan, product, model, quantity, credits) => {
    const usageEvents = [{ ...use(1, null, product, 0, { model }), quantity }]
    const { totals } = billPeople(preset(id), { plan, usageEvents })
    expect(totals).toMatchObject({ usage: credits, poolCredits: credits })
  })

  test('one pool serves every product', () => {
    const result = billPeople(preset(APRIL), {
      plan: 'creator',
      usageEvents: [
        use(1, null, 'text-to-speech', 40_000, { model: 'Multilingual v2' }),
        use(2, null, 'voice-changer', 20, { model: 'Standard' }),
        use(3, null, 'agents', 100, { model: 'Voice call' }),
        use(4, null, 'sound-effects', 1, { model: 'Automatic length' }),
      ],
    })
    expect(servedRows(result)).toEqual([
      [null, 'text-to-speech', 40_000, {}],
      [null, 'voice-changer', 20_000, {}],
      [null, 'agents', 40_000, {}],
      [null, 'sound-effects', 0, { poolEmpty: 200 }],
    ])
  })

  test.each([
    // 100 minutes of 1,000 characters beyond the credits
    ['creator', '30.00', '15.00'],
    ['pro', '24.00', '12.00'],
    ['scale', '18.00', '9.00'],
    ['business', '12.00', '6.00'],
  ])(
    'April 2026: 100,000 more characters on %s are $%s with Multilingual and $%s with Flash',
    (plan, dear, half) => {
      const catalog = preset(APRIL)
      const quota = Number(catalog.plans.find(({ id }) => id === plan)?.credits.value)
      const overage = (model: string) => {
        const all = use(1, null, 'text-to-speech', quota, { model: 'Multilingual v2' })
        const more = use(2, null, 'text-to-speech', 100_000, { model })
        return billPeople(catalog, { plan, ...OPTED_IN, usageEvents: [all, more] }).totals.overage
      }
      expect([overage('Multilingual v2'), overage('Flash v2.5')]).toEqual([dear, half])
    },
  )

  test('a stream is a quantity a month in the product’s unit, rated month by month', () => {
    const result = billPeople(preset(APRIL), {
      plan: 'pro',
      months: 3,
      usage: {
        kind: 'streams',
        streams: [
          {
            id: 'calls',
            product: 'agents',
            model: 'Voice call',
            monthly: '100',
            pattern: { kind: 'growth', percent: '10' },
          },
        ],
      },
    })
    // 100, 110 and 121 minutes at 454 credits
    expect(result.periods.map(({ usage }) => usage)).toEqual(['45400', '49940', '54934'])
  })
})

describe('a product that only some of an account’s plans have', () => {
  const scribe = (day: number | string) => use(day, null, 'speech-to-text-api', 3771, { model: 'Scribe v1' })
  const to = (plan: string, on: string) => ({ kind: 'changePlan' as const, on, plan })

  test('is served on the plan that has it: 62 h 51 min are all of Creator’s 100,000 credits', () => {
    const result = billPeople(preset(APRIL), {
      plan: 'free',
      changes: [to('creator', '2026-01-10')],
      usageEvents: [scribe(12)],
    })
    expect(servedRows(result)).toEqual([[null, 'speech-to-text-api', 100_000, {}]])
    expect(result.assumptions.filter((text) => text.includes('speech-to-text-api'))).toEqual([])
  })

  test('and blocked before and after, as so many credits as there, which is said', () => {
    const result = billPeople(preset(APRIL), {
      plan: 'free',
      months: 3,
      changes: [to('creator', '2026-01-10'), { kind: 'cancel', on: '2026-01-20' }],
      usageEvents: [scribe(5), scribe(12), scribe('2026-02-14')],
    })
    expect(blockedBecause(result)).toEqual([{ noFeature: 100_000 }, {}, { noFeature: 100_000 }, {}])
    expect(result.totals).toMatchObject({ usage: '300000', poolCredits: '100000', blockedCredits: '200000' })
    expect(
      result.alerts.filter(({ kind }) => kind === 'notInPlan').map((alert) => alert.at.slice(0, 10)),
    ).toEqual(['2026-01-05', '2026-02-14'])
    expect(result.assumptions).toContain(
      'Free: no burn rate of speech-to-text-api with Scribe v1 is published, and what was asked for there is blocked.',
    )
  })

  test('so is modelled usage, day for day', () => {
    // 3,100 in January, 100 a day: 15 days on the plan without it, 16 on the one that has it
    const [plan = planOf({})] = workspaceOf({ credits: '10000' }).plans
    const workspace = workspaceOf()
    const catalog = {
      ...workspace,
      burnRates: workspace.burnRates.map((rate) => ({ ...rate, plans: ['more'] })),
      plans: [plan, { ...plan, id: 'more', name: 'more' }],
    }
    const streams = [{ id: 's', product: 'api', model: 'Standard', monthly: '3100' }]
    const result = billPeople(catalog, {
      changes: [{ ...to('more', '2026-01-16'), mode: 'doNotBill' }],
      usage: { kind: 'streams', streams },
    })
    expect(servedRows(result)).toEqual([[null, 'api', 1600, { noFeature: 1500 }]])
  })

  test('a workspace that goes on with a plan without it is blocked there', () => {
    const enterprise = enterpriseOf()
    const catalog = {
      ...enterprise,
      burnRates: enterprise.burnRates.map((rate) => ({ ...rate, plans: ['enterprise'] })),
    }
    const afterwards = { kind: 'newSubscription' as const, plan: 'small' }
    const result = billPeople(
      catalog,
      onEnterprise({
        workspaces: [hq, eu],
        changes: [{ kind: 'unlinkWorkspace', on: '2026-01-16', workspace: 'eu', afterwards }],
        usageEvents: [5, 20].map((day) => use(day, null, 'api', day, { workspace: 'eu' })),
      }),
    )
    expect(result.totals).toMatchObject({ poolCredits: '5', blockedCredits: '0' })
    expect(blockedBecause(at(result.separateAccounts, 0))).toEqual([{ noFeature: 20 }])
  })
})

describe('the rate of a product', () => {
  const rates = new BurnRates(preset(APRIL))

  test('is told apart from no published figure, and from not being in the plan', () => {
    expect(rates.find('pro', 'text-to-speech', 'Flash v2.5')).toEqual({ credits: 500_000, per: 1_000_000 })
    expect(rates.find('pro', 'dubbing', 'Standard')).toBe('unpriced')
    expect(rates.find('huge', 'text-to-speech', 'Flash v2.5')).toBe('notOffered')
    expect(rates.find('pro', 'text-to-speech', 'Parrot')).toBe('notOffered')
    expect([rates.knows('dubbing', 'Standard'), rates.knows('text-to-speech', 'Parrot')]).toEqual([
      true,
      false,
    ])
    expect(rates.knows('parrot', 'Standard')).toBe(false)
  })

  test('rounds once, half-up, to the micro-credit', () => {
    const third = { credits: 1_000_000, per: 3_000_000 }
    expect([1, 2, 1_000_000].map((units) => creditsFor(units, third))).toEqual([0, 1, 333_333])
    expect(creditsFor(1, { credits: 500_000, per: 1_000_000 })).toBe(1)
  })
})
