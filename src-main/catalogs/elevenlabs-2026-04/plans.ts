import type { PastQuota, Plan, Seats } from '#shared/catalog.ts'
import { perThousand } from '../charges.ts'
import { features } from './features.ts'
import { from } from './sources.ts'

const article = from('article')
const seatPage = from('seat-page')
const seatTable = from('seat-table')
const usageBasedBilling = from('usage-based-billing')
const annualRule = from('annual-rule')
const planRate = from('plan-rate')
const assumed = from('assumed')

/** The last two of an annual term: what is left of it is credited without them. */
const twoFree = annualRule(2)

const QUOTE = 'Sold by negotiation: edit to your quote.'

const noRollover: Plan['rollover'] = article({ kind: 'none' })
const twoMonths: Plan['rollover'] = article(
  { kind: 'age', periods: 2 },
  'The article gives unused credits two months. ElevenLabs help limits the amount instead, to twice the quota.',
)

const lowBalance: Plan['lowBalancePercent'] = article(
  '10',
  'The threshold the article sets in its rebuild; ElevenLabs publishes none.',
)

const blocked: PastQuota = { kind: 'block', source: 'article' }

const overage = (perThousandCredits: string, threshold: string, thresholdNote?: string): PastQuota => ({
  kind: 'postpaid',
  charge: usageBasedBilling(
    perThousand(perThousandCredits),
    'The article prints the same figure for an extra minute of Multilingual speech, about 1,000 credits; the ' +
      'table it builds with Dodo Payments is lower and is the dodo-elevenlabs catalogue.',
  ),
  invoiceThreshold: usageBasedBilling(threshold, thresholdNote),
})

const ceiling: Seats['basicCeiling'] = { credits: seatPage('10000'), families: ['ElevenCreative'] }

const seats = (full: Seats['full']): Seats => ({
  full,
  basic: seatPage(20, 'The page says that every plan now includes 20.'),
  basicCeiling: ceiling,
  purchase: null,
})

export const plans: Plan[] = [
  {
    id: 'free',
    name: 'Free',
    custom: false,
    price: { monthly: article('0'), annual: null },
    credits: article('10000'),
    rollover: noRollover,
    pastQuota: blocked,
    seats: seats(seatTable(1)),
    features: features.free,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'starter',
    name: 'Starter',
    custom: false,
    price: { monthly: article('5'), annual: annualRule('50'), freeMonths: twoFree },
    credits: article('30000'),
    rollover: twoMonths,
    pastQuota: blocked,
    seats: seats(seatTable(1)),
    features: features.starter,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'creator',
    name: 'Creator',
    custom: false,
    price: { monthly: article('22'), annual: annualRule('220'), freeMonths: twoFree },
    credits: article('100000'),
    rollover: twoMonths,
    pastQuota: overage('0.30', '44'),
    seats: seats(seatTable(1)),
    features: features.creator,
    lowBalancePercent: lowBalance,
    offers: [
      {
        id: 'creator-first-month',
        name: 'Half price in the first month',
        kind: 'firstPeriodPercentOff',
        percent: article('50', 'The article says the plan often runs it, not always.'),
        billing: ['monthly'],
      },
    ],
  },
  {
    id: 'pro',
    name: 'Pro',
    custom: false,
    price: { monthly: article('99'), annual: annualRule('990'), freeMonths: twoFree },
    credits: article('500000'),
    rollover: twoMonths,
    pastQuota: overage('0.24', '198'),
    seats: seats(seatTable(1)),
    features: features.pro,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'scale',
    name: 'Scale',
    custom: false,
    price: { monthly: article('330'), annual: annualRule('3300'), freeMonths: twoFree },
    credits: article('2000000'),
    rollover: twoMonths,
    pastQuota: overage('0.18', '660'),
    seats: seats(article(3)),
    features: features.scale,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'business',
    name: 'Business',
    custom: false,
    price: { monthly: article('1320'), annual: annualRule('13200'), freeMonths: twoFree },
    credits: article('11000000'),
    rollover: twoMonths,
    pastQuota: overage(
      '0.12',
      '660',
      'Older wording sets it at twice the plan price, which fits the other plans but would be $2,640 here.',
    ),
    seats: seats(
      seatTable(5, 'The table lists Business (Legacy) with 5 beside the current Business with 10.'),
    ),
    features: features.business,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'enterprise',
    name: 'Enterprise',
    custom: true,
    price: {
      monthly: assumed(
        '2640',
        `${QUOTE} Twice Business, so that it is never cheaper than the published plans.`,
      ),
      annual: assumed('26400', `${QUOTE} Ten times the monthly figure.`),
      freeMonths: assumed(2, `${QUOTE} As on the other paid plans.`),
    },
    credits: assumed('22000000', `${QUOTE} Twice Business.`),
    rollover: assumed({ kind: 'age', periods: 2 }, `${QUOTE} Like the other paid plans.`),
    pastQuota: {
      kind: 'postpaid',
      charge: assumed(perThousand('0.12'), `${QUOTE} The rate of Business.`),
    },
    seats: {
      full: seatTable(11, 'Negotiable.'),
      basic: seatTable(1000, 'A soft cap; the contract decides.'),
      basicCeiling: ceiling,
      purchase: {
        limit: null,
        charge: assumed(
          {
            model: 'volume',
            tiers: [
              { upTo: '10', rate: { amount: '100', per: '1' } },
              { upTo: '50', rate: { amount: '90', per: '1' } },
              { upTo: null, rate: { amount: '80', per: '1' } },
            ],
          },
          `${QUOTE} The seat page publishes $100 "scaling down with volume"; the steps after it are assumed.`,
        ),
        credits: planRate(
          '833333',
          'A seat unlocks its price in usage: $100 at 11,000,000 credits for $1,320 (Business), whole credits.',
        ),
        raisesCommitment: seatPage(
          true,
          'The cost of each additional seat is added to the monthly commitment.',
        ),
      },
    },
    features: features.enterprise,
    lowBalancePercent: assumed('10', 'As on the other plans.'),
    offers: [],
  },
]
