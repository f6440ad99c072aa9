import type { Page } from 'playwright-core'
import { stepAt } from '#renderer/fields/usage-scale.ts'

interface Input {
  readonly at: number
  /** The slider's position. */
  readonly position: number
}

interface Paint {
  readonly at: number
  readonly headline: string
  /** The curves as they are drawn: another text is another range. */
  readonly lines: string
}

/** What happened in a page during a drag. */
export interface Trace {
  readonly inputs: readonly Input[]
  /** Paints that changed anything. */
  readonly paints: readonly Paint[]
}

declare global {
  interface Window {
    tierwiseTrace?: { readonly inputs: Input[]; readonly paints: Paint[] }
  }
}

/** Runs in the page: notes every input of the slider, and every paint that follows a change of the document. */
function watch(): void {
  const trace: { readonly inputs: Input[]; readonly paints: Paint[] } = { inputs: [], paints: [] }
  window.tierwiseTrace = trace
  const headline = document.querySelector('h1')
  const slider = document.querySelector<HTMLInputElement>('input[type=range]')
  if (!headline || !slider) throw new Error('The page has no headline or no slider.')

  slider.addEventListener(
    'input',
    (event) => trace.inputs.push({ at: event.timeStamp, position: Number(slider.value) }),
    { capture: true },
  )
  let waiting = false
  new MutationObserver(() => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        // The message arrives after the paint of this frame: what is there was painted.
        const text = headline.textContent
        const curve = document.querySelector('[data-testid=plan-lines] polyline')
        trace.paints.push({
          at: performance.now(),
          headline: text,
          lines: curve?.getAttribute('points') ?? '',
        })
      })
      port1.start()
      port2.postMessage(null)
      waiting = false
    })
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
}

export const startTrace = (page: Page): Promise<void> => page.evaluate(watch)

/** What was noted since the last time. */
export const takeTrace = (page: Page): Promise<Trace> =>
  page.evaluate(() => {
    const { inputs, paints } = window.tierwiseTrace ?? { inputs: [], paints: [] }
    return { inputs: inputs.splice(0), paints: paints.splice(0) }
  })

/** The usage a headline speaks of. */
const usageIn = (headline: string): number =>
  Number(/([\d,]+) credits a month/.exec(headline)?.[1]?.replaceAll(',', '') ?? Number.NaN)

/** One input and the time until its figures were painted. */
export interface Shown {
  readonly ms: number
  /** Whether the range of the chart changed before the next input. */
  readonly rangeChanged: boolean
}

/** To the first paint whose headline answers the input or a newer one. */
export function untilShown({ inputs, paints }: Trace): readonly Shown[] {
  const wanted = inputs.map(({ position }) => stepAt(position))
  const changes = paints.filter((paint, index) => index > 0 && paint.lines !== paints[index - 1]?.lines)
  return inputs.flatMap(({ at }, index) => {
    const answer = paints.find((paint) => {
      const usage = usageIn(paint.headline)
      return (
        paint.at > at &&
        wanted.some((want, other) => other >= index && want === usage && (inputs[other]?.at ?? 0) < paint.at)
      )
    })
    const next = inputs[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const rangeChanged = changes.some((paint) => paint.at > at && paint.at <= Math.max(next, answer?.at ?? 0))
    return answer ? [{ ms: answer.at - at, rangeChanged }] : []
  })
}

/** To the last paint before the next input. */
export const untilSettled = ({ inputs, paints }: Trace): readonly number[] =>
  inputs.flatMap(({ at }, index) => {
    const next = inputs[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const last = paints.findLast((paint) => paint.at > at && paint.at < next)
    return last ? [last.at - at] : []
  })
