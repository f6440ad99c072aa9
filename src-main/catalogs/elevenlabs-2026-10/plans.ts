import type { PastQuota, Plan, Seats, Sourced } from '#shared/catalog.ts'
import { perSeat, perThousand } from '../charges.ts'
import { features } from './features.ts'
import { from } from './sources.ts'

const priceList = from('price-list')
const pricingNote = from('pricing-note')
const priceRecheck = from('price-recheck')
const annualRule = from('annual-rule')
const rollover = from('rollover')
const payAsYouGo = from('pay-as-you-go')
const planRate = from('plan-rate')
const members = from('members')
const assumed = from('assumed')

/** The last two of an annual term: what is left of it is credited without them. */
const twoFree = annualRule(2)

const QUOTE = 'Sold by negotiation: edit to your quote.'

const noRollover: Plan['rollover'] = rollover({ kind: 'none' })
const twiceTheQuota: Plan['rollover'] = rollover(
  { kind: 'cap', multiple: 2 },
  'At most three times the quota on hand. Older wording speaks of two months instead of an amount.',
)

const lowBalance: Plan['lowBalancePercent'] = assumed('10', 'ElevenLabs publishes no threshold.')

/** Credits for money, as the plan itself sells them. */
const prepaid = (value: Sourced<{ credits: string; money: string }>): PastQuota => ({
  kind: 'prepaid',
  value,
  minimumTopUp: payAsYouGo('5'),
  autoTopUp: payAsYouGo(
    { amount: '20', below: '10', mustRemain: '5' },
    'Off until the customer turns it on; while it is on, $5 must remain.',
  ),
  expiresAfterMonths: payAsYouGo(12),
})

const ceiling: Seats['basicCeiling'] = {
  credits: members('50000', '10,000 before the price change.'),
  families: ['ElevenCreative'],
}

const seats = (full: number, purchase: Seats['purchase'] = null): Seats => ({
  full: members(full),
  basic: members(20),
  basicCeiling: ceiling,
  purchase,
})

/**
 * The price of a seat is shown in the application only. $100 is the one figure ElevenLabs has published, for
 * Enterprise in an earlier page; with credits at the plan's own rate a seat is no cheaper way to buy credits.
 */
const seatsForSale = (creditsEach: string): Seats['purchase'] => ({
  limit: members(11),
  charge: assumed(
    perSeat('100'),
    'Not published for this plan; the one seat price ever published is the $100 of Enterprise.',
  ),
  credits: assumed(creditsEach, "Not published; $100 at the plan's credits for its price, whole credits."),
})

export const plans: Plan[] = [
  {
    id: 'free',
    name: 'Free',
    custom: false,
    price: { monthly: priceList('0'), annual: null },
    credits: priceList('10000'),
    rollover: noRollover,
    pastQuota: prepaid(
      assumed({ credits: '30000', money: '6' }, "Free has no price; Starter's rate is assumed."),
    ),
    seats: seats(1),
    features: features.free,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'starter',
    name: 'Starter',
    custom: false,
    price: { monthly: priceList('6'), annual: priceRecheck('60'), freeMonths: twoFree },
    credits: priceList('30000'),
    rollover: twiceTheQuota,
    pastQuota: prepaid(planRate({ credits: '30000', money: '6' })),
    seats: seats(1),
    features: features.starter,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'creator',
    name: 'Creator',
    custom: false,
    price: {
      monthly: pricingNote(
        '22',
        'The API Evangelist list stores the first-month price of $11 in this place.',
      ),
      annual: annualRule('220'),
      freeMonths: twoFree,
    },
    credits: priceList('121000'),
    rollover: twiceTheQuota,
    pastQuota: prepaid(planRate({ credits: '121000', money: '22' })),
    seats: seats(1),
    features: features.creator,
    lowBalancePercent: lowBalance,
    offers: [
      {
        id: 'creator-first-month',
        name: 'Half price in the first month',
        kind: 'firstPeriodPercentOff',
        percent: priceList('50', 'Listed as a first month at $11; once per account.'),
        billing: ['monthly'],
      },
    ],
  },
  {
    id: 'pro',
    name: 'Pro',
    custom: false,
    price: { monthly: priceList('99'), annual: priceRecheck('990'), freeMonths: twoFree },
    credits: priceList('600000'),
    rollover: twiceTheQuota,
    pastQuota: prepaid(planRate({ credits: '600000', money: '99' })),
    seats: seats(1, seatsForSale('606060')),
    features: features.pro,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'scale',
    name: 'Scale',
    custom: false,
    price: { monthly: priceList('299'), annual: annualRule('2990'), freeMonths: twoFree },
    credits: priceList('1800000'),
    rollover: twiceTheQuota,
    pastQuota: prepaid(planRate({ credits: '1800000', money: '299' })),
    seats: seats(3, seatsForSale('602006')),
    features: features.scale,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'business',
    name: 'Business',
    custom: false,
    price: { monthly: priceList('990'), annual: annualRule('9900'), freeMonths: twoFree },
    credits: priceList('6000000'),
    rollover: twiceTheQuota,
    pastQuota: prepaid(planRate({ credits: '6000000', money: '990' })),
    seats: seats(10, seatsForSale('606060')),
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
        '1980',
        `${QUOTE} Twice Business, so that it is never cheaper than the published plans.`,
      ),
      annual: assumed('19800', `${QUOTE} Ten times the monthly figure.`),
      freeMonths: assumed(2, `${QUOTE} As on the other paid plans.`),
    },
    credits: assumed('12000000', `${QUOTE} Twice Business.`),
    rollover: assumed({ kind: 'cap', multiple: 2 }, `${QUOTE} Like the other paid plans.`),
    pastQuota: {
      kind: 'postpaid',
      charge: assumed(
        perThousand('0.165'),
        `${QUOTE} What 1,000 credits cost within Business ($990 for 6,000,000). Enterprise has no prepaid balance.`,
      ),
    },
    seats: {
      full: members(11, 'Negotiable.'),
      basic: members(1000, 'A soft cap; the contract decides.'),
      basicCeiling: {
        credits: assumed(
          '30303',
          'Published as $5 of usage a month; turned into credits at 12,000,000 for $1,980.',
        ),
        families: ['ElevenCreative'],
      },
      purchase: {
        limit: null,
        charge: assumed(
          perSeat('100'),
          `${QUOTE} Set with the account manager now; $100 in an earlier page.`,
        ),
        credits: assumed('606060', `${QUOTE} $100 at 12,000,000 credits for $1,980, whole credits.`),
      },
    },
    features: features.enterprise,
    lowBalancePercent: lowBalance,
    offers: [],
  },
]
