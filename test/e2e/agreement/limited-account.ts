import * as fc from 'fast-check'
import { Catalog } from '#shared/catalog.ts'
import { at, figure, perThousand, postpaid, prepaid } from '../../engine/support/build.ts'
import { enterpriseOf, eu, hq, india } from '../../engine/support/consolidation.ts'
import { admin, basic, full, peopleOf } from '../../engine/support/people.ts'
import type { Account } from '../../laws/support/arbitrary-account.ts'

/*
 * An account that meets what those of the laws do not: a product that its next plan has not, a workspace with a limit of its own,
 * keys booked to companies, and money of a prepaid balance that expires.
 */

const some = (min: number, max: number) => fc.integer({ min, max }).map(String)

const stream = (id: string, product: string, monthly: string, who: Readonly<Record<string, string>>) => ({
  id,
  product,
  model: 'Standard',
  monthly,
  ...who,
})

export const anyLimited: fc.Arbitrary<Account> = fc
  .record({
    credits: some(400, 1600),
    isPrepaid: fc.boolean(),
    ceiling: some(20, 90),
    keyLimit: some(10, 60),
    groupLimit: some(5, 15),
    ofEu: some(90, 400),
    ofIndia: some(30, 90),
    balance: some(40, 90),
    fraction: fc.constantFrom('333.333333', '0.5', '71.000001'),
  })
  .map((given) => {
    const pastQuota = given.isPrepaid
      ? { ...prepaid('100', '1'), expiresAfterMonths: figure(1) }
      : postpaid(perThousand('30'))
    const terms = { credits: given.credits, full: 3, basic: 3, ceiling: given.ceiling, pastQuota }
    const plain = enterpriseOf(terms, true)
    const catalog = Catalog.parse({
      ...plain,
      products: [...plain.products, { id: 'dub', name: 'Dub', family: 'Creative' }],
      burnRates: [
        ...plain.burnRates,
        {
          product: 'dub',
          model: 'Standard',
          unit: 'unit',
          rate: figure({ credits: '1', per: '1' }),
          plans: ['small', 'enterprise'],
        },
      ],
      plans: [...plain.plans, { ...at(plain.plans, 1), id: 'plus', name: 'Plus' }],
      consolidation: figure({
        billingEnvironment: 'us',
        environments: ['us', 'eu', 'in'],
        plans: ['enterprise', 'plus'],
        perWorkspaceLimits: true,
      }),
    })
    const scenario = peopleOf(catalog, {
      plan: 'enterprise',
      months: 3,
      overage: { optIn: true },
      ...(given.isPrepaid && { prepaid: { kind: 'wallet', balance: given.balance, autoTopUp: 'off' } }),
      grants: [{ id: 'welcome', amount: '50.5', start: '2026-01-10', expires: '2026-02-15' }],
      invoicing: {
        discounts: [{ id: 'friend', name: 'Friend', value: { kind: 'percent', percent: '7.5' } }],
        taxes: [{ name: 'VAT', percent: '19' }],
        commitment: { per: 'month', minimum: given.isPrepaid ? '40' : '13' },
      },
      workspaces: [hq, { ...eu, name: 'Europe', creditLimit: '60' }, india],
      members: [
        admin('ann'),
        basic('ben'),
        { ...basic('cem'), workspace: 'eu' },
        { ...full('dan'), locked: true },
        { ...full('eva'), workspace: 'india' },
      ],
      groups: [{ id: 'design', members: ['ben'], limit: null }],
      apiKeys: [
        { id: 'web', company: 'Acme', limit: given.keyLimit },
        { id: 'bot', member: 'eva', company: 'Globex' },
      ],
      changes: [
        { kind: 'setWorkspaceLimit', on: '2026-01-20', workspace: 'eu', limit: '75' },
        { kind: 'setGroupLimit', on: '2026-02-01', group: 'design', limit: given.groupLimit },
        { kind: 'changePlan', on: '2026-02-05', plan: 'plus', timing: 'now' },
        { kind: 'unlockMember', on: '2026-02-10', member: 'dan' },
        {
          kind: 'unlinkWorkspace',
          on: '2026-02-20',
          workspace: 'india',
          afterwards: { kind: 'removed' },
        },
      ],
      usage: {
        kind: 'streams',
        streams: [
          stream('s1', 'create', '120', { member: 'ben' }),
          stream('s2', 'api', '80', { apiKey: 'web' }),
          stream('s3', 'api', given.ofEu, { member: 'cem' }),
          stream('s4', 'dub', '12', { member: 'ann' }),
          stream('s5', 'agents', given.ofIndia, { member: 'eva', apiKey: 'bot' }),
          stream('s6', 'api', given.fraction, { member: 'dan' }),
        ],
      },
      // Larger than what is left of the pool that the whole account has.
      usageEvents: [
        {
          id: 'large',
          at: '2026-01-03T12:00:00Z',
          member: 'ann',
          product: 'api',
          model: 'Standard',
          quantity: '90000',
        },
      ],
    })
    return { catalog, scenario }
  })
