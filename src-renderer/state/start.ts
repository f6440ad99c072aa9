import type { Bridge } from '#shared/bridge.ts'
import { leaveField } from '#renderer/fields/leave-field.ts'
import { rememberedTheme, rememberTheme } from '#renderer/theme/first-paint.ts'
import { about } from './about.ts'
import { answers, call } from './answers.ts'
import { startAutosave } from './autosave.ts'
import { setBackend } from './backend.ts'
import { followConnection } from './connection.ts'
import { keepName, saveNow } from './edits.ts'
import { heard } from './events.ts'
import { openFirst } from './first-scenario.ts'
import { startLive } from './live.ts'
import { setOpen, useOpenScenario } from './open-scenario.ts'
import { rememberWayBack } from './presenting.ts'
import { startPrint } from './print.ts'
import { lookForReading } from './reading.ts'
import { showsScenario, startRoute, useRoute } from './route.ts'
import { useSettings } from './settings.ts'
import { settleWith } from './settling.ts'
import { askForTrouble } from './store-upkeep.ts'
import { visit } from './library-actions.ts'

/** Starts the application in this window; `run` runs a command by its name, `retry` asks for everything again. */
export function startWindow(bridge: Bridge, run: (command: string) => void): { readonly retry: () => void } {
  setBackend(bridge)
  settleWith(leaveField)
  useSettings.setState({ theme: rememberedTheme() })
  useSettings.subscribe(({ theme }) => rememberTheme(theme))
  rememberWayBack()
  startRoute()
  startAutosave()
  startPrint()
  const live = begin()
  // What the system asks to show comes after what this window shows by itself.
  bridge.subscribe((event) => void live.then(() => heard(event, run)))
  followAddress()
  keepNameOnLeaving()
  const again = () => void live.then(retry)
  followConnection(() => call('settings.get', {}), again)
  return { retry: again }
}

/** Nothing is compared before it is known what: figures of another scenario would only flash by. */
async function begin(): Promise<ReturnType<typeof startLive>> {
  await openFirst(useRoute.getState().scenario)
  const live = startLive(answers)
  setOpen({ ready: true })
  void about()
  void askForTrouble()
  void lookForReading()
  return live
}

async function retry(live: ReturnType<typeof startLive>): Promise<void> {
  live.retry()
  void answers.outdate('all of the store')
  const open = useOpenScenario.getState().document !== null
  await Promise.all([open ? saveNow() : openFirst(useRoute.getState().scenario), about(), askForTrouble()])
}

/** A link or the Back button may name another scenario than the open one. */
function followAddress(): void {
  useRoute.subscribe(({ screen, scenario }) => {
    const open = useOpenScenario.getState().document?.id
    if (showsScenario(screen) && scenario !== null && open !== undefined && scenario !== open)
      void visit(scenario, 'ask', screen)
  })
}

/** The field of a name goes with its screen, and a field that goes is not heard to lose the focus. */
function keepNameOnLeaving(): void {
  useRoute.subscribe(({ screen }) => {
    if (!showsScenario(screen)) void keepName()
  })
}
