import { describe, expect, it } from 'vitest'
import { earlyInvoicesOf } from '#main/api/early-weight.ts'
import { usageSeries } from '#main/engine/scenario/usage-curve.ts'
import { creditsText } from '#main/engine/exact/amount.ts'
import { Scenario } from '#shared/scenario.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { catalogOf, OPTED_IN, perThousand, planOf, postpaid, scenarioOf } from '../engine/support/build.ts'

/** A credit beyond the quota is one unit of money, and so is the threshold: each may bring forward an invoice. */
const CATALOG = catalogOf([planOf({ credits: '0', pastQuota: postpaid(perThousand('1000'), '1') })])
const MONTHS = 12

const scenarioWith = (usage: object): Scenario =>
  Scenario.parse({
    ...scenarioOf(
      CATALOG,
      Array.from({ length: MONTHS }, () => '0'),
      OPTED_IN,
    ),
    usage,
  })

describe('invoices that thresholds may bring forward', () => {
  it.each<UsagePattern>([
    { kind: 'flat' },
    { kind: 'growth', percent: '8' },
    { kind: 'growth', percent: '-50' },
    { kind: 'growth', percent: '-100' },
    { kind: 'seasonal', amplitude: '40', peakMonth: 6 },
    { kind: 'spike', month: 3, multiple: '5' },
    { kind: 'steps', steps: [{ month: 2, multiple: '7' }] },
    { kind: 'steps', steps: [{ month: 2, multiple: '0' }] },
    {
      kind: 'steps',
      steps: [
        { month: 2, multiple: '0.1' },
        { month: 12, multiple: '3' },
      ],
    },
  ])('are not too few of usage by the pattern %j', (pattern) => {
    const modelled = { kind: 'pattern' as const, monthly: '100', pattern }
    const months = usageSeries(modelled, MONTHS).map(creditsText)
    const written = earlyInvoicesOf(scenarioWith({ kind: 'series', credits: months }), CATALOG)
    const product = { product: 'p', model: 'm' }
    expect(earlyInvoicesOf(scenarioWith(modelled), CATALOG)).toBeGreaterThanOrEqual(written)
    const stream = { id: 's', ...product, monthly: '100', pattern }
    const burning = {
      ...CATALOG,
      burnRates: [{ ...product, unit: 'unit', rate: { value: { credits: '1', per: '1' }, source: 's' } }],
    }
    const streams = scenarioWith({ kind: 'streams', streams: [stream] })
    expect(earlyInvoicesOf(streams, burning)).toBeGreaterThanOrEqual(written)
  })
})
