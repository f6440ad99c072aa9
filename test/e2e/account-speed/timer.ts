import type { Page } from 'playwright-core'

/**
 * What is waited for: another headline with figures in it; a table whose figures are those of another headline; or rows of
 * a list where it is scrolled to another place.
 */
type Awaited = 'figures' | 'table' | 'rows'

/** What one thing that a person does took, in milliseconds. */
export interface Taken {
  /** To the paint of what was waited for. */
  readonly shown: number
  /** To the last paint that changed anything in the view of the result. */
  readonly settled: number
}

interface Timer {
  arm: (what: Awaited) => void
  begin: () => void
  taken: () => Taken | null
}

declare global {
  interface Window {
    tierwiseTimer?: Timer
  }
}

/** Runs in the page. */
function install(): void {
  const QUIET_MS = 150
  let what: Awaited = 'figures'
  let before = ''
  let [began, shown, changed] = [Number.NaN, Number.NaN, Number.NaN]
  let isDirty = false
  // A page that is not timed is at rest: one that draws frame after frame would slow the other one's.
  let isTiming = false

  const list = () => document.querySelector<HTMLElement>('#result-view [role=region]:has([role=grid])')
  /** Whether a part of the view waits for its answer: it is not at rest, however long nothing is painted. */
  const isWaiting = () => document.querySelector('#result-view [aria-busy=true]') !== null
  const headline = () => document.querySelector('h1')?.textContent ?? ''
  const isInTable = (): boolean => {
    const amount = /[\d,]+\.\d\d/.exec(headline())?.[0]
    const table = document.querySelector('#result-view table')?.textContent
    return amount !== undefined && table?.includes(amount) === true
  }
  const stateOf = {
    figures: headline,
    table: headline,
    rows: () => String(list()?.scrollTop ?? 0),
  }
  /** The row at the lower edge of the list is there, and none is still to come. */
  const areRowsThere = (): boolean => {
    const box = list()
    if (box === null) return false
    const edge = box.getBoundingClientRect().bottom - 60
    const rows = [...box.querySelectorAll('tbody tr')]
    const last = rows.find((row) => row.getBoundingClientRect().bottom >= edge)
    return last !== undefined && last.querySelectorAll('td').length > 1 && !last.hasAttribute('aria-hidden')
  }
  const isDrawn = {
    figures: () => /\d/.test(headline()),
    table: isInTable,
    rows: areRowsThere,
  }
  const isThere = (): boolean => stateOf[what]() !== before && isDrawn[what]()

  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      if (Number.isNaN(began)) began = timeStamp
    },
    { capture: true },
  )
  new MutationObserver((changes) => {
    isDirty ||= changes.some(({ target }) => target.parentElement?.closest('#result-view, h1'))
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })

  // The message arrives after the paint of its frame: what is there was painted.
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    const now = performance.now()
    if (isDirty) changed = now
    isDirty = false
    if (!Number.isNaN(began) && Number.isNaN(shown) && isThere()) shown = now
    if (isTiming) requestAnimationFrame(frame)
  })
  const frame = (): void => port2.postMessage(null)
  port1.start()

  window.tierwiseTimer = {
    arm: (next) => {
      what = next
      before = stateOf[what]()
      ;[began, shown, changed] = [Number.NaN, Number.NaN, Number.NaN]
      if (!isTiming) requestAnimationFrame(frame)
      isTiming = true
    },
    begin: () => {
      began = performance.now()
    },
    taken: () => {
      const last = Math.max(shown, Number.isNaN(changed) ? shown : changed)
      if (Number.isNaN(last) || isWaiting() || performance.now() - last < QUIET_MS) return null
      isTiming = false
      return { shown: shown - began, settled: last - began }
    },
  }
}

export const installTimer = (page: Page): Promise<void> => page.evaluate(install)

/** What it takes from a key until what is awaited is painted, and the view is at rest after it. */
export async function timeKey(page: Page, awaited: Awaited, key: string): Promise<Taken> {
  await page.evaluate((what) => window.tierwiseTimer?.arm(what), awaited)
  await page.keyboard.press(key)
  return taken(page)
}

/** The same from when a page is sent to another address of its own. */
export async function timeHash(page: Page, hash: string): Promise<Taken> {
  await page.evaluate((to) => {
    window.tierwiseTimer?.arm('figures')
    window.tierwiseTimer?.begin()
    window.location.hash = to
  }, hash)
  return taken(page)
}

async function taken(page: Page): Promise<Taken> {
  const handle = await page.waitForFunction(() => window.tierwiseTimer?.taken() ?? false)
  const value = await handle.jsonValue()
  if (value === false) throw new Error('Nothing was taken.')
  return value
}
