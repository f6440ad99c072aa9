import { pointerStops } from '#renderer/charts/nice.ts'
import { stopsAhead, USAGE_STEPS } from '#renderer/fields/usage-scale.ts'
import { askingAhead, COMPARISONS } from '#renderer/queries/ahead.ts'
import type { Answers } from '#renderer/queries/answers.ts'
import { compareInput } from './compare-input.ts'
import { useInputs } from './inputs.ts'
import { useView } from './view.ts'

/** How many stops of the control are looked at: what is further away is another matter when the hand gets there. */
const MOST_STOPS = 40

/** The stops of the control that is held; null while none is. */
function heldStops(): readonly number[] | null {
  const { sliding, heldRange } = useView.getState()
  if (heldRange !== null) return pointerStops(heldRange)
  return sliding ? USAGE_STEPS : null
}

/** While the usage is dragged, asks for the comparisons of the usages that come next; `before` is where it came from. */
export function startComparingAhead(answers: Answers): (before: number) => void {
  const ask = askingAhead(answers, COMPARISONS)
  let from = useInputs.getState().usage
  const ahead = (): Parameters<typeof ask>[0] | null => {
    const stops = heldStops()
    if (stops === null) return null
    const inputs = useInputs.getState()
    const usages = stopsAhead(stops, inputs.usage, from).slice(0, MOST_STOPS)
    return { inputs: usages.map((usage) => compareInput(inputs, usage)), goOn: ahead }
  }
  return (before) => {
    from = before
    const next = ahead()
    if (next) ask(next)
  }
}
