import { COMMANDS, type CommandEntry, type CommandGroup } from '#shared/commands.ts'
import { type Screen, standsAlone } from '#shared/screens.ts'
import { ranked } from '#renderer/finding/ranking.ts'
import { stepFrom } from '#renderer/fields/usage-scale.ts'
import { redo, startNaming, undo } from '#renderer/state/edits.ts'
import { exportScenario, pickAndImport } from '#renderer/state/exchange.ts'
import { type PatternKind, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { startRenaming, useLibrary } from '#renderer/state/library.ts'
import {
  deleteScenario,
  duplicateScenario,
  newScenario,
  redoInLibrary,
  undoInLibrary,
  visit,
} from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { leavePresenting, savePage, tryNothing } from '#renderer/state/presenting.ts'
import { printScreen } from '#renderer/state/print.ts'
import { useResults } from '#renderer/state/results.ts'
import { exportableOf } from '#renderer/state/exportables.ts'
import { goTo, showsScenario, useRoute } from '#renderer/state/route.ts'
import { savePicture, saveTable, saveWorkbook } from '#renderer/state/save-file.ts'
import { changeSettings, THEMES, useSettings } from '#renderer/state/settings.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { accountRuns } from './account-commands.ts'

/** One thing a person can do; shortcuts, the help dialog, palettes and menus all read this list. */
export interface Command extends CommandEntry {
  readonly run: (platform: Platform) => void
  /** The only screens that have it; everywhere where left out. */
  readonly on?: readonly Screen[]
  /** The only screens where its key alone runs it; those of `on` where left out. */
  readonly keyOn?: readonly Screen[]
}

/** What commands need from the window around them. */
export interface Platform {
  /** Puts the cursor into the first field of the screen. */
  readonly focusField: () => void
  /** Goes to the next part of the screen, or to the one before. */
  readonly goToPart: (by: 1 | -1) => void
}

const PATTERNS: readonly PatternKind[] = ['flat', 'growth', 'seasonal', 'spike', 'steps']

/** The one after `current`, and the first after the last. */
export function after<T>(list: readonly T[], current: T): T {
  return list[(list.indexOf(current) + 1) % list.length] ?? current
}

/** Shows the plan month by month; asked for the one already pinned, goes back to following the cheapest. */
export function focusPlan(plan: string): void {
  setInputs({ focus: useInputs.getState().focus === plan ? null : plan })
}

type Run = (platform: Platform) => void

const focusRank = (rank: number): Run => {
  return () => {
    const { comparison } = useResults.getState()
    const plan = comparison ? ranked(comparison)[rank - 1] : undefined
    if (plan) focusPlan(plan.plan)
  }
}

const stepUsage = (count: number): void => setInputs({ usage: stepFrom(useInputs.getState().usage, count) })

const screen = (): Screen => useRoute.getState().screen
const openId = (): string | null => useOpenScenario.getState().document?.id ?? null

/** The scenario a command is about: the one selected in the list, or the open one. */
const target = (): string | null => (screen() === 'scenarios' ? useLibrary.getState().selected : openId())

function onTarget(act: (id: string) => unknown): Run {
  return () => {
    const id = target()
    if (id !== null && !(screen() === 'scenarios' && useLibrary.getState().bin)) void act(id)
  }
}

function rename(id: string): void {
  if (screen() === 'scenarios') startRenaming(id)
  else startNaming()
}

async function duplicate(id: string): Promise<void> {
  const copy = await duplicateScenario(id)
  if (copy !== null && showsScenario(screen())) await visit(copy, 'ask', screen())
}

const picture = (part: string, kind: 'png' | 'svg'): Run => {
  return () => {
    const exportable = exportableOf(part)
    if (exportable) void savePicture(exportable, kind)
  }
}

const mainTable = (part: string): Run => {
  return () => {
    const exportable = exportableOf(part)
    const [table] = exportable?.tables ?? []
    if (exportable && table) void saveTable(exportable, table)
  }
}

type Listed = (typeof COMMANDS)[number]
type Doing = Extract<Listed, { readonly screen: null }>

/** How each command that goes to no screen is done: one that is listed and cannot be done does not compile. */
const runs: Readonly<Record<Doing['id'], Run>> = {
  ...accountRuns,
  'scenario.new': () => void newScenario(),
  'scenario.import': () => void pickAndImport(),
  'scenario.export': onTarget(exportScenario),
  'scenario.workbook': onTarget(saveWorkbook),
  'scenario.rename': onTarget(rename),
  'scenario.duplicate': onTarget(duplicate),
  'scenario.delete': onTarget(deleteScenario),
  'scenario.versions': () => setView({ versions: !useView.getState().versions }),
  'curves.png': picture('curves', 'png'),
  'curves.svg': picture('curves', 'svg'),
  'curves.csv': mainTable('curves'),
  'months.png': picture('months', 'png'),
  'months.svg': picture('months', 'svg'),
  'months.csv': mainTable('months'),
  'ranking.csv': mainTable('ranking'),
  'scenario.print': () => void (screen() === 'present' ? savePage() : printScreen()),
  'history.undo': () => void (screen() === 'scenarios' ? undoInLibrary() : undo()),
  'history.redo': () => void (screen() === 'scenarios' ? redoInLibrary() : redo()),
  'usage.focus': ({ focusField }) => focusField(),
  'usage.less': () => stepUsage(-1),
  'usage.more': () => stepUsage(1),
  'overage.toggle': () => setInputs({ overage: !useInputs.getState().overage }),
  'offers.toggle': () => setInputs({ offers: !useInputs.getState().offers }),
  'billing.toggle': () =>
    setInputs({ billing: useInputs.getState().billing === 'monthly' ? 'annual' : 'monthly' }),
  'pattern.next': () => setInputs({ patternKind: after(PATTERNS, useInputs.getState().patternKind) }),
  'plan.focus.1': focusRank(1),
  'plan.focus.2': focusRank(2),
  'plan.focus.3': focusRank(3),
  'plan.focus.4': focusRank(4),
  'plan.focus.5': focusRank(5),
  'plan.focus.6': focusRank(6),
  'plan.focus.7': focusRank(7),
  'plan.follow': () => setInputs({ focus: null }),
  'palette.open': () => setView({ palette: true }),
  'curves.table': () => setView({ curveTable: !useView.getState().curveTable }),
  'months.table': () => setView({ monthTable: !useView.getState().monthTable }),
  'present.reset': tryNothing,
  'present.leave': leavePresenting,
  'part.next': ({ goToPart }) => goToPart(1),
  'part.previous': ({ goToPart }) => goToPart(-1),
  'theme.next': () => void changeSettings({ theme: after(THEMES, useSettings.getState().theme) }),
  help: () => setView({ help: true }),
}

function run(command: Listed, platform: Platform): void {
  if (command.screen === null) runs[command.id](platform)
  else goTo(command.screen, openId())
}

const ON_COMPARE: readonly Screen[] = ['compare']
const ON_ACCOUNT: readonly Screen[] = ['account']
const OF_SCENARIO: readonly Screen[] = ['compare', 'account']
const PRINTED: readonly Screen[] = ['compare', 'account', 'present']
const ON_PRESENT: readonly Screen[] = ['present']
const ON_SCENARIOS: readonly Screen[] = ['scenarios']
const WITH_SCENARIOS: readonly Screen[] = ['compare', 'account', 'scenarios']

/** What makes sense on some screens only: nobody changes figures they cannot see. */
function screensOf({ id, group }: Listed): Pick<Command, 'on' | 'keyOn'> {
  switch (id) {
    case 'scenario.delete':
      // From a menu it is meant; a key pressed by mistake must not take away what is on screen.
      return { on: WITH_SCENARIOS, keyOn: ON_SCENARIOS }
    case 'usage.focus':
    case 'scenario.rename':
    case 'scenario.duplicate':
    case 'scenario.export':
    case 'scenario.workbook':
    case 'history.undo':
    case 'history.redo':
      return { on: WITH_SCENARIOS }
    case 'scenario.versions':
      return { on: OF_SCENARIO }
    case 'scenario.print':
      return { on: PRINTED }
    case 'present.reset':
    case 'present.leave':
      return { on: ON_PRESENT }
    case 'curves.png':
    case 'curves.svg':
    case 'curves.csv':
    case 'months.png':
    case 'months.svg':
    case 'months.csv':
    case 'ranking.csv':
    case 'curves.table':
    case 'months.table':
      return { on: ON_COMPARE }
    case 'account.png':
    case 'account.svg':
    case 'account.csv':
    case 'account.copy':
    case 'account.next':
    case 'account.previous':
    case 'account.table':
      return { on: ON_ACCOUNT }
    default:
      return ofGroup(group)
  }
}

function ofGroup(group: CommandGroup): Pick<Command, 'on' | 'keyOn'> {
  // Places of an account can be gone to from everywhere, by keys where they are seen.
  if (group === 'Account') return { keyOn: ON_ACCOUNT }
  return group === 'Inputs' || group === 'Plans' ? { on: ON_COMPARE } : {}
}

export const commands: readonly Command[] = COMMANDS.map((entry) => ({
  ...entry,
  ...screensOf(entry),
  run: (platform: Platform) => {
    if (worksOn({ id: entry.id, ...screensOf(entry) }, screen())) run(entry, platform)
  },
}))

/** How a window looks and what keys there are: these show nothing of any scenario. */
const OF_THE_WINDOW: ReadonlySet<string> = new Set([
  'palette.open',
  'part.next',
  'part.previous',
  'theme.next',
  'help',
])

function worksOn({ id, on }: Pick<Command, 'id' | 'on'>, where: Screen): boolean {
  if (standsAlone(where)) return OF_THE_WINDOW.has(id) || on?.includes(where) === true
  return on?.includes(where) !== false
}

/** Whether its chord runs a command on a screen. */
export const chordWorks = (command: Command, where: Screen): boolean => worksOn(command, where)

/** Whether its key alone does. */
export const keyWorks = (command: Command, where: Screen): boolean =>
  chordWorks(command, where) && command.keyOn?.includes(where) !== false

/** The command that a key has on a screen; capital letters, as with CapsLock on, count as small ones. */
export const commandFor = (pressed: string, where: Screen): Command | undefined =>
  commands.find((command) => command.key?.toLowerCase() === pressed.toLowerCase() && keyWorks(command, where))

/** The command that the native menu or another window names; undefined for a name that is none. */
export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id)
