import { describe, expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { advise } from '#main/engine/index.ts'
import type { Plan } from '#shared/catalog.ts'
import { catalogOf, perThousand, planOf, postpaid, valueOf } from '../support/build.ts'

const adviceOn = (...plans: readonly Plan[]) =>
  valueOf(advise(catalogOf(plans))).map(({ code, path }) => [code, path])

describe('a plan that is the cheapest at no usage is told', () => {
  test('with the price that keeps it from being so', () => {
    // up to 1,000 one costs 10.00; past it two serves for 40.00, and three for 30.00 as far as two does
    const one = planOf({ id: 'one', monthly: '10', credits: '1000' })
    const two = planOf({ id: 'two', monthly: '40', credits: '5000' })
    const three = planOf({ id: 'three', monthly: '30', credits: '5000' })
    expect(adviceOn(one, two, three)).toEqual([['plan.never_cheapest', 'plans.1.price.monthly.value']])
    expect(valueOf(advise(catalogOf([one, two, three]))).map(({ message }) => message)).toEqual([
      'two is the cheapest plan at no usage: another one costs as much or less, looked at up to 1000000000 credits a month, billed monthly and with overage where it is sold.',
    ])
  })

  test('of two that cost the same everywhere the higher one', () => {
    const same = { monthly: '10', credits: '1000' }
    expect(adviceOn(planOf({ id: 'a', ...same }), planOf({ id: 'b', ...same }))).toEqual([
      ['plan.never_cheapest', 'plans.1.price.monthly.value'],
    ])
  })

  test('not where it serves one micro-credit more than any cheaper one', () => {
    const less = planOf({ id: 'less', monthly: '10', credits: '1000' })
    const more = planOf({ id: 'more', monthly: '900', credits: '1000.000001' })
    expect(adviceOn(less, more)).toEqual([])
  })

  test('not where it is the cheapest only far past every quota', () => {
    // 10 + 0.01 (u − 1,000) = 5,000 + 0.0001 (u − 1,000): at a little over 505,000 credits
    const near = planOf({ id: 'near', monthly: '10', pastQuota: postpaid(perThousand('10')) })
    const far = planOf({ id: 'far', monthly: '5000', pastQuota: postpaid(perThousand('0.1')) })
    expect(adviceOn(near, far)).toEqual([])
  })
})

test('of the presets: who starts to serve, or to be cheaper, only where another one costs as much', () => {
  const told = presets.flatMap((preset) =>
    valueOf(advise(preset))
      .filter(({ code }) => code === 'plan.never_cheapest')
      .map(({ path }) => [preset.id, preset.plans[Number(path.split('.')[1])]?.id]),
  )
  expect(told.toSorted()).toEqual([
    // 660.00 against Scale’s 530.00 at its quota, and the same rate from there
    ['dodo-elevenlabs', 'enterprise'],
    // Business costs 2,640.00 at 22,000,000 credits too, and both charge 0.12 from there
    ['elevenlabs-2026-04', 'enterprise'],
    // From Pro on a credit costs 0.000165 (99 ÷ 600,000, 990 ÷ 6,000,000, 1,980 ÷ 12,000,000), on Scale a little more
    ['elevenlabs-2026-10', 'business'],
    ['elevenlabs-2026-10', 'enterprise'],
    ['elevenlabs-2026-10', 'scale'],
    // 6.00 for what costs 4.00 on Free, and the same rate from there
    ['elevenlabs-2026-10', 'starter'],
  ])
})
