import { openStore } from '#main/store/index.ts'
import type { About } from '#shared/about.ts'
import type { Catalog } from '#shared/catalog.ts'
import { ScenarioContent } from '#shared/library.ts'
import { valueOf } from '../../store/support.ts'

type Scenario = Readonly<Record<string, unknown>>

/** Leaves an account of a customer, open, and beside it one of somebody else. */
export const leaveCustomer = (scenario: Scenario, about: Partial<About> = { customer: 'Acme Ltd' }) =>
  leaveContent({ scenario, about })

/** The same of content that is whole. */
export const leaveContent =
  (content: unknown, name = 'Acme churn risk') =>
  (folder: string): void => {
    const store = valueOf(openStore({ folder }))
    const create = (called: string, what: unknown) =>
      valueOf(
        store.library.create({
          name: called,
          document: { kind: 'scenario', content: ScenarioContent.parse(what) },
        }),
      )
    create('Globex renewal', { scenario: { ...AT_SCALE, name: 'Globex renewal' } })
    const { id } = create(name, content)
    valueOf(store.settings.change({ openInputs: ['people'], lastScenario: id }))
    store.close()
  }

/** 1,400,000 credits a month growing 20 %, on Scale of April 2026 with overage. */
export const AT_SCALE: Scenario = {
  schemaVersion: 1,
  name: 'Acme churn risk',
  catalog: 'elevenlabs-2026-04',
  plan: 'scale',
  start: '2026-01-01',
  months: 12,
  overage: { optIn: true },
  usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'growth', percent: '20' } },
}

const people = (prefix: string, count: number, seat: 'full' | 'basic') =>
  Array.from({ length: count }, (_, place) => ({ id: `${prefix} ${String(place)}`, seat }))

/** Three workspaces, 12 Full and 48 Basic people, 1,400,000 credits a month growing 8 %. */
export const SIXTY_IN_THREE: Scenario = {
  ...AT_SCALE,
  usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'growth', percent: '8' } },
  members: [...people('full', 12, 'full'), ...people('basic', 48, 'basic')],
  workspaces: [
    { id: 'us', name: 'Acme US', kind: 'billing', environment: 'us' },
    { id: 'eu', name: 'Acme EU', kind: 'reporting', environment: 'eu' },
    { id: 'india', name: 'Acme India', kind: 'reporting', environment: 'in' },
  ],
}

const LONG = 'The plan of a price list of one’s own whose name is far longer than any row has room for, '

/** Twelve plans of a price list of one's own, with long names, whose figures are as long as they come. */
export function twelvePlans(preset: Catalog): Scenario {
  const [plan] = preset.plans.filter(({ id }) => id === 'business')
  if (plan === undefined) throw new Error('The preset has a plan Business.')
  const plans = Array.from({ length: 12 }, (_, place) => ({
    ...plan,
    id: `plan-${String(place)}`,
    name: `${LONG}${String(place)}`,
    price: { ...plan.price, monthly: { ...plan.price.monthly, value: String(123_456 + 1000 * place) } },
  }))
  return {
    ...AT_SCALE,
    plan: 'plan-3',
    catalog: { ...preset, id: 'own', name: 'Own', plans, burnRates: [], consolidation: undefined },
  }
}
