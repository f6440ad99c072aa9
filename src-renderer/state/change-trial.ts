import { useEffect, useMemo, useState } from 'react'
import type { AccountChange } from '#shared/account.ts'
import type { RunCost, VariantCost } from '#shared/analysis.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { type Problem, type Result, succeed } from '#shared/result.ts'
import { isUnreachable } from '#renderer/queries/answers.ts'
import { latest } from '#renderer/queries/latest.ts'
import type { Asked } from '#renderer/queries/questions.ts'
import { isBelow } from './account-run.ts'
import { answers } from './answers.ts'
import { addChange, placeOf, removeChange, replaceChange } from './change-edits.ts'
import type { WindowAccount } from './draft.ts'

/*
 * A change is tried before it is made: the account with it is run beside the account without it, by the engine. Its usage
 * events stay with the store, so both are without them.
 */

/** The account without the change that is worked on, and with it. */
export interface TrialInput {
  readonly change: AccountChange
  readonly without: WindowAccount
  readonly with: WindowAccount
}

/** A change that cannot be carried out, and why. */
export interface RefusedChange {
  readonly change: AccountChange
  readonly message: string
}

/** What a change would do, as the engine has it. */
export interface Trial {
  readonly change: AccountChange
  /** Why it would be refused, with what would free it; empty where it would be carried out. */
  readonly refused: readonly Problem[]
  /** Other changes that could be made without it, and cannot with it. */
  readonly others: readonly RefusedChange[]
  /** Why the account cannot be billed even without it. */
  readonly unbilled: readonly Problem[]
  readonly cost: TrialCost | null
  /** False of an account that is too large to be run with every key: whether it can be carried out on its day is open. */
  readonly isRun: boolean
}

export interface TrialCost {
  readonly before: RunCost
  readonly after: RunCost
  /** Negative where the account costs less with the change. */
  readonly difference: string
}

/** The account with a change tried: a new one, or another in the place of one that is there. */
export function trialInput(
  account: WindowAccount,
  original: AccountChange | null,
  change: AccountChange,
): TrialInput {
  if (original === null) return { change, without: account, with: addChange(account, change) }
  return {
    change,
    without: removeChange(account, original),
    with: replaceChange(account, original, change),
  }
}

type Run = Result<{ readonly refusals: readonly Problem[] }>

/** What the engine answered about both accounts; runs are left out of an account that is too large. */
export interface TrialAnswers {
  readonly costs: Result<readonly VariantCost[]>
  readonly runs: { readonly without: Run; readonly with: Run } | null
}

const NONE: readonly Problem[] = []

/** Whether it is quick to run, and its result quick to hand over, while somebody types. */
export const isSmall = ({ months, members, usage, apiKeys }: WindowAccount): boolean =>
  months <= 60 &&
  members.length <= 300 &&
  apiKeys.length <= 300 &&
  (usage.kind !== 'streams' || usage.streams.length <= 300)

const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? NONE : answer.problems)

export function trialOf(input: TrialInput, { costs, runs }: TrialAnswers): Trial {
  const [one, other] = costs.ok ? costs.value : []
  const cost =
    one?.kind === 'billed' && other?.kind === 'billed'
      ? { before: one.cost, after: other.cost, difference: other.difference }
      : null
  const before = runs ? problemsOf(runs.without) : one?.kind === 'refused' ? one.problems : problemsOf(costs)
  const after = runs ? problemsOf(runs.with) : other?.kind === 'refused' ? other.problems : problemsOf(costs)
  const own = `changes.${String(placeOf(input.with.changes, input.change))}`
  const known = new Set(before.map(({ message }) => message))
  const isNew = ({ path, message }: Problem) => isBelow(path, own) || !known.has(message)
  const refusals = runs?.with.ok ? runs.with.value.refusals : NONE
  return {
    change: input.change,
    refused: [...after.filter(isNew), ...refusals.filter(({ path }) => isBelow(path, own))],
    others: runs?.without.ok
      ? newlyRefused(
          refused(input.without, runs.without.value.refusals),
          refused(
            input.with,
            refusals.filter(({ path }) => !isBelow(path, own)),
          ),
        )
      : [],
    unbilled: before,
    cost,
    isRun: runs !== null,
  }
}

function refused({ changes }: WindowAccount, refusals: readonly Problem[]): readonly RefusedChange[] {
  const places = new Map(changes.map((change, index) => [`changes.${String(index)}`, change]))
  return refusals.flatMap(({ path, message }) => {
    const change = places.get(path)
    return change ? [{ change, message }] : []
  })
}

function newlyRefused(
  before: readonly RefusedChange[],
  after: readonly RefusedChange[],
): readonly RefusedChange[] {
  const known = new Set(before.map(({ change }) => canonicalJson(change)))
  return after.filter(({ change }) => !known.has(canonicalJson(change)))
}

const withoutEvents = (account: WindowAccount): Asked<'scenarios.run'> => ({ ...account, usageEvents: [] })

/** Of a whole run only this is remembered: who tries many changes would fill the window with ledgers. */
async function runOnce(account: WindowAccount): Promise<Run> {
  const answer = await answers.ask('scenarios.run', withoutEvents(account))
  return answer.ok ? succeed({ refusals: answer.value.refusals }) : answer
}

let lastRun: { readonly of: WindowAccount; readonly run: Promise<Run> } | null = null

/** What a change is tried against stays the same while its form is filled in. */
async function runKept(account: WindowAccount): Promise<Run> {
  if (lastRun?.of === account) return lastRun.run
  const mine = { of: account, run: runOnce(account) }
  lastRun = mine
  const run = await mine.run
  // Nobody may have answered.
  if (!run.ok && lastRun === mine) lastRun = null
  return run
}

async function ask(input: TrialInput): Promise<TrialAnswers> {
  const costs = answers.ask('analysis.variants', {
    scenario: { ...withoutEvents(input.without), changes: [] },
    variants: [
      { name: 'without', changes: input.without.changes },
      { name: 'with', changes: input.with.changes },
    ],
  })
  if (!isSmall(input.with)) return { costs: await costs, runs: null }
  const [without, tried] = await Promise.all([runKept(input.without), runOnce(input.with)])
  return { costs: await costs, runs: { without, with: tried } }
}

interface Told {
  readonly input: TrialInput
  readonly trial: Trial
}

/** What a change would do, newest first; `isNewest` is false while a newer one is being tried. */
export function useTrial(
  account: WindowAccount,
  original: AccountChange | null,
  change: AccountChange,
): { readonly trial: Trial | null; readonly isNewest: boolean } {
  const input = useMemo(() => trialInput(account, original, change), [account, original, change])
  const [told, setTold] = useState<Told | null>(null)
  const [tryOut] = useState(() =>
    latest(ask, (answer: TrialAnswers, tried: TrialInput) => {
      // That nobody answers is told once for the whole window.
      if (!answer.costs.ok && isUnreachable(answer.costs.problems)) return
      setTold({ input: tried, trial: trialOf(tried, answer) })
    }),
  )
  useEffect(() => tryOut(input), [tryOut, input])
  return { trial: told?.trial ?? null, isNewest: told?.input === input }
}
