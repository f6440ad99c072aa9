import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import type { Input } from '#shared/api.ts'
import { SCENARIO } from './cases.ts'

const call = createApi({ host: 'test' })
const monthsOf = (scenario: Partial<Input<'scenarios.usageByMonth'>>) =>
  call('scenarios.usageByMonth', { ...SCENARIO, ...scenario })

describe('usage by month', () => {
  it('is what a pattern makes of its figure, also of an account that cannot be billed', async () => {
    const growth = { kind: 'growth' as const, percent: '10' }
    expect(
      await monthsOf({
        plan: 'no-such-plan',
        months: 3,
        usage: { kind: 'pattern', monthly: '1000', pattern: growth },
      }),
    ).toEqual({ ok: true, value: { months: ['1000', '1100', '1210'] } })
  })

  it('is what was written of usage written out, and no more months than there are', async () => {
    const usage = { kind: 'series' as const, credits: ['7', '5.5', '3'] }
    expect(await monthsOf({ months: 2, usage })).toEqual({ ok: true, value: { months: ['7', '5.5'] } })
    expect(await monthsOf({ months: 5, usage })).toEqual({ ok: true, value: { months: ['7', '5.5', '3'] } })
  })

  it('is what streams burn at the plan’s rates', async () => {
    const stream = { id: 'reading', product: 'text-to-speech', model: 'Flash v2', monthly: '1000' }
    const spike = { kind: 'spike' as const, month: 2, multiple: '3' }
    // 0.5 credits a character, three times as much in the second month
    expect(
      await monthsOf({ months: 3, usage: { kind: 'streams', streams: [{ ...stream, pattern: spike }] } }),
    ).toEqual({ ok: true, value: { months: ['500', '1500', '500'] } })
  })

  it('is refused where a month is more than can be counted', async () => {
    const growth = { kind: 'growth' as const, percent: '1000000' }
    expect(
      await monthsOf({ months: 3, usage: { kind: 'pattern', monthly: '9000000000', pattern: growth } }),
    ).toMatchObject({ ok: false, problems: [{ code: 'amount.out_of_bounds', path: 'usage' }] })
  })
})
