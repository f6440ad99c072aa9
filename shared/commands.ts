import { type Screen, SCREENS } from './screens.ts'

/*
 * What a person can do, as plain data: the renderer's registry adds how, the native menus only show and send it. Plain
 * enough for both processes to hold; nobody else may list commands.
 */

/** Each is a native menu, in this order; the help dialog and palettes head their lists with them. */
export const COMMAND_GROUPS = ['File', 'Edit', 'Inputs', 'Plans', 'View', 'Help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface CommandEntry {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** The key that runs it alone, anywhere but in a field; null where it has none. */
  readonly key: string | null
  /** The chord that runs it everywhere, as Electron writes it (`CmdOrCtrl+Z`); null where it has none. */
  readonly accelerator: string | null
  /** The screen it goes to; null where it does anything else. */
  readonly screen: Screen | null
}

const entry = <const Id extends string>(
  group: CommandGroup,
  id: Id,
  label: string,
  keys: { readonly key?: string; readonly accelerator?: string },
) => ({ id, label, group, key: keys.key ?? null, accelerator: keys.accelerator ?? null, screen: null })

const focusRank = <const Rank extends number>(rank: Rank) =>
  entry('Plans', `plan.focus.${rank}`, `Show plan ${String(rank)} of the ranking month by month`, {
    key: String(rank),
  })

const goTo = ({ id, name, accelerator }: (typeof SCREENS)[number]) =>
  ({ id: `go.${id}`, label: name, group: 'View', key: null, accelerator, screen: id }) as const

/** Every command, in the order in which lists show them. */
export const COMMANDS = [
  entry('File', 'scenario.new', 'New scenario', { accelerator: 'CmdOrCtrl+N' }),
  entry('File', 'scenario.import', 'Import a scenario…', { accelerator: 'CmdOrCtrl+O' }),
  entry('File', 'scenario.export', 'Export the scenario…', { accelerator: 'CmdOrCtrl+Shift+E' }),
  entry('File', 'scenario.rename', 'Rename the scenario', { key: 'F2' }),
  entry('File', 'scenario.duplicate', 'Duplicate the scenario', { accelerator: 'CmdOrCtrl+D' }),
  entry('File', 'scenario.delete', 'Delete the scenario', { key: 'Delete' }),
  entry('File', 'scenario.versions', 'Versions of the scenario', { key: 'v' }),
  entry('File', 'scenario.workbook', 'Save the result as a workbook (XLSX)…', {
    accelerator: 'CmdOrCtrl+Shift+X',
  }),
  entry('File', 'curves.png', 'Save the cost chart as PNG…', {}),
  entry('File', 'curves.svg', 'Save the cost chart as SVG…', {}),
  entry('File', 'curves.csv', 'Save the costs by usage as CSV…', {}),
  entry('File', 'months.png', 'Save the months’ chart as PNG…', {}),
  entry('File', 'months.svg', 'Save the months’ chart as SVG…', {}),
  entry('File', 'months.csv', 'Save the months as CSV…', {}),
  entry('File', 'ranking.csv', 'Save the ranking as CSV…', {}),
  entry('File', 'scenario.print', 'Print…', { accelerator: 'CmdOrCtrl+P' }),
  entry('Edit', 'history.undo', 'Undo', { accelerator: 'CmdOrCtrl+Z' }),
  entry('Edit', 'history.redo', 'Redo', { accelerator: 'CmdOrCtrl+Shift+Z' }),
  entry('Inputs', 'usage.focus', 'Type the monthly usage, or search the scenarios', { key: '/' }),
  entry('Inputs', 'usage.less', 'One step less usage', { key: '[' }),
  entry('Inputs', 'usage.more', 'One step more usage', { key: ']' }),
  entry('Inputs', 'overage.toggle', 'Overage on or off', { key: 'o' }),
  entry('Inputs', 'offers.toggle', 'First-month offers on or off', { key: 'f' }),
  entry('Inputs', 'billing.toggle', 'Monthly or annual billing', { key: 'b' }),
  entry('Inputs', 'pattern.next', 'Next usage pattern', { key: 'p' }),
  focusRank(1),
  focusRank(2),
  focusRank(3),
  focusRank(4),
  focusRank(5),
  focusRank(6),
  focusRank(7),
  entry('Plans', 'plan.follow', 'Follow the cheapest plan', { key: '0' }),
  entry('View', 'palette.open', 'Command palette…', { accelerator: 'CmdOrCtrl+K' }),
  ...SCREENS.map(goTo),
  entry('View', 'curves.table', 'Cost curves as chart or table', { key: 'c' }),
  entry('View', 'months.table', 'Months as chart or table', { key: 'm' }),
  entry('View', 'theme.next', 'Light, dark or system theme', { key: 't' }),
  entry('Help', 'help', 'Keyboard shortcuts', { key: '?' }),
] as const satisfies readonly CommandEntry[]
