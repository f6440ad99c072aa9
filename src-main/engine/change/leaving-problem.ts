import type { Gatekeeper } from '../gate/gatekeeper.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'

/** What it takes to know: the linked workspaces, and the catalogue's plans. */
export interface Leaving {
  readonly gatekeeper: Gatekeeper | null
  readonly terms: { readonly ladder: readonly CompiledPlan[] }
}

/**
 * Why the account cannot leave for a plan: the subscription is that of every linked workspace, and not every plan
 * has consolidated billing. `id` is null for a cancellation. Source: seed 000.
 */
export function leavingProblem({ gatekeeper, terms }: Leaving, id: string | null): string | null {
  const workspaces = gatekeeper?.workspaces ?? null
  if (workspaces === null || !workspaces.isConsolidated) return null
  const plan = terms.ladder.find((candidate) => candidate.id === id)
  if (id !== null && (plan === undefined || workspaces.isOn(plan))) return null
  return `${plan?.name ?? 'The free plan'} has no consolidated billing. Unlink the reporting workspaces first.`
}
