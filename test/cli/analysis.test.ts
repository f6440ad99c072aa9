import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BestUpgrade, BestUpgrades, BothFailures, CostShare, VariantCost } from '#shared/analysis.ts'
import { Crossover, Curves } from '#shared/comparison.ts'
import { microsOf } from '#shared/decimal.ts'
import { Explanation } from '#shared/explanation.ts'
import { WebhookEvent } from '#shared/webhook-event.ts'
import { answerOf, filesOfTest, textOf, tierwise } from './support.ts'

const fileOf = filesOfTest()

/**
 * Creator at 22.00 in January and February with 155,000 credits wanted a month: 60,000 by Ada, 80,000 (160,000 characters
 * at half a credit) by the key, 15,000 by Ben, whose ceiling lets 10,000 through. 50,000 of 150,000 are overage at 0.30 for
 * every 1,000: 15.00 a month. Pro at 99.00 in March. 2 × 22.00 + 99.00 + 2 × 15.00 = 173.00, with VAT of 20 % 207.60.
 */
const TEAM = 'docs/examples/upgrade-in-march.json'

/** Creator of April 2026: 22.00, and 300,000 credits at 0.30 for every 1,000 are 90.00. */
const AT_400K = 'docs/examples/creator-at-400k.json'

/** Small: 10.00, 10,000 credits, more at 2.00 for every 1,000. Large: 30.00, 50,000 credits, no more. */
const OWN = ['--catalog', 'docs/examples/own-catalog.json']

const VARIANTS = ['variants', TEAM, '--variants', 'docs/examples/variants.json']

describe('variants', () => {
  const billed = (file: string) => answerOf(['variants', TEAM, '--variants', file])

  test('each cost beside the first one', async () => {
    expect(await billed('docs/examples/variants.json')).toMatchObject([
      { name: 'As planned', cost: { total: '207.60' }, difference: '0.00' },
      // 3 × 22.00 + 3 × 15.00 = 111.00, with VAT 133.20
      { name: 'Stay on Creator', cost: { total: '133.20' }, difference: '-74.40' },
      // 3 × 99.00 = 297.00, with VAT 356.40
      { name: 'Pro from the start', cost: { total: '356.40' }, difference: '148.80' },
      // 143.00, with VAT 171.60; of 150,000 the two months of Creator serve 100,000 each
      { name: 'Without overage', cost: { total: '171.60', blockedCredits: '115000' }, difference: '-36.00' },
      // 72,000, 10,000 of 18,000 and 96,000: 78,000 beyond are 23.40 twice; 189.80, with VAT 227.76
      { name: 'A fifth more of everything', cost: { total: '227.76', blockedCredits: '24000' } },
      // 45,000, 10,000 of 11,250 and 80,000: 35,000 beyond are 10.50 twice; 164.00, with VAT 196.80
      { name: 'Half the videos with Flash', cost: { total: '196.80', blockedCredits: '3750' } },
      // The ceiling is 50,000, and the key's 8.00 are 44,000 of Creator's 121,000: 119,000 a month, nothing beyond
      { name: 'On the price list of October', cost: { total: '171.60', blockedCredits: '0' }, rank: 1 },
    ])
  })

  test('beside the one that is named, by name or by place', async () => {
    const differences = async (baseline: string) =>
      z
        .array(VariantCost)
        .parse(await answerOf([...VARIANTS, '--baseline', baseline]))
        .slice(0, 2)
        .map((row) => row.kind === 'billed' && row.difference)
    expect(await differences('Stay on Creator')).toEqual(['74.40', '0.00'])
    expect(await differences('1')).toEqual(['74.40', '0.00'])
    expect((await tierwise([...VARIANTS, '--baseline', 'Gold'])).stderr).toBe(
      'variant.unknown: There is no variant called "Gold". (baseline)\n',
    )
  })

  test('a name is meant before a place is', async () => {
    const file = fileOf('numbered.json', [{ name: '1' }, { name: '0', changes: [] }])
    const rows = z
      .array(VariantCost)
      .parse(await answerOf(['variants', TEAM, '--variants', file, '--baseline', '0']))
    expect(rows.map((row) => row.kind === 'billed' && row.isBaseline)).toEqual([false, true])
  })

  test('told to people: what makes each differ, and changes that could not be made where they are not the same', async () => {
    const text = await textOf(VARIANTS)
    expect(text).toMatch(/^ +4 {2}As planned \(baseline\) +creator +elevenlabs-2026-04 +207\.60 +69\.20/m)
    // 77.00 less subscription, 15.00 more overage, 12.40 less VAT, of 104.40
    expect(text).toMatch(
      /^Stay on Creator +-74\.40 +-24\.80 {2}subscription -77\.00 \(73\.7 %\), overage \+15\.00 \(14\.4 %\), tax -12\.40 \(11\.9 %\)$/m,
    )
    expect(text.match(/could not be made/g)?.length).toBe(1)
    expect(text).toMatch(/^Changes of As planned that could not be made:\n {2}change\.refused: /m)
  })

  test('one that cannot be billed says why beside the others', async () => {
    const file = fileOf('variants.json', [{ name: 'As it is' }, { name: 'Gold', plan: 'gold' }])
    expect(await billed(file)).toMatchObject([{ kind: 'billed' }, { kind: 'refused', name: 'Gold' }])
    expect(await textOf(['variants', TEAM, '--variants', file])).toMatch(
      /^Gold cannot be billed:\n {2}[a-z._]+: /m,
    )
  })
})

describe('attribute', () => {
  test('by member and product: credits as served, costs that sum to the bill', async () => {
    const shares = z.array(CostShare).parse(await answerOf(['attribute', TEAM, '--by', 'member,product']))
    expect(shares.map(({ values, credits }) => [...values, credits])).toEqual([
      ['ada', 'text-to-speech', '180000'],
      ['ben', 'text-to-speech', '30000'],
      [null, 'text-to-speech-api', '240000'],
    ])
    const sum = shares.reduce((cost, share) => cost + microsOf(share.cost), 0n)
    expect(sum).toBe(microsOf('207.60'))
  })
})

describe('failures', () => {
  test('a plan on which the account cannot be billed says why', async () => {
    const members = ['a', 'b', 'c'].map((id) => ({ id, seat: 'full' }))
    const scenario = {
      ...JSON.parse(readFileSync(AT_400K, 'utf8')),
      members,
      plan: 'scale',
      expect: undefined,
    }
    const text = await textOf(['failures', fileOf('three.json', scenario)])
    expect(text).toMatch(/^pro cannot be billed:\n {2}seats\.over_limit: /m)
  })

  test('both of every plan', async () => {
    const priced = z.array(BothFailures).parse(await answerOf(['failures', AT_400K]))
    expect(priced.find(({ plan }) => plan === 'creator')).toMatchObject({
      blocked: { total: '22.00', blockedCredits: '300000' },
      overflow: { total: '112.00', overage: '90.00', blockedCredits: '0' },
    })
    expect(priced.find(({ plan }) => plan === 'starter')).toMatchObject({
      blocked: { total: '5.00', blockedCredits: '370000' },
      overflow: null,
    })
  })
})

describe('best-upgrade', () => {
  test('every day of the month and never, the best without regret', async () => {
    const { best, days } = BestUpgrade.parse(await answerOf(['best-upgrade', AT_400K, '--plan', 'pro']))
    expect(days.find(({ on }) => on === null)).toMatchObject({ total: '112.00', attributable: '112.00' })
    expect(days.find(({ on }) => on === best)?.regret).toBe('0.00')
    // Never, and each of January's days after the first.
    expect(days.length).toBe(31)
  })
})

describe('best-upgrades', () => {
  const asked = ['best-upgrades', AT_400K, '--plans', 'pro,creator']

  test('the best of several plans, and why one is none of them', async () => {
    const { best, plans } = BestUpgrades.parse(await answerOf(asked))
    expect(best?.plan).toBe('pro')
    expect(plans.map(({ kind, plan }) => [kind, plan])).toEqual([
      ['tried', 'pro'],
      ['refused', 'creator'],
    ])
    const text = await textOf(asked)
    expect(text.startsWith(`It is best to move to pro on ${best?.on}.\n\npro\non `)).toBe(true)
    expect(text).toMatch(/^There is no day to move to creator:\n {2}upgrade\.refused: /m)
  })

  test('with no more days than asked for', async () => {
    const { plans } = BestUpgrades.parse(await answerOf([...asked, '--most-days', '30']))
    // January has thirty days after the first
    expect(plans[0]).toMatchObject({ kind: 'tried', everyDays: 1 })
    expect((await tierwise([...asked, '--most-days', '29'])).stderr).toBe(
      'input.invalid: Expected a whole number from 30 to 4,000. (mostDays)\n',
    )
    expect((await tierwise(['best-upgrades', AT_400K])).stderr).toBe(
      'input.invalid: Name the plans to move to: --plans A,B. (plans)\n',
    )
  })
})

describe('events', () => {
  test('in the order in which they happen', async () => {
    const events = z.array(WebhookEvent).parse(await answerOf(['events', AT_400K]))
    // 90,000 of 400,000 in 31 days are used after 6.975 days, 100,000 after 7.75.
    expect(events.slice(0, 2).map(({ type, timestamp }) => [type, timestamp])).toEqual([
      ['credit.balance_low', '2026-01-07T23:24:00.000Z'],
      ['credit.depleted', '2026-01-08T18:00:00.000Z'],
    ])
  })
})

describe('explain', () => {
  const explained = async (reference: string) =>
    Explanation.parse(await answerOf(['explain', TEAM, reference]))

  test('a line of an invoice: quantity, rate and amount', async () => {
    const { steps, sources } = await explained('line:0002:1')
    expect(steps[0]).toEqual({ text: '50000 at 0.30 per 1000', amount: '15.00', unit: 'money' })
    expect(sources.length).toBeGreaterThan(0)
  })

  test.each([
    ['balance:3', 'On hand on 2026-04-01', '350000'],
    ['block:1', '', '5000'],
    ['alert:1', '', '10000'],
    ['entry:1', 'From the customer', '-22.00'],
  ])('%s', async (reference, text, amount) => {
    const { steps } = await explained(reference)
    const step = steps.find((one) => one.amount === amount)
    expect(step?.text).toContain(text)
  })

  test('what the result does not have is refused', async () => {
    const { stdout, stderr, exitCode } = await tierwise(['explain', TEAM, 'line:0002:9'])
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toBe('explain.unknown: The result has no such line. (reference.line)\n')
  })
})

describe('curves, crossovers and the envelope', () => {
  test('of a catalogue of one’s own', async () => {
    const { plans, envelope } = Curves.parse(await answerOf(['curves', ...OWN, '--up-to', '40k']))
    const costs = plans.map(({ plan, points }) => [plan, points[0]?.monthly, points.at(-1)?.monthly])
    // 10.00 + 30 × 2.00
    expect(costs).toEqual([
      ['small', '10.00', '70.00'],
      ['large', '30.00', '30.00'],
    ])
    // 10.00 + 2.00 × 10 = 30.00 at 20,000
    expect(envelope.map(({ plan, from, to }) => [plan, from, to])).toEqual([
      ['small', '0', '20000'],
      ['large', '20000', '40000'],
    ])
    expect(await answerOf(['envelope', ...OWN])).toMatchObject([
      { plan: 'small', to: '20000', ends: 'cost' },
      { plan: 'large', to: '50000', ends: 'quota' },
      // Large blocks beyond its 50,000, and Small never does.
      { plan: 'small', from: '50000', ends: 'range' },
    ])
  })

  test('of every pair on request', async () => {
    const found = z
      .array(Crossover)
      .parse(await answerOf(['crossovers', '--catalog', 'elevenlabs-2026-04', '--pairs', 'all']))
    // Seven plans: 7 × 6 ÷ 2 pairs.
    expect(found.length).toBe(21)
  })
})
