import { create } from 'zustand'
import type { Problem } from '#shared/problem.ts'

/** What the engine makes of the account on screen. */
export interface AccountRun {
  /** Why it cannot be billed as it is; empty where it can. */
  readonly refused: readonly Problem[]
}

export const useAccountRun = create<AccountRun>(() => ({ refused: [] }))

/** What is wrong with one field of the account, by its path: `members.3.seat`. */
export const useAccountProblem = (path: string): string | undefined =>
  useAccountRun(({ refused }) => refused.find((problem) => problem.path === path)?.message)

/** What is wrong below one of its fields. */
export const isBelow = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`)
