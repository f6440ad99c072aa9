/** The sections of the Settings screen by their names, in their order. */
export const SETTINGS_SECTIONS = {
  appearance: 'Appearance',
  store: 'Store',
  backups: 'Backups',
  keys: 'Provider keys',
  about: 'About',
} as const

export type SettingsSection = keyof typeof SETTINGS_SECTIONS
