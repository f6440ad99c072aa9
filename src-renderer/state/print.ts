import type { Output } from '#shared/api.ts'
import type { Result } from '#shared/result.ts'
import { about } from './about.ts'
import { billed } from './account-run.ts'
import { call } from './answers.ts'
import { keepName, saveNow } from './edits.ts'
import { setOpen, reasonOf, useOpenScenario } from './open-scenario.ts'

/** On the root while the page has the width and the colours of paper. */
const PRINTING = 'data-printing'
const SCHEME = 'data-mantine-color-scheme'

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

const fits = (): boolean => {
  const edge = document.body.getBoundingClientRect().right + 1
  return [...document.querySelectorAll('main svg')].every((svg) => svg.getBoundingClientRect().right <= edge)
}

/** About half a second: a chart that takes longer is printed as it is. */
const MOST_FRAMES = 30

/** Charts follow their width some frames later. */
async function drawn(): Promise<void> {
  await nextFrame()
  await nextFrame()
  for (let frame = 0; frame < MOST_FRAMES && !fits(); frame++) await nextFrame()
  await nextFrame()
}

const OLD = 'main [data-before]'
const BUSY = "main [aria-busy='true']"

/** Waits until every part of the page is of what it shows; false where one is of what was there before. */
async function isAsItIs(): Promise<boolean> {
  if (!(await billed())) return false
  await nextFrame()
  do await nextFrame()
  while (document.querySelector(BUSY) !== null)
  return document.querySelector(OLD) === null
}

const NOT_PRINTED = 'Not printed: what is shown is of the account before its last change.'

/** Gives the page the look of paper, and back what it had. */
function onPaper(): () => void {
  const root = document.documentElement
  const scheme = root.getAttribute(SCHEME) ?? 'light'
  root.setAttribute(PRINTING, '')
  root.setAttribute(SCHEME, 'light')
  return () => {
    root.removeAttribute(PRINTING)
    root.setAttribute(SCHEME, scheme)
  }
}

/** A page that is printed from the browser's own menu looks like paper too, though its charts keep their width. */
export function startPrint(): void {
  let back: (() => void) | null = null
  window.addEventListener('beforeprint', () => {
    if (!document.documentElement.hasAttribute(PRINTING)) back = onPaper()
  })
  window.addEventListener('afterprint', () => {
    back?.()
    back = null
  })
}

/**
 * Prints what the screen shows, once that is of the scenario as it is. Charts are drawn to the width they have on screen, so the page takes that of the paper
 * first; paper is light, whatever the theme.
 */
export async function printScreen(): Promise<void> {
  await keepName()
  await saveNow()
  if (!(await isAsItIs())) return setOpen({ notice: NOT_PRINTED })
  const answer = await printPage(useOpenScenario.getState().document?.name ?? 'Comparison')
  if (!answer.ok) setOpen({ notice: reasonOf(answer.problems) })
  else if (answer.value) setOpen({ notice: `Printed to ${answer.value.file}.` })
}

/** Prints the page under a name: to a file where the host asks which, else as the browser does. */
export async function printPage(name: string): Promise<Result<Output<'files.printPdf'>>> {
  const back = onPaper()
  try {
    await drawn()
    if ((await about()).hasDialogs) return await call('files.printPdf', { name })
    window.print()
    return { ok: true, value: null }
  } finally {
    back()
  }
}
