/** What the window can show: its name in the rail and in the menus, and where it is found. */
interface ScreenEntry {
  readonly id: string
  readonly name: string
  /** The word of its address, which is `#/word`. */
  readonly address: string
  /** The word of its address where that names a scenario, `#/word/ID`; null where the screen shows none. */
  readonly ofScenario: string | null
  /** The words of its views, `#/word/ID/view`, the first of which it begins with; none where it has one view only. */
  readonly views: readonly string[]
  /**
   * Whether it shares the window with the rail and all that may stand beside it, or has the window to itself: then nothing else
   * is in sight or to be found, and only its own commands work.
   */
  readonly has: 'page' | 'window'
  /** The chord that goes to it, as Electron writes it; null where it has none. */
  readonly accelerator: string | null
}

/** What the Account screen shows of a run, in the order of its tabs. */
export const RESULT_VIEWS = [
  'timeline',
  'credits',
  'seats',
  'workspaces',
  'invoices',
  'ledger',
  'events',
  'costs',
  'variants',
] as const
export type ResultView = (typeof RESULT_VIEWS)[number]

/** What an account is made of, in the order in which the Account screen has it. */
export const ACCOUNT_PARTS = ['usage', 'terms', 'people', 'workspaces', 'limits', 'changes', 'about'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** Every screen, in the order of the rail, which those that have the window to themselves are not in; an address that is none leads to the first. */
export const SCREENS = [
  {
    id: 'compare',
    name: 'Compare',
    address: '',
    ofScenario: 'scenario',
    views: [],
    has: 'page',
    accelerator: 'CmdOrCtrl+1',
  },
  {
    id: 'account',
    name: 'Account',
    address: 'account',
    ofScenario: 'account',
    views: RESULT_VIEWS,
    has: 'page',
    accelerator: 'CmdOrCtrl+2',
  },
  {
    id: 'present',
    name: 'Present to the customer',
    address: 'present',
    ofScenario: 'present',
    views: [],
    has: 'window',
    accelerator: 'CmdOrCtrl+4',
  },
  {
    id: 'scenarios',
    name: 'Scenarios',
    address: 'scenarios',
    ofScenario: null,
    views: [],
    has: 'page',
    accelerator: 'CmdOrCtrl+3',
  },
  {
    id: 'settings',
    name: 'Settings',
    address: 'settings',
    ofScenario: null,
    views: [],
    has: 'page',
    accelerator: 'CmdOrCtrl+,',
  },
] as const satisfies readonly ScreenEntry[]

export type Screen = (typeof SCREENS)[number]['id']

/** The row of a screen. */
export const entryOf = (screen: Screen): ScreenEntry => SCREENS.find(({ id }) => id === screen) ?? SCREENS[0]

/** Whether a screen has the window to itself. */
export const standsAlone = (screen: Screen): boolean => entryOf(screen).has === 'window'
