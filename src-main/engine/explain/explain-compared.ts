import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { ExplainComparedInput } from '#shared/explain-compared.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { COMPARED_FROM } from '../analysis/comparison-setup.ts'
import { priced } from '../diagnose/out-of-bounds.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import { withCustomTerms } from '../plan/custom-terms.ts'
import { runInDetail } from '../run/run-in-detail.ts'
import { explainInDetail } from './explain.ts'
import { missing } from './explained-run.ts'

const DATES = 'A comparison has no dates of its own: its months are counted from'

/**
 * Why a plan comes to what a comparison says: the usage billed on it in full. Refused: agreed terms that do not fit the
 * catalogue, a plan there is none of, and what its result does not have.
 */
export function explainCompared(
  catalog: Catalog,
  { usage, reference: { plan: id, of }, ...terms }: Omit<ExplainComparedInput, 'catalog'>,
): Result<Explanation> {
  const agreed = withCustomTerms(catalog, terms.customTerms)
  if (!agreed.ok) return agreed
  const compared = { ...agreed.value, plans: agreed.value.plans.map(withoutThreshold) }
  const plan = compared.plans.find((one) => one.id === id)
  if (plan === undefined) return missing('plan')
  const scenario = scenarioOn(compared, plan, usage, terms)
  const run = priced(scenario, SCENARIO_SUSPECTS, (some) => runInDetail(compared, some, []))
  if (!run.ok) return run
  const { result, detail } = run.value
  const told = explainInDetail(compared, { run: result, detail }, of, scenario.usage)
  if (!told.ok) return told
  const { decidedBy: _fields, ...explained } = told.value
  return succeed({
    ...explained,
    title: `${plan.name}: ${explained.title}`,
    rule: `${explained.rule} ${DATES} ${COMPARED_FROM}.`,
  })
}

/** As `ComparisonSetup` has it: no invoices that a threshold brings forward. */
function withoutThreshold(plan: Plan): Plan {
  if (plan.pastQuota.kind !== 'postpaid') return plan
  const { invoiceThreshold: _brought, ...pastQuota } = plan.pastQuota
  return { ...plan, pastQuota }
}

const scenarioOn = (
  catalog: Catalog,
  plan: Plan,
  usage: string,
  {
    months,
    billing,
    overage,
    offers,
    pattern,
  }: Omit<ExplainComparedInput, 'catalog' | 'usage' | 'reference'>,
): Scenario => ({
  schemaVersion: 1,
  name: plan.name,
  catalog,
  plan: plan.id,
  billing: plan.price.annual === null ? 'monthly' : billing,
  start: COMPARED_FROM,
  months,
  overage: { optIn: overage && plan.pastQuota.kind !== 'block' },
  offers,
  extraSeats: 0,
  grants: [],
  prepaid: { kind: 'asUsed' },
  policies: {},
  customTerms: {},
  members: [],
  workspaces: [],
  groups: [],
  apiKeys: [],
  changes: [],
  usage: { kind: 'pattern', monthly: usage, pattern },
  usageEvents: [],
})
