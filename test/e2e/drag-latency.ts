import type { Page } from 'playwright-core'
import { stepAt } from '#renderer/fields/usage-scale.ts'
import { type RunningApp, startApp } from './support/app.ts'

/** Milliseconds from an input event to the paint that shows its figures. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly samples: number
}

export interface DragLatency extends Latency {
  /** To the paint after which nothing changes any more, the months' chart included; one step at a time. */
  readonly settled: Latency
}

interface Input {
  readonly at: number
  /** The slider's position. */
  readonly position: number
}

interface Paint {
  readonly at: number
  readonly headline: string
}

interface Trace {
  readonly inputs: Input[]
  /** Paints that changed anything. */
  readonly paints: Paint[]
}

declare global {
  interface Window {
    tierwiseTrace?: Trace
  }
}

/** Runs in the page: notes every input of the slider, and every paint that follows a change of the document. */
function watch(): void {
  const trace: Trace = { inputs: [], paints: [] }
  window.tierwiseTrace = trace
  const headline = document.querySelector('h1')
  const slider = document.querySelector<HTMLInputElement>('input[type=range]')
  if (!headline || !slider) throw new Error('The Compare screen is not there.')

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
      // What was there when this frame was painted; the message arrives after the paint.
      const text = headline.textContent
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => trace.paints.push({ at: performance.now(), headline: text }))
      port1.start()
      port2.postMessage(null)
      waiting = false
    })
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** The usage a headline speaks of. */
const usageIn = (headline: string): number =>
  Number(/([\d,]+) credits a month/.exec(headline)?.[1]?.replaceAll(',', '') ?? Number.NaN)

/** To the first paint whose headline answers the input or a newer one. */
function untilShown({ inputs, paints }: Trace): readonly number[] {
  const wanted = inputs.map(({ position }) => stepAt(position))
  return inputs.flatMap(({ at }, index) => {
    const answer = paints.find((paint) => {
      const usage = usageIn(paint.headline)
      return (
        paint.at > at &&
        wanted.some((want, other) => other >= index && want === usage && (inputs[other]?.at ?? 0) < paint.at)
      )
    })
    return answer ? [answer.at - at] : []
  })
}

/** To the last paint before the next input. */
const untilSettled = ({ inputs, paints }: Trace): readonly number[] =>
  inputs.flatMap(({ at }, index) => {
    const next = inputs[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const last = paints.findLast((paint) => paint.at > at && paint.at < next)
    return last ? [last.at - at] : []
  })

function summary(values: readonly number[]): Latency {
  const sorted = values.filter(Number.isFinite).toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), samples: sorted.length }
}

async function drag(page: Page, steps: number, pause: number): Promise<void> {
  const box = await page.locator('input[type=range]').boundingBox()
  if (!box) throw new Error('The slider is not on the screen.')
  const y = box.y + box.height / 2
  const x = (share: number) => box.x + 8 + (box.width - 16) * share
  await page.mouse.move(x(0.3), y)
  await page.mouse.down()
  for (let step = 0; step < steps; step++) {
    // Back and forth over three decades, through most ranges of the chart.
    const share = 0.55 + 0.35 * Math.sin((step / steps) * 4 * Math.PI)
    await page.mouse.move(x(share), y)
    await page.waitForTimeout(pause)
  }
  await page.mouse.up()
}

/** What was noted since the last time. */
const taken = (page: Page): Promise<Trace> =>
  page.evaluate(() => {
    const { inputs, paints } = window.tierwiseTrace ?? { inputs: [], paints: [] }
    return { inputs: inputs.splice(0), paints: paints.splice(0) }
  })

/** Drags the usage slider of the built application with a real pointer. */
export async function measureDrag(app: RunningApp): Promise<DragLatency> {
  const page = await app.open({ viewport: { width: 1920, height: 1080 } })
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'credits a month' }).waitFor()
  await page.evaluate(watch)
  await drag(page, 40, 16)
  await page.waitForTimeout(300)
  await taken(page)

  await drag(page, 240, 16)
  await page.waitForTimeout(300)
  const moving = await taken(page)
  await drag(page, 60, 150)
  await page.waitForTimeout(300)
  const stepping = await taken(page)
  await page.context().close()
  return { ...summary(untilShown(moving)), settled: summary(untilSettled(stepping)) }
}

if (import.meta.main) {
  const app = await startApp()
  const latency = await measureDrag(app)
  await app.close()
  process.stdout.write(`${JSON.stringify(latency)}\n`)
}
