/** What the window can show: its name in the rail and in the menus, and where it is found. */
interface ScreenEntry {
  readonly id: string
  readonly name: string
  /** The word of its address, which is `#/word`. */
  readonly address: string
  /** The word of its address where that names a scenario, `#/word/ID`; null where the screen shows none. */
  readonly ofScenario: string | null
  /** The chord that goes to it, as Electron writes it; null where it has none. */
  readonly accelerator: string | null
}

/** Every screen, in the order of the rail; an address that is none leads to the first. */
export const SCREENS = [
  { id: 'compare', name: 'Compare', address: '', ofScenario: 'scenario', accelerator: 'CmdOrCtrl+1' },
  { id: 'scenarios', name: 'Scenarios', address: 'scenarios', ofScenario: null, accelerator: 'CmdOrCtrl+2' },
  { id: 'settings', name: 'Settings', address: 'settings', ofScenario: null, accelerator: 'CmdOrCtrl+,' },
] as const satisfies readonly ScreenEntry[]

export type Screen = (typeof SCREENS)[number]['id']

/** The row of a screen. */
export const entryOf = (screen: Screen): ScreenEntry => SCREENS.find(({ id }) => id === screen) ?? SCREENS[0]
