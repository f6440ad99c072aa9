import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'

/** What a page takes, in megabytes. */
export interface PageMemory {
  /** Of its scripts, after what nobody holds was collected. */
  readonly heap: number
  /** Of its whole process, with the browser's own code that it shares with others; null where the system does not tell. */
  readonly resident: number | null
}

const MB = 1_000_000
const PAGE_BYTES = 4096

/** Of a page that has a browser to itself. */
export async function memoryOf(browser: Browser, page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const whole = await browser.newBrowserCDPSession()
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  await whole.detach()
  const residents = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id))
  return { heap: usedSize / MB, resident: residents.reduce(larger, null) }
}

const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)

function residentOf(process: number): number | null {
  try {
    const [, pages = ''] = readFileSync(`/proc/${String(process)}/statm`, 'utf8').split(' ')
    return (Number(pages) * PAGE_BYTES) / MB
  } catch {
    return null
  }
}
