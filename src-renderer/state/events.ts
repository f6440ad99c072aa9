import type { AppEvent } from '#shared/events.ts'
import { standsAlone } from '#shared/screens.ts'
import { OUTDATED_BY_EVENT } from '#renderer/queries/changes.ts'
import { heardOfOpening } from './account-run.ts'
import { answers } from './answers.ts'
import { reopen, takeSummary } from './edits.ts'
import { openFirst } from './first-scenario.ts'
import { visit } from './library-actions.ts'
import { heardOfRun, lookForReading } from './reading.ts'
import { heardOfQuestion } from './long-questions.ts'
import { tellOpenFailure } from './open-failures.ts'
import { useRoute } from './route.ts'
import { hearSettings, loadSettings } from './settings.ts'
import { askForTrouble } from './store-upkeep.ts'

/** Keeps this window in step with the store and with what the system asks for; `run` runs a command by its name. */
export function heard(event: AppEvent, run: (command: string) => void): void {
  void answers.outdate(OUTDATED_BY_EVENT[event.kind])
  switch (event.kind) {
    case 'document':
      if (event.document.kind === 'scenario') void takeSummary(event.document)
      return
    case 'settings':
      return void hearSettings(event.settings)
    case 'store':
      void lookForReading()
      return void readAgain()
    case 'open':
      // Kept in the library, and no sight for a customer.
      return standsAlone(useRoute.getState().screen) ? undefined : void visit(event.id)
    case 'openFailed':
      return tellOpenFailure({ file: event.file, message: event.message })
    case 'command':
      return run(event.id)
    case 'run':
      return heardOfRun(event.run)
    case 'job':
      heardOfOpening(event.token, event.progress)
      return heardOfQuestion(event.token, event.progress)
    case 'history':
    case 'secret':
      return
  }
}

/** What a person edits and looks at is read again; what only shows the store is out of date, and asked for anew. */
async function readAgain(): Promise<void> {
  await loadSettings()
  if (!(await reopen())) await openFirst(null)
  await askForTrouble()
}
