import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { FailureReference } from '#shared/reference.ts'
import { type BillAs, detailedOf } from './billed-as.ts'
import { explainInDetail } from './explain.ts'

/**
 * A figure of the account on a plan with overage on, or off, from beginning to end. Refused like a run of it, and of what
 * its result does not have.
 */
export function explainFailure(
  billed: BillAs,
  { plan, overage, of: asked }: FailureReference,
): Result<Explanation> {
  const told = billed({ kind: 'failure', plan, overage })
  if (!told.ok) return told
  const { catalog, scenario } = told.value
  const explained = explainInDetail(catalog, detailedOf(told.value), asked, scenario.usage)
  if (!explained.ok) return explained
  const name = catalog.plans.find(({ id }) => id === plan)?.name ?? plan
  const title = `${name}, overage ${overage ? 'on' : 'off'}: ${explained.value.title}`
  return succeed({ ...explained.value, title })
}
