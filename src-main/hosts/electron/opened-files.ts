import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { z } from 'zod'
import type { Api } from '#main/api/router.ts'
import type { Audience } from '../audience.ts'
import { leftOut, MOST_AT_ONCE } from '../files-at-once.ts'
import { isBundleFile } from '../is-bundle-file.ts'
import type { Log } from '../log.ts'
import { type Decide, openBundle, openingFailure } from '../open-bundle.ts'
import type { RecentFiles } from '../recent-files.ts'
import { mainWindow } from './window.ts'

/** What a second start hands to the first. */
export const Handover = z.strictObject({ files: z.array(z.string()).readonly() })
export type Handover = z.infer<typeof Handover>

/**
 * The files named on the command line, as paths or as the addresses that Linux desktops hand over; Chromium's own
 * switches and Electron's arguments are none.
 */
export const filesOf = (args: readonly string[], folder: string): readonly string[] =>
  args
    .filter((arg) => !arg.startsWith('-'))
    .flatMap((arg) => (arg.startsWith('file:') ? pathAt(arg) : resolve(folder, arg)))
    .filter(isBundleFile)

/** The path of a `file:` address; none where it is of another machine or no address at all. */
function pathAt(address: string): readonly string[] {
  try {
    return [fileURLToPath(address)]
  } catch {
    return []
  }
}

export interface OpenedFiles {
  /** Opens files one after the other, as soon as the application can; of very many the first, and says so. */
  readonly open: (files: readonly string[]) => void
  /** From now on it can. */
  readonly begin: (context: OpeningContext) => void
}

export interface OpeningContext {
  readonly api: Api
  readonly audience: Audience
  readonly recent: RecentFiles
  readonly platform: NodeJS.Platform
}

/**
 * Files that the system asks to open: by double click, from the dock or the recent ones, on the command line. The
 * system may ask before the application is ready; what it asked then waits.
 */
export function openedFiles(log: Pick<Log, 'note'>): OpenedFiles {
  let context: OpeningContext | undefined
  let last: Promise<void> = Promise.resolve()
  let waiting: readonly string[] = []

  const open = (files: readonly string[]) => {
    if (!context) {
      waiting = [...waiting, ...files]
      return
    }
    const ready = context
    for (const file of files.slice(0, MOST_AT_ONCE)) {
      last = last.then(() => openOne(file, ready)).catch((error: unknown) => failed(file, ready, error))
    }
    const others = leftOut(files)
    if (others) last = last.then(() => ready.audience.tellOne({ kind: 'openFailed', ...others }))
  }
  // A file that breaks something must not keep the next one from being opened.
  const failed = (file: string, { audience }: OpeningContext, error: unknown) => {
    log.note('A file could not be opened', error)
    audience.tellOne({ kind: 'openFailed', file, message: 'Something went wrong inside Tierwise.' })
  }
  app.on('open-file', (event, file) => {
    event.preventDefault()
    open([file])
  })
  return {
    open,
    begin: (given) => {
      context = given
      open(waiting)
      waiting = []
    },
  }
}

async function openOne(file: string, { api, audience, recent, platform }: OpeningContext): Promise<void> {
  const opened = await openBundle(api, file, askWhatToDo)
  if (!opened.ok) {
    await recent.forget(file)
    audience.tellOne({ kind: 'openFailed', file, message: openingFailure(file, opened) })
    return
  }
  await recent.remember(file)
  if (platform !== 'linux') app.addRecentDocument(file)
  if (opened.value !== null) audience.tellOne({ kind: 'open', id: opened.value })
}

const askWhatToDo: Decide = async ({ existing }, file) => {
  const isInBin = existing.deletedAt !== null
  const choices = [
    ...(isInBin ? [] : [{ label: 'Show the one in the library', does: 'show' } as const]),
    { label: 'Replace it with the file', does: 'replace' } as const,
    { label: 'Import as a copy', does: 'copy' } as const,
    { label: 'Cancel', does: null } as const,
  ]
  const options = {
    type: 'question' as const,
    message: `“${existing.name}” is in ${isInBin ? 'the bin' : 'the library'} already.`,
    detail: `What should be done with the file “${basename(file)}”?`,
    buttons: choices.map(({ label }) => label),
    defaultId: 0,
    cancelId: choices.length - 1,
  }
  const window = mainWindow()
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return choices[response]?.does ?? null
}
