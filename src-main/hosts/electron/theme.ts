import { BrowserWindow, nativeTheme } from 'electron'
import type { Events } from '#main/api/services.ts'
import type { Theme } from '#shared/store.ts'
import { pageColor } from './window.ts'

/** Keeps the system's parts of the window, and what the page sees as preferred, in the theme of the settings. */
export function followTheme(theme: Theme, events: Events): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(pageColor())
  })
  nativeTheme.themeSource = theme
  events.subscribe((event) => {
    if (event.kind === 'settings') nativeTheme.themeSource = event.settings.theme
  })
}
