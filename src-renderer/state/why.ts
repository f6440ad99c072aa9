import { create } from 'zustand'
import type { AnewReference, AnyReference } from '#shared/reference.ts'
import { showView, useRoute } from './route.ts'

/** Whether the account is billed anew to tell it. */
export const isAnew = (reference: AnyReference): reference is AnewReference =>
  reference.kind === 'share' || reference.kind === 'stop' || reference.kind === 'variant'

/** What was asked why of, and the view of the result that was shown with it. */
export interface WhyStep {
  readonly reference: AnyReference
  readonly view: string | null
}

/** The way a person went in explanations: where they are on it, and what lies behind and before them. */
export interface WhyPath {
  /** Null while nothing is asked. */
  readonly now: WhyStep | null
  /** The newest last. */
  readonly back: readonly WhyStep[]
  /** The nearest first. */
  readonly forward: readonly WhyStep[]
}

const NOWHERE: WhyPath = { now: null, back: [], forward: [] }

export const useWhy = create<WhyPath>(() => NOWHERE)

const listed = (step: WhyStep | null): readonly WhyStep[] => (step === null ? [] : [step])

/** Goes on from where one is: what was gone back from is not gone forward to any more. */
const goOn = (step: WhyStep): void =>
  useWhy.setState(({ now, back }) => ({ now: step, back: [...back, ...listed(now)], forward: [] }))

/** Asks why something of the result is as it is. */
export const askWhy = (reference: AnyReference): void => goOn({ reference, view: useRoute.getState().view })

/** Shows the view that has what is explained; back leads to the view before. */
export function showInView(reference: AnyReference, view: string): void {
  goOn({ reference, view })
  showView(view)
}

const arriveAt = ({ view }: WhyStep): void => {
  if (view !== useRoute.getState().view) showView(view)
}

export function goBackInWhy(): void {
  const { now, back, forward } = useWhy.getState()
  const last = back.at(-1)
  if (last === undefined) return
  useWhy.setState({ now: last, back: back.slice(0, -1), forward: [...listed(now), ...forward] })
  arriveAt(last)
}

export function goForwardInWhy(): void {
  const { now, back, forward } = useWhy.getState()
  const [next, ...rest] = forward
  if (next === undefined) return
  useWhy.setState({ now: next, back: [...back, ...listed(now)], forward: rest })
  arriveAt(next)
}

export const endWhy = (): void => useWhy.setState(NOWHERE)
