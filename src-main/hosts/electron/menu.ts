import { Menu } from 'electron'
import type { Events } from '#main/api/services.ts'
import type { Api } from '#main/api/router.ts'
import type { AppEvent } from '#shared/events.ts'
import type { Settings } from '#shared/store.ts'
import type { HistoryState } from '#shared/library.ts'
import type { Log } from '../log.ts'
import { call } from '../call.ts'
import { menuTemplate, type MenuActions } from './menu-template.ts'

export interface MenuContext {
  readonly api: Api
  readonly events: Events
  readonly actions: MenuActions
  readonly platform: NodeJS.Platform
  readonly log: Log
}

const NO_HISTORY: HistoryState = { undo: null, redo: null }

/** Shows the native menus, and again whenever what they show has changed. */
export function installMenu({ api, events, actions, platform, log }: MenuContext): void {
  let isAsking = false
  let isOutdated = false
  let onShow = ''

  async function show(): Promise<void> {
    const settings = await call(api, 'settings.get', {})
    const state = settings.ok ? await stateFrom(api, settings.value) : NOTHING
    const text = JSON.stringify(state)
    if (text === onShow) return
    onShow = text
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, ...state }, actions)))
  }

  /** Edits may come in quick succession: those made while the menus are drawn are drawn once, afterwards. */
  async function update(): Promise<void> {
    isOutdated = true
    if (isAsking) return
    isAsking = true
    while (isOutdated) {
      isOutdated = false
      await show().catch((error: unknown) => log.note('The menus could not be shown', error))
    }
    isAsking = false
  }

  void update()
  events.subscribe((event) => {
    if (concernsMenu(event)) void update()
  })
}

const NOTHING = { recentFiles: [], history: NO_HISTORY }

async function stateFrom(api: Api, { recentFiles, lastScenario }: Settings) {
  const state = lastScenario === null ? null : await call(api, 'history.state', { scope: lastScenario })
  return { recentFiles, history: state?.ok ? state.value : NO_HISTORY }
}

const concernsMenu = ({ kind }: AppEvent): boolean =>
  kind === 'settings' || kind === 'history' || kind === 'store'
