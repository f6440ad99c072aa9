import type { PastQuota, Plan, Seats } from '#shared/catalog.ts'
import { perThousand } from '../charges.ts'
import { features } from './features.ts'
import { from } from './sources.ts'

const article = from('article')
const walkthrough = from('walkthrough')
const assumed = from('assumed')

const QUOTE = 'Sold by negotiation: edit to your quote.'

const ANNUAL = 'The build has monthly products only; ten times the monthly price, as ElevenLabs does it.'

const twoFree = assumed(
  2,
  'The build has monthly products only; two free months a year, as ElevenLabs has them.',
)

const noRollover: Plan['rollover'] = article({ kind: 'none' })
const carriedOnce: Plan['rollover'] = walkthrough(
  { kind: 'count', carries: 1, percent: '100', validity: 1 },
  'The article sets the count of 1 and calls it two cycles; the walkthrough adds 100 % and one month.',
)

const lowBalance: Plan['lowBalancePercent'] = article('10')

const blocked: PastQuota = { kind: 'block', source: 'article' }

const overage = (perThousandCredits: string): PastQuota => ({
  kind: 'postpaid',
  charge: article(
    perThousand(perThousandCredits),
    'The table of the build; the same article prints higher rates for ElevenLabs itself.',
  ),
})

/** The build sells no seats: Scale's three come from the article's list of tiers, the rest is one account each. */
const seats = (full: Seats['full']): Seats => ({
  full,
  basic: assumed(0, 'The build has no Basic seats.'),
  basicCeiling: null,
  purchase: null,
})
const oneSeat = seats(assumed(1, 'The article names seats for Scale only.'))

export const plans: Plan[] = [
  {
    id: 'free',
    name: 'Free',
    custom: false,
    price: { monthly: article('0'), annual: null },
    credits: article('10000'),
    rollover: noRollover,
    pastQuota: blocked,
    seats: oneSeat,
    features: features.free,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'starter',
    name: 'Starter',
    custom: false,
    price: { monthly: article('5'), annual: assumed('50', ANNUAL), freeMonths: twoFree },
    credits: article('30000'),
    rollover: carriedOnce,
    pastQuota: blocked,
    seats: oneSeat,
    features: features.starter,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'creator',
    name: 'Creator',
    custom: false,
    price: { monthly: article('22'), annual: assumed('220', ANNUAL), freeMonths: twoFree },
    credits: article('100000'),
    rollover: carriedOnce,
    pastQuota: overage('0.24'),
    seats: oneSeat,
    features: features.creator,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'pro',
    name: 'Pro',
    custom: false,
    price: { monthly: article('99'), annual: assumed('990', ANNUAL), freeMonths: twoFree },
    credits: article('500000'),
    rollover: carriedOnce,
    pastQuota: overage('0.15'),
    seats: oneSeat,
    features: features.pro,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'scale',
    name: 'Scale',
    custom: false,
    price: { monthly: article('330'), annual: assumed('3300', ANNUAL), freeMonths: twoFree },
    credits: article('2000000'),
    rollover: carriedOnce,
    pastQuota: overage('0.10'),
    seats: seats(article(3, "From the article's list of tiers, not from the build.")),
    features: features.scale,
    lowBalancePercent: lowBalance,
    offers: [],
  },
  {
    id: 'enterprise',
    name: 'Enterprise',
    custom: true,
    price: {
      monthly: assumed('660', `${QUOTE} Twice Scale, so that it is never cheaper than the published plans.`),
      annual: assumed('6600', `${QUOTE} Ten times the monthly figure.`),
      freeMonths: assumed(2, `${QUOTE} As on the other paid plans.`),
    },
    credits: assumed('4000000', `${QUOTE} Twice Scale.`),
    rollover: assumed(
      { kind: 'count', carries: 1, percent: '100', validity: 1 },
      `${QUOTE} Like the other paid plans.`,
    ),
    pastQuota: {
      kind: 'postpaid',
      charge: assumed(perThousand('0.10'), `${QUOTE} The rate of Scale.`),
    },
    seats: seats(assumed(3, `${QUOTE} As many as Scale.`)),
    features: features.enterprise,
    lowBalancePercent: assumed('10', 'As on the other plans.'),
    offers: [],
  },
]
