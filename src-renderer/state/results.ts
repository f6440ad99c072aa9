import { create } from 'zustand'
import type { CatalogSummary } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Comparison, Curves } from '#shared/comparison.ts'
import type { Problem } from '#shared/problem.ts'
import type { Asked } from '#renderer/finding/notice.ts'
import type { NamedPlan } from '#renderer/finding/plan-names.ts'

export const NOTHING_REFUSED: Readonly<Record<Asked, readonly Problem[]>> = {
  compare: [],
  curves: [],
  catalog: [],
  list: [],
}

/** What the engine last answered. Each part keeps its last good value while a newer one is worked out or refused. */
export interface Results {
  readonly catalogs: readonly CatalogSummary[]
  readonly catalog: Catalog | null
  readonly comparison: Comparison | null
  /** The plans compared, in ladder order; the same object while only figures change. */
  readonly plans: readonly NamedPlan[]
  /** Cost curves over the range on screen. */
  readonly curves: Curves | null
  /** Cost curves over the whole range of the slider: who takes over where, however far from the screen. */
  readonly reach: Curves | null
  /** The comparison at the usage under the pointer. */
  readonly preview: Comparison | null
  /** Why the newest question of each kind was refused; empty where it was answered. */
  readonly refused: Readonly<Record<Asked, readonly Problem[]>>
}

export const useResults = create<Results>(() => ({
  catalogs: [],
  catalog: null,
  comparison: null,
  plans: [],
  curves: null,
  reach: null,
  preview: null,
  refused: NOTHING_REFUSED,
}))

/** The problem of one field, by the path the API names it with. What is too large is a sum, hardly the figure itself. */
export const useProblem = (path: string): string | undefined =>
  useResults((results) => {
    const problem = results.refused.compare.find((refused) => refused.path === path)
    return problem?.code === 'amount.out_of_bounds'
      ? 'The total of all months is too large.'
      : problem?.message
  })
