import { create } from 'zustand'
import type { AccountPart } from '#shared/screens.ts'
import type { Settings, SettingsChange, Theme } from '#shared/store.ts'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { call } from './answers.ts'

/** The settings as the store has them; every window shows the same. */
export const useSettings = create<Settings>(() => ({
  theme: 'system',
  numberFormat: 'comma',
  inputsWidth: 400,
  openInputs: ['usage', 'terms', 'people'],
  libraryView: 'list',
  lastScenario: null,
  lastFolder: null,
  recentFiles: [],
}))

/** What the store said last. */
let kept: Settings = useSettings.getState()

/** What was changed here and is not kept yet. */
const underWay = new Set<Partial<Settings>>()

/** Takes over what the store says, which may have been so before what was changed here since. */
export function showSettings(said: Settings): void {
  kept = said
  show()
}

function show(): void {
  const settings: Settings = Object.assign({}, kept, ...underWay)
  // Figures are printed by plain functions: they must know before anything is drawn again.
  setNumberFormat(settings.numberFormat)
  useSettings.setState(settings)
}

export async function loadSettings(): Promise<void> {
  const answer = await call('settings.get', {})
  if (answer.ok) showSettings(answer.value)
}

/** Shows the change at once and keeps it; what is refused is taken back. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const changed = known(change)
  underWay.add(changed)
  show()
  const answer = await call('settings.change', change)
  underWay.delete(changed)
  if (answer.ok) kept = answer.value
  show()
}

/** Opens a part of an account's inputs where it is closed. */
export function openPart(part: AccountPart): void {
  const { openInputs } = useSettings.getState()
  if (!openInputs.includes(part)) void changeSettings({ openInputs: [...openInputs, part] })
}

/** A setting named without a value is one that is left alone. */
const known = (change: SettingsChange): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

export const THEMES: readonly Theme[] = ['light', 'dark', 'system']
