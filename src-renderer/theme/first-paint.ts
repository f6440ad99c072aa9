import type { Theme } from '#shared/store.ts'

const KEY = 'tierwise.theme'

/**
 * A copy of the theme for the moment before the settings have come: `public/first-paint.js` reads it before anything
 * is painted. The settings stay the source of truth.
 */
export const rememberTheme = (theme: Theme): void => localStorage.setItem(KEY, theme)

export function rememberedTheme(): Theme {
  const theme = localStorage.getItem(KEY)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
