import { create } from 'zustand'
import type { CustomerPage, Levers, WhatIf } from '#shared/customer-page.ts'
import type { Problem } from '#shared/result.ts'
import { standsAlone } from '#shared/screens.ts'
import { todayText } from '#renderer/format/moments.ts'
import { isUnreachable } from '#renderer/queries/answers.ts'
import { latest } from '#renderer/queries/latest.ts'
import { ask } from './answers.ts'
import { useConnection } from './connection.ts'
import { keepName, saveNow } from './edits.ts'
import { useOpenScenario } from './open-scenario.ts'
import { printPage } from './print.ts'
import { goTo, type Route, useRoute } from './route.ts'

/** What a customer is shown of the open scenario, and what is tried on it, which is kept nowhere. */
export interface Presenting {
  /** Of what is tried, or of what was tried before while that is worked out; null until there is one. */
  readonly page: CustomerPage | null
  /** The levers as the account has them; null until they are known. */
  readonly own: Levers | null
  readonly whatIf: WhatIf
  /** Why there is no page of what is tried; empty where there is one. */
  readonly refused: readonly Problem[]
  /** That the page of what is tried is on its way. */
  readonly isAwaited: boolean
  /** What there is to say of it: how saving it as a PDF went, or that it is without a change; empty otherwise. */
  readonly told: string
}

const NOTHING: Presenting = { page: null, own: null, whatIf: {}, refused: [], isAwaited: false, told: '' }

export const usePresenting = create<Presenting>(() => NOTHING)

/** Tries something on the page, with whatever else is tried. */
export const tryOn = (change: WhatIf): void =>
  usePresenting.setState(({ whatIf }) => ({ whatIf: { ...whatIf, ...change }, told: '' }))

/** Shows the account as it is. */
export const tryNothing = (): void => usePresenting.setState({ whatIf: {}, told: '' })

const WITHOUT_LAST = 'Your last change could not be saved: this page is without it.'
const NOT_TRIED = 'Not saved: what is tried cannot be worked out.'

interface Asked {
  readonly id: string
  readonly revision: number
  readonly whatIf: WhatIf
}

/**
 * Works the page out of the open scenario as it is kept, anew with every edit of it and with everything that is tried: one
 * question at a time, and the newest next. Answers how to end that.
 */
export function startPresenting(): () => void {
  let asked: Asked | null = null
  let hasEnded = false
  usePresenting.setState(NOTHING, true)

  const askFor = latest(
    (what: Asked) => ask('stored.customerPage', what),
    (answer, what, outdated) => {
      if (hasEnded || what.id !== asked?.id) return
      if (answer.ok) {
        const { levers } = answer.value
        const isOwn = Object.keys(what.whatIf).length === 0
        usePresenting.setState({
          page: answer.value,
          refused: [],
          isAwaited: outdated,
          ...(isOwn && { own: levers }),
        })
      } else if (isUnreachable(answer.problems)) {
        // Asked again once somebody answers.
        if (what !== asked) return
        usePresenting.setState({ isAwaited: false })
        asked = null
      } else if (!outdated) {
        usePresenting.setState({ refused: answer.problems, isAwaited: false })
      }
    },
  )

  function look(): void {
    const { document } = useOpenScenario.getState()
    if (document === null || hasEnded) return
    const { id, revision } = document
    const { whatIf, own } = usePresenting.getState()
    // What can be tried is known from the account as it is.
    const tried = own === null ? NOTHING.whatIf : whatIf
    if (asked?.id === id && asked.revision === revision && asked.whatIf === tried) return
    const before = asked
    asked = { id, revision, whatIf: tried }
    askFor(asked)
    // Another state of the account may have other figures to try, and another account has nothing in common with it.
    const isOther = before !== null && before.id !== id
    const isNewer = before !== null && before.revision !== revision
    usePresenting.setState({ ...(isOther ? NOTHING : isNewer && { own: null }), isAwaited: true })
  }
  const leaves = [
    useOpenScenario.subscribe(look),
    usePresenting.subscribe(look),
    useConnection.subscribe(look),
  ]
  void keepName()
    .then(saveNow)
    .then((saved) => {
      if (saved === 'failed' && !hasEnded) usePresenting.setState({ told: WITHOUT_LAST })
      look()
    })
  return () => {
    hasEnded = true
    for (const leave of leaves) leave()
  }
}

let cameFrom: Route | null = null

/** Remembers where one was before a screen that has the window to itself. */
export const rememberWayBack = (): void =>
  void useRoute.subscribe(({ screen }, before) => {
    if (standsAlone(screen) && !standsAlone(before.screen)) cameFrom = before
  })

/** Back to where one was, else to the account. */
export function leavePresenting(): void {
  const { scenario } = useRoute.getState()
  if (cameFrom === null) return goTo('account', scenario)
  goTo(cameFrom.screen, cameFrom.scenario ?? scenario)
  useRoute.setState({ view: cameFrom.view })
}

/** Whose page it is, and of which day: what it is called as a file and in the window's title. */
export const nameOfPage = (customer: string): string =>
  `${customer === '' ? 'Plans' : customer} ${todayText()}`

/** Waits until the page is of what is tried; false where there is none of it. */
async function isOfWhatIsTried(): Promise<boolean> {
  while (usePresenting.getState().isAwaited)
    await new Promise<void>((resolve) => {
      const leave = usePresenting.subscribe(() => {
        leave()
        resolve()
      })
    })
  return usePresenting.getState().refused.length === 0
}

/** Saves the page as a PDF under a name that the customer may read, once it is of what is tried. */
export async function savePage(): Promise<void> {
  if (!(await isOfWhatIsTried())) return usePresenting.setState({ told: NOT_TRIED })
  const answer = await printPage(nameOfPage(usePresenting.getState().page?.customer ?? ''))
  if (!answer.ok) usePresenting.setState({ told: 'The PDF could not be saved.' })
  else if (answer.value) usePresenting.setState({ told: 'Saved as a PDF.' })
}
