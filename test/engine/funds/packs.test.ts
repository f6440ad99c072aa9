import { describe, expect, test } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { run } from '#main/engine/index.ts'
import { figure, scenarioOf } from '../support/build.ts'
import { fund, lineRows, ownRows, PACK } from '../support/funds.ts'

const EMPTY = { credits: '0', monthly: '0' }
const buy = (on: string, count = 1) => ({ kind: 'buyPack' as const, on, pack: 'small', count })

describe('a credit pack', () => {
  test('is paid for and there at once', () => {
    const result = fund([EMPTY], ['310'], { changes: [buy('2026-01-11', 2)] })
    expect(lineRows(result)).toEqual([['pack', '2026-01-11', '10.00']])
    expect(result.totals).toMatchObject({
      total: '10.00',
      packs: '10.00',
      subscription: '0.00',
      overage: '0.00',
    })
    // ten days at 10 a day are blocked before it, 200 are used, and a day is blocked after it
    expect(ownRows(result)).toEqual([['small', 200, 200, 0, 0, 0]])
    expect(result.totals.blockedCredits).toBe('110')
    expect(result.ledger).toContainEqual(
      expect.objectContaining({ unit: 'money', from: 'money.customer', to: 'money.packs', amount: '10.00' }),
    )
  })

  test('expires so many months after it was bought, within a period too', () => {
    const result = fund([EMPTY], ['0', '0', '310'], { changes: [buy('2026-01-11')] })
    // 100 of 10 a day would last from 1 to 10 March; all is used before the 11th
    expect(ownRows(result)).toEqual([['small', 100, 100, 0, 0, 0]])
    const late = fund([EMPTY], ['0', '0', '155'], { changes: [buy('2026-01-11')] })
    expect(ownRows(late)).toEqual([['small', 100, 50, 50, 0, 0]])
    expect(late.alerts).toContainEqual(
      expect.objectContaining({ kind: 'packExpired', at: '2026-03-11T00:00:00.000Z', credits: '50' }),
    )
  })

  test('never expires where the catalogue says so', () => {
    const forever = [{ ...PACK, expiresAfterMonths: figure(null) }]
    const result = fund([EMPTY], ['0', '0', '0', '0', '50'], { changes: [buy('2026-01-11')] }, forever)
    expect(ownRows(result)).toEqual([['small', 100, 50, 0, 0, 50]])
    expect(result.grants.at(-1)?.expires).toBeNull()
  })

  test('is priced by its charge model, each purchase by itself', () => {
    const rate = (amount: string) => ({ amount, per: '1' })
    const charge = figure({
      model: 'volume' as const,
      tiers: [
        { upTo: '2', rate: rate('5') },
        { upTo: null, rate: rate('4') },
      ],
    })
    const result = fund([EMPTY], ['0'], { changes: [buy('2026-01-05', 3), buy('2026-01-06', 2)] }, [
      { ...PACK, charge },
    ])
    expect(lineRows(result)).toEqual([
      ['pack', '2026-01-05', '12.00'],
      ['pack', '2026-01-06', '10.00'],
    ])
  })

  test('a downgrade and a cancellation lose the plan’s credits and not the pack’s', () => {
    const plans = [
      { id: 'big', monthly: '20', rollover: { kind: 'age' as const, periods: 3 } },
      { id: 'free', monthly: '0', credits: '0' },
    ]
    const changes = [buy('2026-01-11'), { kind: 'cancel' as const, on: '2026-01-12' }]
    const result = fund(plans, ['0', '50'], { changes })
    expect(result.totals).toMatchObject({ expiredCredits: '1000', remainingCredits: '50' })
    expect(ownRows(result)).toEqual([['small', 100, 50, 0, 0, 50]])
  })

  test('an upgrade keeps it, and does not put off its expiry', () => {
    const plans = [{ id: 'small-plan' }, { id: 'big', monthly: '99' }]
    const changes = [buy('2026-01-11'), { kind: 'changePlan' as const, on: '2026-02-25', plan: 'big' }]
    const result = fund(plans, ['0', '0', '0'], { changes })
    expect(result.grants.find(({ name }) => name === 'small')).toMatchObject({
      expires: '2026-03-11T00:00:00.000Z',
      expiredCredits: '100',
    })
  })
})

test('no preset sells a pack: there credits come with a subscription only', () => {
  for (const preset of presets) {
    expect(preset.packs).toBeUndefined()
    const changes = [buy('2026-01-11')]
    const scenario = scenarioOf(preset, ['0'], { changes })
    expect(run(preset, scenario)).toMatchObject({ ok: false, problems: [{ code: 'packs.unknown' }] })
  }
})
