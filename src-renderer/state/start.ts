import type { Bridge } from '#shared/bridge.ts'
import { rememberedTheme, rememberTheme } from '#renderer/theme/first-paint.ts'
import { platform } from '#renderer/commands/use-shortcuts.ts'
import { about } from './about.ts'
import { startAutosave } from './autosave.ts'
import { call, setBackend } from './backend.ts'
import { isDirty, saveNow } from './edits.ts'
import { heard } from './events.ts'
import { openFirst } from './first-scenario.ts'
import { startLive } from './live.ts'
import { useOpenScenario } from './open-scenario.ts'
import { startPrint } from './print.ts'
import { startRoute, useRoute } from './route.ts'
import { loadSettings, useSettings } from './settings.ts'
import { refreshStore } from './store-info.ts'
import { visit } from './library-actions.ts'

/** Starts the application in this window; `retry` asks for everything again. */
export function startWindow(bridge: Bridge): { readonly retry: () => void } {
  setBackend(bridge)
  useSettings.setState({ theme: rememberedTheme() })
  useSettings.subscribe(({ theme }) => rememberTheme(theme))
  startRoute()
  startAutosave()
  startPrint()
  const live = startLive(call)
  bridge.subscribe((event) => heard(event, platform))
  void begin()
  followAddress()
  return {
    retry: () => {
      live.retry()
      void (useOpenScenario.getState().document === null ? begin() : isDirty() && saveNow())
    },
  }
}

async function begin(): Promise<void> {
  await loadSettings()
  await openFirst(useRoute.getState().scenario)
  await Promise.all([about(), refreshStore()])
}

/** A link or the Back button may name another scenario than the open one. */
function followAddress(): void {
  useRoute.subscribe(({ screen, scenario }) => {
    const open = useOpenScenario.getState().document?.id
    if (screen === 'compare' && scenario !== null && open !== undefined && scenario !== open)
      void visit(scenario)
  })
}
