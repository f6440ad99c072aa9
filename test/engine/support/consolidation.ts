import { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import { billingView, reportingView } from '#main/engine/index.ts'
import { figure, valueOf } from './build.ts'
import { type peopleOf, workspaceOf, type WorkspaceTerms } from './people.ts'

/**
 * An Enterprise plan of 1,000 credits for $10.00 that has consolidated billing from the US, and a small plan of 100 for
 * $1.00 that has not; both with seats for two Full and two Basic members but for `terms`, which are Enterprise's.
 */
export function enterpriseOf(terms: WorkspaceTerms = {}, perWorkspaceLimits = false): Catalog {
  const catalog = workspaceOf({ id: 'enterprise', ceiling: null, ...terms })
  const small = workspaceOf({ id: 'small', ceiling: null, credits: '100', monthly: '1' })
  return Catalog.parse({
    ...catalog,
    plans: [...small.plans, ...catalog.plans],
    consolidation: figure({
      billingEnvironment: 'us',
      environments: ['us', 'eu', 'in'],
      plans: ['enterprise'],
      perWorkspaceLimits,
    }),
  })
}

export const hq = { id: 'hq', kind: 'billing' as const, environment: 'us' }
export const eu = { id: 'eu', kind: 'reporting' as const, environment: 'eu' }
export const india = { id: 'india', kind: 'reporting' as const, environment: 'in' }
export const lab = { id: 'lab', kind: 'reporting' as const, environment: 'us' }

export type Given = Parameters<typeof peopleOf>[1]

export const onEnterprise = (given: Given): Given => ({ plan: 'enterprise', ...given })

/** Who uses how much a month. */
export const stream = (workspace: string, monthly: string, more: object = {}) => ({
  id: `s-${workspace}`,
  workspace,
  product: 'api',
  model: 'Standard',
  monthly,
  ...more,
})

export const streams = (...list: ReturnType<typeof stream>[]) => ({
  usage: { kind: 'streams' as const, streams: list },
})

type Result = Omit<RunResult, 'inputHash'>

/** Served credits of each workspace in each period. */
export const servedBy = ({ usage }: Pick<Result, 'usage'>) =>
  usage.map((row) => [row.period, row.workspace, Number(row.poolCredits) + Number(row.overageCredits)])

export const billing = (result: Result) => valueOf(billingView(result))
export const reporting = (result: Result, workspace: string) => valueOf(reportingView(result, workspace))
