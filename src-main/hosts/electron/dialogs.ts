import { basename, join } from 'node:path'
import { app, dialog, shell } from 'electron'
import type { Dialogs } from '#main/api/services.ts'
import { BUNDLE_EXTENSION } from '#shared/bundle-file.ts'
import { refuse, succeed, type Problem } from '#shared/problem.ts'
import { readBundleFile } from '../bundle-file.ts'
import type { RecentFiles } from '../recent-files.ts'
import { reasonOf } from '../system-error.ts'
import { writeWhole } from '../write-file.ts'
import { mainWindow } from './window.ts'

export const BUNDLE_FILTER = { name: 'Tierwise scenarios', extensions: [BUNDLE_EXTENSION] }

/** The system's dialogs, in front of the main window; they start where the last file was. */
export function systemDialogs(recent: RecentFiles): Dialogs {
  return {
    save: async ({ fileName, typeName, extension }, bytes) => {
      const options = {
        defaultPath: join((await recent.folder()) ?? app.getPath('documents'), fileName),
        filters: [{ name: typeName, extensions: [extension] }],
      }
      const window = mainWindow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      if (canceled || filePath === '') return succeed(null)
      // Before it is written: what a kill leaves there is looked for in the folder that was used last.
      await recent.visit(filePath)
      try {
        await writeWhole(filePath, bytes)
      } catch (error) {
        return refuse(notWritten(filePath, error))
      }
      // Only what Tierwise can open again is worth offering again.
      if (extension === BUNDLE_EXTENSION) await recent.remember(filePath)
      return succeed(filePath)
    },
    open: async () => {
      const options = {
        defaultPath: (await recent.folder()) ?? app.getPath('documents'),
        filters: [BUNDLE_FILTER],
        properties: ['openFile' as const],
      }
      const window = mainWindow()
      const { filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options))
      const [file] = filePaths
      if (file === undefined) return succeed(null)
      const read = await readBundleFile(file)
      if (!read.ok) return read
      await recent.remember(file)
      return succeed({ name: basename(file), file: read.value })
    },
    printPdf: async () => {
      const window = mainWindow()
      if (!window) return refuse(notPrinted('there is no window'))
      try {
        return succeed(
          await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }),
        )
      } catch (error) {
        return refuse(notPrinted(error))
      }
    },
    showFolder: async (folder) => {
      const failure = await shell.openPath(folder)
      if (failure === '') return succeed({})
      return refuse({
        code: 'file.not_shown',
        message: `The folder could not be shown: ${failure}.`,
        path: '',
      })
    },
  }
}

const notWritten = (file: string, error: unknown): Problem => ({
  code: 'file.not_written',
  message: `“${basename(file)}” could not be saved: ${reasonOf(error)}.`,
  path: '',
})

const notPrinted = (error: unknown): Problem => ({
  code: 'print.failed',
  message: `The page could not be printed: ${reasonOf(error)}.`,
  path: '',
})
