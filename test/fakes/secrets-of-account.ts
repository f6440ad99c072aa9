import { ScenarioContent } from '#shared/library.ts'
import { presets } from '#main/catalogs/index.ts'

/** In every text that somebody wrote for themselves. */
export const SECRET = 'zq-secret'

/** What a customer may read besides dates, figures, prices and plans. */
export const CUSTOMER = 'Acme Ltd'
export const QUESTION = 'What should we buy, and when?'

let told = 0
/** A name of its own, in which a search finds the secret. */
const secret = (): string => `${SECRET} ${String(told++)}`

/**
 * A scenario whose every text is a secret: people, workspaces, groups, keys, companies, streams, grants, discounts,
 * variants, notes, tags, what to look for, where it came from. Its customer and its question are none.
 */
export function accountOfSecrets(): ScenarioContent {
  const [ann, bob, us, eu, group, key, own, coupon] = Array.from({ length: 8 }, secret)
  const product = { product: 'studio', model: 'Multilingual v2' }
  return ScenarioContent.parse({
    scenario: {
      schemaVersion: 1,
      name: secret(),
      catalog: 'elevenlabs-2026-04',
      plan: 'enterprise',
      start: '2026-01-01',
      months: 3,
      overage: { optIn: true },
      members: [
        { id: ann, user: secret(), workspace: us, role: 'admin', seat: 'full' },
        { id: bob, user: secret(), workspace: eu, seat: 'basic' },
      ],
      workspaces: [
        { id: us, name: secret(), kind: 'billing', environment: 'us' },
        { id: eu, name: secret(), kind: 'reporting', environment: 'eu' },
      ],
      groups: [{ id: group, members: [bob], limit: '5' }],
      apiKeys: [{ id: key, workspace: us, company: secret(), limit: '7' }],
      changes: [
        { kind: 'lockMember', on: '2026-02-02', by: ann, member: bob },
        { kind: 'redeemCoupon', on: '2026-02-03', coupon },
        { kind: 'inviteMember', on: '2026-02-04', member: { id: secret(), seat: 'full' } },
      ],
      grants: [{ id: secret(), amount: '10', start: '2026-01-01' }],
      invoicing: {
        discounts: [{ id: secret(), name: secret(), value: { kind: 'percent', percent: '5' } }],
        coupons: [{ id: coupon, name: secret(), value: { kind: 'percent', percent: '5' } }],
        taxes: [{ name: secret(), percent: '20' }],
        numberPrefix: `${SECRET}-`,
      },
      usage: {
        kind: 'streams',
        streams: [
          { id: own, member: bob, ...product, monthly: '900' },
          { id: secret(), apiKey: key, product: 'text-to-speech', model: 'Multilingual v2', monthly: '50' },
          { id: secret(), workspace: eu, ...product, monthly: '400000' },
        ],
      },
      usageEvents: [{ id: secret(), at: '2026-01-05T00:00:00Z', member: ann, ...product, quantity: '5' }],
      expect: { [secret()]: secret() },
    },
    variants: { list: [{ name: secret(), plan: 'business' }], baseline: null },
    about: {
      question: QUESTION,
      customer: CUSTOMER,
      lookFor: secret(),
      notes: secret(),
      tags: [secret()],
      branchOf: { id: secret(), name: secret() },
      example: secret(),
      internal: { question: false, plans: ['free'] },
    },
  })
}

/** Words of the price lists, which are no secret: ids and names of catalogues, plans, products and models. */
const PUBLISHED: ReadonlySet<string> = new Set(
  presets.flatMap(({ id, plans, products, burnRates }) => [
    id,
    ...plans.map((plan) => plan.id),
    ...products.map((one) => one.id),
    ...burnRates.map(({ model }) => model),
  ]),
)

/** Every text in a value that is neither secret nor published, with the words that name where it stands. */
export function textsToldIn(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string')
    return value.startsWith(SECRET) || PUBLISHED.has(value) ? [] : [`${path.join('.')}: ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsToldIn(inner, [...path, name]))
}
