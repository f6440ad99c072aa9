import { create } from 'zustand'
import type { ResultSummary } from '#shared/open-result.ts'
import type { Problem } from '#shared/problem.ts'
import { isUnreachable } from '#renderer/queries/answers.ts'
import { openedAs } from '#renderer/queries/with-opening.ts'
import { latest } from '#renderer/queries/latest.ts'
import { newJob } from '#renderer/queries/jobs.ts'
import { isSuperseded, openWith } from '#renderer/queries/open-results.ts'
import { answers, call } from './answers.ts'
import { contentNow, hearEdits, type WindowAccount } from './draft.ts'
import { useConnection } from './connection.ts'
import { useInputs } from './inputs.ts'
import { forgetCancelled } from './long-questions.ts'
import { useOpenScenario } from './open-scenario.ts'
import { endWhy } from './why.ts'

/** What the engine makes of the account on screen. */
export interface AccountRun {
  /** What it comes to: of the account as it is, or of the one before while that is worked out or is refused. */
  readonly opened: ResultSummary | null
  /** That `opened` is of the account as it is on screen. */
  readonly isNewest: boolean
  /** That the account as it is on screen is being billed. */
  readonly isAwaited: boolean
  /** Why it cannot be billed as it is; empty where it can. */
  readonly refused: readonly Problem[]
  /** How far a run is that takes long, from 0 to 1; null where none does. */
  readonly progress: number | null
  /** The months that `opened` is of. */
  readonly months: number
  /** The account that is looked at: null for the main one, else one that a workspace went on with by itself. */
  readonly account: string | null
}

/** The same wherever nothing is wrong, so that what shows problems is not drawn anew with every run. */
const NO_PROBLEMS: readonly Problem[] = []

const NOTHING: AccountRun = {
  opened: null,
  isNewest: false,
  isAwaited: false,
  refused: NO_PROBLEMS,
  progress: null,
  months: 0,
  account: null,
}

export const useAccountRun = create<AccountRun>(() => NOTHING)

/** What is wrong with one field of the account, by its path: `members.3.seat`. */
export const useAccountProblem = (path: string): string | undefined =>
  useAccountRun(({ refused }) => refused.find((problem) => problem.path === path)?.message)

/** Whether a path is that of a field, or of something in it. */
export const isBelow = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`)

export const showAccount = (account: string | null): void => useAccountRun.setState({ account })

/** By what the run of this window is known that is under way, or was last. */
let token: string | null = null

/** Told how far a job is, which may be the run that is under way; 1 once it has ended. */
export function heardOfOpening(of: string, progress: number): void {
  if (of === token) useAccountRun.setState({ progress: progress < 1 ? progress : null })
}

export function cancelRun(): void {
  if (token !== null) void call('results.cancel', { token })
}

const SCENARIO = 'scenario.'

/** A problem of the call as one of the account: by the path of its field. */
const ofAccount = (problem: Problem): Problem =>
  problem.path.startsWith(SCENARIO) ? { ...problem, path: problem.path.slice(SCENARIO.length) } : problem

/** Whether the account that is open is billed with every change. */
let isBilling = false

/**
 * Waits until the account on screen is billed; false where it cannot be, so that what is shown is of another one. Where no
 * account is shown there is nothing to wait for.
 */
export async function billed(): Promise<boolean> {
  // What was changed just now is looked at before anything else is done.
  await Promise.resolve()
  while (useAccountRun.getState().isAwaited)
    await new Promise<void>((resolve) => {
      const leave = useAccountRun.subscribe(() => {
        leave()
        resolve()
      })
    })
  return !isBilling || useAccountRun.getState().isNewest
}

let billAgain = (): void => undefined

/** Bills the account once more as it is, where that was ended or broke down. */
export const runAgain = (): void => billAgain()

interface Asked {
  readonly account: WindowAccount
  readonly document: string | null
}

/** Bills the account that is open anew with every change of it, one run at a time and the newest next; answers how to end that. */
export function startAccountRun(): () => void {
  let asked: Asked | null = null
  let opened: Asked | null = null
  let isDue = false
  let shownOf: string | null = null
  let hasEnded = false
  isBilling = true
  let underWay: Promise<unknown> = Promise.resolve()

  const again = ({ account, document }: Asked) => call('results.open', { scenario: account, document })
  /** A job, which calls off what was asked of the state before. */
  function open({ account, document }: Asked) {
    const job = newJob()
    ;({ token } = job)
    const opening = call('results.open', { job, scenario: account, document })
    underWay = opening
    const before = useAccountRun.getState().opened
    if (before !== null) answers.askAhead(before.id, job.token)
    return opening
  }
  /** Once what is shown is of the newest state that can be billed. */
  async function settled(): Promise<void> {
    const awaited = underWay
    await awaited
    await new Promise((resolve) => setTimeout(resolve))
    if (awaited !== underWay) await settled()
  }
  const ask = latest(open, (answer, what, outdated) => {
    if (hasEnded || what.document !== asked?.document) return
    if (answer.ok) {
      opened = what
      if (token !== null) openedAs(token, answer.value.id)
      answers.keepPartsOf(answer.value.id)
      const before = useAccountRun.getState().opened
      if (before !== null) answers.askOfNext(before.id, answer.value.id)
      forgetCancelled()
      useAccountRun.setState(({ account }) => ({
        opened: answer.value,
        isNewest: what === asked,
        isAwaited: what !== asked,
        refused: NO_PROBLEMS,
        months: what.account.months,
        account: answer.value.separateAccounts.some((separate) => separate.account === account)
          ? account
          : null,
      }))
    } else if (isUnreachable(answer.problems)) {
      // Asked again once somebody answers.
      if (what !== asked) return
      asked = null
      useAccountRun.setState({ isAwaited: false })
    } else if (!outdated) {
      const refused = isSuperseded(answer.problems) ? {} : { refused: answer.problems.map(ofAccount) }
      useAccountRun.setState({ isAwaited: false, ...refused })
    }
  })
  openWith({
    reopen: async (id) => {
      const known = useAccountRun.getState().opened?.id === id ? opened : null
      return known !== null && (await again(known)).ok
    },
    settled,
  })

  function bill(): void {
    isDue = false
    if (hasEnded) return
    const content = contentNow()
    const document = useOpenScenario.getState().document?.id ?? null
    if (content === null || document === null || content.scenario === asked?.account) return
    if (document !== shownOf) {
      useAccountRun.setState(NOTHING, true)
      endWhy()
      shownOf = document
    }
    asked = { account: content.scenario, document }
    useAccountRun.setState({ isNewest: false, isAwaited: true })
    ask(asked)
  }
  /** A draft and what Compare shows of it are written one after the other: only both together are an account. */
  function look(): void {
    if (isDue) return
    isDue = true
    queueMicrotask(bill)
  }
  billAgain = () => {
    asked = null
    look()
  }
  const leaves = [
    // Asked before the edit is drawn, so that one is billed while the other is.
    hearEdits(bill),
    useOpenScenario.subscribe(look),
    useInputs.subscribe(look),
    useConnection.subscribe(look),
  ]
  look()
  return () => {
    hasEnded = true
    isBilling = false
    useAccountRun.setState({ isAwaited: false })
    billAgain = () => undefined
    endWhy()
    for (const leave of leaves) leave()
  }
}
