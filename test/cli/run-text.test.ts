import { describe, expect, test } from 'vitest'
import { SCENARIO, textOf } from './support.ts'

/** Lines of a text with single spaces, so that a test says what stands in them and not how wide they are. */
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '))

const told = async (scenario: object) => linesOf(await textOf(['run', '-'], JSON.stringify(scenario)))

describe('what `run` tells people', () => {
  test('changes that were refused, blocks by whom and why, alerts and assumptions', async () => {
    const lines = linesOf(await textOf(['run', 'docs/examples/upgrade-in-march.json']))
    expect(lines).toContain(
      'change.refused: Refused on 2026-02-10: "ben" is no admin, and only admins manage the subscription. (changes.0)',
    )
    // Ben asks for 15,000 with a ceiling of 10,000.
    expect(lines).toContain('1 ben text-to-speech Multilingual v2 ceiling 5,000')
    expect(lines.some((line) => /^1 2026-01-\d\dT.* low balance 10,000 /.test(line))).toBe(true)
    expect(lines).toContain('Assumptions')
    expect(lines.some((line) => /^The price is published, the usage assumed\.$/.test(line))).toBe(true)
    expect(lines.at(-2)).toMatch(/^Engine \S+, input [0-9a-f]{64}$/)
  })

  test('an invoice whose lines, discounts and taxes sum to its total, and totals likewise', async () => {
    const lines = linesOf(await textOf(['run', 'test/golden/50-coupon-and-vat.json']))
    // 24.00 − 4.80 + 99.00 − 19.80 = 98.40; 19 % of it is 18.696.
    const invoice = lines.slice(lines.findIndex((line) => line.startsWith('Invoice TW-0002')))
    expect(invoice.slice(0, 9)).toEqual([
      'Invoice TW-0002 of 2026-02-01, due 2026-02-15',
      'line for time worked out USD',
      '1 Overage beyond the credits on hand 2026-01-01 to 2026-02-01 100,000 at 0.24 per 1000 24.00',
      'less Welcome: 20 % off two invoices -4.80',
      '2 Pro subscription, monthly 2026-02-01 to 2026-03-01 99.00 a month 99.00',
      'less Welcome: 20 % off two invoices -19.80',
      'VAT 19 % of 98.40 18.70',
      'Total 117.10',
      'Due 117.10',
    ])
    // 3 × 99.00 + 24.00 − (4.80 + 2 × 19.80) + 18.81 + 18.70 + 15.05 = 329.16
    const totals = lines.slice(lines.indexOf('Billed USD'))
    expect(totals.slice(0, 7)).toEqual([
      'Billed USD',
      'Subscription 297.00',
      'Overage 24.00',
      'Discounts -44.40',
      'Tax on top 52.56',
      'Total 329.16',
      'Net 276.60, tax in all 52.56',
    ])
  })

  test('a tax that is contained beside the sum, not in it', async () => {
    const taxes = [{ name: 'VAT', percent: '10', inclusive: true }]
    const lines = await told({ ...SCENARIO, invoicing: { taxes } })
    // 22.00 with 10 % in it is 20.00 + 2.00; of 94.00 in all 8.55 are tax, 2.00 + 6.55 of 72.00.
    expect(lines).toContain('Contains VAT 10 % of 20.00: 2.00')
    expect(lines).toContain('Net 85.45, tax in all 8.55')
    expect(lines.filter((line) => /^(Tax on top|VAT)/.test(line))).toEqual([])
  })

  test('a credit note and what it pays', async () => {
    const lines = linesOf(await textOf(['run', 'test/golden/34-credit-note.json']))
    // 330.00 / 2 back, 99.00 / 2 due: −115.50, which pays 99.00 and then 16.50.
    expect(lines).toContain('Credit note 0002 of 2026-04-16, due 2026-04-16')
    expect(lines).toContain('Paid by credit notes -99.00')
    expect(lines).toContain('Paid by credit notes -16.50')
    expect(lines).toContain('Due 82.50')
  })

  test('the prepaid balance, by period and as it was bought', async () => {
    const lines = await told({
      ...SCENARIO,
      catalog: 'elevenlabs-2026-10',
      usage: { kind: 'series', credits: ['176000'] },
      prepaid: { kind: 'wallet' },
      changes: [{ kind: 'topUp', on: '2026-01-01', amount: '50' }],
    })
    // 176,000 − 121,000 = 55,000 credits at 22.00 for 121,000 are 10.00 of the 50.00.
    expect(lines).toContain('1 0.00 50.00 10.00 0.00 40.00')
    expect(lines).toContain('Prepaid top-ups 50.00')
  })

  test('workspaces, what of the invoice falls to each, and one that goes its own way', async () => {
    const lines = await told({
      ...SCENARIO,
      catalog: 'elevenlabs-2026-04',
      plan: 'enterprise',
      overage: undefined,
      months: 2,
      workspaces: [
        { id: 'us', kind: 'billing', environment: 'us' },
        { id: 'eu', kind: 'reporting', environment: 'eu' },
      ],
      changes: [
        {
          kind: 'unlinkWorkspace',
          on: '2026-02-01',
          workspace: 'eu',
          afterwards: { kind: 'newSubscription', plan: 'pro' },
        },
      ],
      usage: {
        kind: 'streams',
        streams: [
          { id: 'a', workspace: 'us', product: 'text-to-speech', model: 'Multilingual v2', monthly: '3000' },
          { id: 'b', workspace: 'eu', product: 'text-to-speech', model: 'Multilingual v2', monthly: '1000' },
        ],
      },
    })
    expect(
      lines.some((line) => /^eu eu reporting eu 2026-01-01\S* to 2026-02-01\S* a subscription/.test(line)),
    ).toBe(true)
    expect(
      lines.some((line) => line.startsWith('Workspace eu by itself: pro, paid monthly, 2026-02-01')),
    ).toBe(true)
    expect(lines).toContain('Usage by workspace since the invoice before')
    expect(lines).toContain('Invoices by workspace')
  })
})
