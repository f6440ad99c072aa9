import { SECURITY_HEADERS } from '../bundle.ts'

export const OPENING_PATH = '/opening'
const CALL_OFF_PATH = `${OPENING_PATH}/call-off`

/** The pages of the window that shows how far it is with documents of an older version. */
export interface OpeningPage {
  /** What there is under a path; undefined of a path that is none of theirs. */
  readonly respond: (pathname: string) => Response | undefined
  /** `progress` is from 0 to 1. */
  readonly show: (progress: number) => void
}

/**
 * Its first page is never sent to its end: each time there is more to tell, one more piece of it is sent, of which the
 * style shows the last. So it needs no script, and unlike a page that is loaded again and again it keeps the focus, is
 * read out once, and misses no click.
 */
export function openingPage(onCallOff: () => void): OpeningPage {
  const pages = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const encoder = new TextEncoder()
  let percent = 0

  const streamed = (): ReadableStream<Uint8Array> => {
    let page: ReadableStreamDefaultController<Uint8Array>
    return new ReadableStream({
      start: (controller) => {
        page = controller
        pages.add(page)
        page.enqueue(encoder.encode(BEGINNING + stepOf(percent)))
      },
      cancel: () => void pages.delete(page),
    })
  }

  return {
    respond: (pathname) => {
      if (pathname === OPENING_PATH) return pageOf(streamed())
      if (pathname !== CALL_OFF_PATH) return undefined
      onCallOff()
      return pageOf(CALLED_OFF)
    },
    show: (progress) => {
      const now = Math.floor(progress * 100)
      if (now === percent) return
      percent = now
      for (const page of pages) page.enqueue(encoder.encode(stepOf(percent)))
    },
  }
}

const pageOf = (body: string | ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: { ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })

/** The page colours, inks and accents are those of the renderer's theme/surfaces.ts. */
const STYLE = `
  :root {
    color-scheme: light dark;
    --page: light-dark(#fdfdfe, #0e0f12);
    --track: light-dark(#e6e7eb, #24272e);
    --edge: light-dark(#cbced6, #3c414b);
    --ink: light-dark(#16181d, #eceef2);
    --ink-2: light-dark(#4e5461, #abb1bd);
    --accent: light-dark(#3654d1, #8ea2ff);
  }
  body {
    margin: 0;
    background: var(--page);
    color: var(--ink-2);
    font: 13px/1.4 system-ui, sans-serif;
    cursor: default;
    user-select: none;
  }
  main {
    display: grid;
    grid-template: auto auto 1fr / 1fr auto;
    gap: 8px 16px;
    box-sizing: border-box;
    height: 100vh;
    padding: 24px;
  }
  h1, p { margin: 0; }
  h1 { grid-area: 1 / 1 / 2 / 3; color: var(--ink); font-size: 14px; font-weight: 600; }
  .about, a { grid-row: 3; align-self: end; }
  .about { padding: 5px 0; }
  .called-off { grid-area: 2 / 1 / 3 / 3; }
  a {
    padding: 4px 12px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    color: var(--ink);
    text-decoration: none;
  }
  a:hover { border-color: var(--ink-2); }
  a:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  .step { grid-area: 2 / 1 / 3 / 3; display: flex; gap: 12px; align-items: center; }
  /* No element is the last of its kind to Chromium while its parent is still being sent. */
  .step:has(+ .step) { display: none; }
  .step span { min-width: 5ch; text-align: right; font-variant-numeric: tabular-nums; }
  progress { flex: 1; height: 4px; appearance: none; border: 0; }
  progress::-webkit-progress-bar { border-radius: 2px; background: var(--track); }
  progress::-webkit-progress-value { border-radius: 2px; background: var(--accent); }
`

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Tierwise</title>
<style>${STYLE}</style>
<main>
`

const BEGINNING = `${HEAD}<h1 id="what">Bringing your documents up to this version</h1>
<p class="about">This is done once. A backup is made first.</p>
<a href="${CALL_OFF_PATH}">Call it off</a>
`

const CALLED_OFF = `${HEAD}<h1>Calling it off</h1>
<p class="called-off" role="status">Tierwise ends in a moment. Everything in your documents is kept; start it again to go on.</p>
`

const stepOf = (percent: number): string =>
  `<div class="step"><progress aria-labelledby="what" max="100" value="${percent}"></progress><span>${percent} %</span></div>\n`
