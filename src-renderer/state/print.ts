import { about } from './about.ts'
import { call } from './backend.ts'
import { saveNow } from './edits.ts'
import { setOpen, reasonOf, useOpenScenario } from './open-scenario.ts'

/** On the root while the page has the width and the colours of paper. */
export const PRINTING = 'data-printing'
const SCHEME = 'data-mantine-color-scheme'

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/**
 * Prints the Compare screen. Charts are drawn to the width they have on screen, so the page takes that of the paper
 * first; paper is light, whatever the theme.
 */
export async function printComparison(): Promise<void> {
  await saveNow()
  const root = document.documentElement
  const scheme = root.getAttribute(SCHEME) ?? 'light'
  root.setAttribute(PRINTING, '')
  root.setAttribute(SCHEME, 'light')
  try {
    await twoFrames()
    await print()
  } finally {
    root.removeAttribute(PRINTING)
    root.setAttribute(SCHEME, scheme)
  }
}

async function print(): Promise<void> {
  if (!(await about()).hasDialogs) return window.print()
  const name = useOpenScenario.getState().document?.name ?? 'Comparison'
  const answer = await call('files.printPdf', { name })
  if (!answer.ok) setOpen({ notice: reasonOf(answer.problems) })
  else if (answer.value) setOpen({ notice: `Printed to ${answer.value.file}.` })
}
