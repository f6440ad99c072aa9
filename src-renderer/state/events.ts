import type { AppEvent } from '#shared/events.ts'
import { answers } from './answers.ts'
import { reopen, takeSummary } from './edits.ts'
import { refreshLibrary, refreshLibraryHistory } from './library.ts'
import { visit } from './library-actions.ts'
import { refreshHistory, useOpenScenario } from './open-scenario.ts'
import { openFirst } from './first-scenario.ts'
import { useRoute } from './route.ts'
import { loadSettings, showSettings } from './settings.ts'
import { refreshStore } from './store-info.ts'
import { setView } from './view.ts'
import { useLibrary } from './library.ts'

/** Keeps this window in step with the store and with what the system asks for; `run` runs a command by its name. */
export function heard(event: AppEvent, run: (command: string) => void): void {
  switch (event.kind) {
    case 'document':
      return documentChanged(event)
    case 'history':
      if (event.scope === 'library') void refreshLibraryHistory()
      else if (event.scope === useOpenScenario.getState().document?.id) void refreshHistory()
      return
    case 'settings':
      return showSettings(event.settings)
    case 'store':
      return void readAgain()
    case 'open':
      return void visit(event.id)
    case 'openFailed':
      return setView({ openFailed: { file: event.file, message: event.message } })
    case 'command':
      return run(event.id)
    case 'run':
      return
  }
}

function documentChanged({ document: summary }: Extract<AppEvent, { kind: 'document' }>): void {
  void answers.outdate('library.list', 'library.get', 'library.revisions')
  if (summary.kind !== 'scenario') return
  // A list that is on its way was read before.
  const isAskedFor = useLibrary.getState().documents !== null || useRoute.getState().screen === 'scenarios'
  if (isAskedFor) refreshLibrary()
  void takeSummary(summary)
}

/** Everything read from the store is out of date. */
async function readAgain(): Promise<void> {
  void answers.outdate('library.list', 'library.get', 'library.revisions', 'library.revision')
  await loadSettings()
  if (!(await reopen())) await openFirst(null)
  refreshLibrary()
  await Promise.all([refreshLibraryHistory(), refreshStore()])
}
