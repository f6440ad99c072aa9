import { afterEach, describe, expect, it } from 'vitest'
import { chargeInWords } from '#renderer/finding/charge-in-words.ts'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { pastQuotaInWords, rolloverInWords, seatsInWords } from '#renderer/finding/terms-in-words.ts'
import { termsLine } from '#renderer/finding/terms-line.ts'
import { planOf, prepaid } from '../engine/support/build.ts'

describe('the line of terms', () => {
  const terms = { months: 3, billing: 'annual', overage: true, offers: false } as const
  const line = (months: number) => termsLine({ ...terms, months }, { kind: 'flat' }, 'List')

  it('says when a year is paid for and less is compared', () => {
    expect(line(3)).toContain('a year is paid in advance; 3 months are compared')
    expect(line(12)).toBe('List · 12 months, billed annually · overage on · the same usage every month')
  })
})

describe('terms in words', () => {
  afterEach(() => setNumberFormat('comma'))

  it('write seats and credits in the chosen format, and one credit as one', () => {
    const source = 'the contract'
    const plan = planOf({})
    const sold = {
      ...plan,
      seats: { ...plan.seats, full: { value: 5, source }, basic: { value: 1000, source } },
    }
    expect(seatsInWords(sold)).toBe('5 Full, 1,000 Basic')
    const words = (credits: string) => pastQuotaInWords(planOf({ pastQuota: prepaid(credits, '5') }), 'USD')
    expect(words('1')).toBe('Prepaid balance, if topped up: 1 credit for $5.00.')
    expect(words('25000')).toBe('Prepaid balance, if topped up: 25,000 credits for $5.00.')
    setNumberFormat('point')
    expect(seatsInWords(sold)).toBe('5 Full, 1.000 Basic')
  })

  it('say what becomes of unused credits', () => {
    expect(rolloverInWords({ kind: 'none' })).toBe('Unused credits expire at the end of the month.')
    expect(rolloverInWords({ kind: 'age', periods: 2 })).toBe(
      'Unused credits last 2 more months, then expire.',
    )
    expect(rolloverInWords({ kind: 'age', periods: 1 })).toBe(
      'Unused credits last one more month, then expire.',
    )
    expect(rolloverInWords({ kind: 'cap', multiple: 2 })).toBe(
      'Unused credits carry over, up to 2 times the monthly credits; a renewal adds no more than fits.',
    )
    expect(rolloverInWords({ kind: 'count', carries: 1, percent: '100', validity: 1 })).toBe(
      'Unused credits carry over once, for 1 month; the rest is forfeited.',
    )
    expect(rolloverInWords({ kind: 'count', carries: 2, percent: '50', validity: 3 })).toBe(
      '50 % of unused credits carry over 2 times, for 3 months; the rest is forfeited.',
    )
  })

  it('say what a single credit costs', () => {
    expect(chargeInWords({ model: 'perUnit', rate: { amount: '0.0003', per: '1' } }, 'USD')).toBe(
      '$0.0003 per 1 credit',
    )
  })

  it('say what credits past the quota cost, for every charge model', () => {
    const rate = { amount: '0.30', per: '1000' }
    const tiers = [
      { upTo: '100000', rate },
      { upTo: null, rate: { amount: '0.2475', per: '1000' } },
    ]
    expect(chargeInWords({ model: 'perUnit', rate }, 'USD')).toBe('$0.30 per 1,000 credits')
    expect(chargeInWords({ model: 'flat', amount: '9' }, 'USD')).toBe('$9.00 whatever is used')
    expect(chargeInWords({ model: 'package', amount: '5', size: '1000' }, 'USD')).toBe(
      '$5.00 for every 1,000 credits',
    )
    expect(chargeInWords({ model: 'percentage', percent: '2.5' }, 'USD')).toBe('2.5 % of the amount')
    expect(chargeInWords({ model: 'graduated', tiers }, 'USD')).toBe(
      '$0.30 per 1,000 up to 100,000, $0.2475 per 1,000 above (each step at its own price)',
    )
    const free = { kind: 'quantity', units: '500' } as const
    expect(chargeInWords({ model: 'perUnit', rate, free }, 'USD')).toBe(
      '$0.30 per 1,000 credits, the first 500 free',
    )
    expect(
      chargeInWords(
        { model: 'percentage', percent: '2.5', fixed: '0.30', minimum: '1', maximum: '20' },
        'USD',
      ),
    ).toBe('2.5 % of the amount plus $0.30, at least $1.00, at most $20.00')
    expect(chargeInWords({ model: 'volume', tiers: [{ upTo: null, rate, flatFee: '5' }] }, 'USD')).toContain(
      '$0.30 per 1,000 plus $5.00 above',
    )
    expect(chargeInWords({ model: 'volume', tiers }, 'USD')).toContain('(all at the price of the step)')
  })
})
