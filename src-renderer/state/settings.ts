import { create } from 'zustand'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Result } from '#shared/result.ts'
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

/** What was asked of the store last. The next is asked once it is answered: so the newest answer is the newest state. */
let last: Promise<void> = Promise.resolve()

/** Takes over what the store says, which may have been so before what was changed here since. */
export function showSettings(said: Settings): void {
  kept = said
  show()
}

/**
 * Another window, or this one, changed settings. Events and answers come by ways of their own, so that what an event
 * tells may be older than an answer that is here already: where it is not what is shown, the store is asked.
 */
export async function hearSettings(told: Settings): Promise<void> {
  if (canonicalJson(told) !== canonicalJson(useSettings.getState())) await loadSettings()
}

function show(): void {
  const settings: Settings = Object.assign({}, kept, ...underWay)
  // Figures are printed by plain functions: they must know before anything is drawn again.
  setNumberFormat(settings.numberFormat)
  useSettings.setState(settings)
}

export function loadSettings(): Promise<void> {
  return inTurn(async () => keep(await call('settings.get', {})))
}

/** Shows the change at once and keeps it; what is refused is taken back. */
export function changeSettings(change: SettingsChange): Promise<void> {
  const changed = known(change)
  underWay.add(changed)
  show()
  return inTurn(async () => {
    const answer = await call('settings.change', change)
    underWay.delete(changed)
    keep(answer.ok ? answer : await call('settings.get', {}))
  })
}

function inTurn(ask: () => Promise<void>): Promise<void> {
  last = last.then(ask, ask)
  return last
}

function keep(answer: Result<Settings>): void {
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
