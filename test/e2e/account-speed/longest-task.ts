import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

const Event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds of the processor. */
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).optional(),
})
const Recorded = z.object({ traceEvents: z.array(Event) })

const TASK = 'ThreadControllerImpl::RunTask'

/**
 * The longest task of a page's main thread while some work goes on, in milliseconds of the processor: one that another
 * program interrupts is none the longer for that.
 */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  await work()
  const text = (await browser.stopTracing()).toString('utf8')
  const { traceEvents } = Recorded.parse(JSON.parse(text))
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter((event) => event.name === TASK && threads.has(threadOf(event)))
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

const threadOf = ({ pid, tid }: z.output<typeof Event>): string => `${String(pid)} ${String(tid)}`
