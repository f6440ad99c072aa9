import { create } from 'zustand'
import type { AnewReference, AnyReference, ComparedReference } from '#shared/reference.ts'
import { showView, useRoute } from './route.ts'
import { toShow } from './to-show.ts'

const ANEW: ReadonlySet<string> = new Set<AnewReference['kind']>([
  'share',
  'stop',
  'variant',
  'failure',
  'upgrade',
])

/** Whether the account is billed anew to tell it. */
export const isAnew = (reference: AnyReference): reference is AnewReference => ANEW.has(reference.kind)

/** Whatever can be asked why of. */
export type Asked = AnyReference | ComparedReference

/** What was asked why of, and the view of the result that was shown with it. */
export interface WhyStep {
  readonly reference: Asked
  readonly view: string | null
  /** Whether it was gone to for its place in the view, which has been shown. */
  readonly isShown?: boolean
}

/** The way a person went in explanations: where they are on it, and what lies behind and before them. */
export interface WhyPath {
  /** Null while nothing is asked. */
  readonly now: WhyStep | null
  /** The newest last. */
  readonly back: readonly WhyStep[]
  /** The nearest first. */
  readonly forward: readonly WhyStep[]
  /** What was asked when somebody went on to an input that decides it, and can come back to. */
  readonly aside: WhyStep | null
}

const NOWHERE: WhyPath = { now: null, back: [], forward: [], aside: null }

export const useWhy = create<WhyPath>(() => NOWHERE)

const listed = (step: WhyStep | null): readonly WhyStep[] => (step === null ? [] : [step])

/** Goes on from where one is: what was gone back from is not gone forward to any more. */
const goOn = (step: WhyStep): void =>
  useWhy.setState(({ now, back }) => ({
    now: step,
    back: [...back, ...listed(now)],
    forward: [],
    aside: null,
  }))

/** Asks why something is as it is. */
export const askWhy = (reference: Asked): void => goOn({ reference, view: useRoute.getState().view })

/** Shows the view that has what is explained; back leads to the view before. */
export function showInView(reference: AnyReference, view: string): void {
  goOn({ reference, view, isShown: true })
  if (view !== useRoute.getState().view) showView(view)
  toShow(reference)
}

const arriveAt = ({ view }: WhyStep): void => {
  if (view !== useRoute.getState().view) showView(view)
}

/** Goes from an explanation to an input, from where `comeBackToWhy` leads back. */
export const leaveWhyAside = (): void => useWhy.setState(({ now }) => ({ ...NOWHERE, aside: now }))

export function comeBackToWhy(): void {
  const { aside } = useWhy.getState()
  if (aside === null) return
  useWhy.setState({ ...NOWHERE, now: aside })
  arriveAt(aside)
}

/** Somebody came to the inputs: reasons that lie over them go, and those that were left aside stay where they can be gone back to. */
export const endWhyOverInputs = (): void => {
  if (useWhy.getState().now !== null) endWhy()
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
