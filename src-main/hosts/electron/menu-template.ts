import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { COMMAND_GROUPS, COMMANDS, type CommandEntry, type CommandGroup } from '#shared/commands.ts'
import type { HistoryState } from '#shared/library.ts'

/** What the menus show besides the commands. */
export interface MenuState {
  readonly platform: NodeJS.Platform
  /** Newest first. */
  readonly recentFiles: readonly string[]
  /** What undo and redo would do to the scenario that is shown, by name. */
  readonly history: HistoryState
}

export interface MenuActions {
  readonly run: (command: string) => void
  /** The page saw the command's chord first and left it to the field that is typed in. */
  readonly leave: (command: string) => void
  readonly openFile: (file: string) => void
}

type Items = readonly MenuItemConstructorOptions[]

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }
const all: readonly CommandEntry[] = COMMANDS

/** The native menus: one for each group of commands, with what the system expects to find there. */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const menus = COMMAND_GROUPS.map((group) => menuOf(group, state, actions))
  const help = menus.at(-1)
  const appMenu: Items = state.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [...appMenu, ...menus.slice(0, -1), { role: 'windowMenu' }, ...(help ? [help] : [])]
}

function menuOf(group: CommandGroup, state: MenuState, actions: MenuActions): MenuItemConstructorOptions {
  const commands = all
    .filter((command) => command.group === group)
    .map((command) => itemOf(command, state.history, actions))
  const parts = [commands, ...systemItems(group, state, actions)].filter(({ length }) => length > 0)
  const submenu = parts.flatMap((items, index) => (index === 0 ? items : [SEPARATOR, ...items]))
  return { label: group, submenu, ...(group === 'Help' ? { role: 'help' as const } : {}) }
}

function itemOf(
  command: CommandEntry,
  history: HistoryState,
  actions: MenuActions,
): MenuItemConstructorOptions {
  const { id, accelerator } = command
  return {
    id,
    label: command.label,
    ...historyItem(command, history),
    click: (_item, _window, { triggeredByAccelerator }) =>
      triggeredByAccelerator === true ? actions.leave(id) : actions.run(id),
    // Only shown: the page handles the key. macOS registers it all the same, for what the page does not handle.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  }
}

/** Undo and redo say what they would do, and are grey where there is nothing. */
function historyItem(
  { id, label }: CommandEntry,
  history: HistoryState,
): Pick<MenuItemConstructorOptions, 'label'> {
  const step = id === 'history.undo' ? history.undo : id === 'history.redo' ? history.redo : null
  return step === null ? { label } : { label: `${label} ${escaped(step)}` }
}

function systemItems(group: CommandGroup, state: MenuState, actions: MenuActions): readonly Items[] {
  if (group === 'File') {
    const leave: MenuItemConstructorOptions = { role: state.platform === 'darwin' ? 'close' : 'quit' }
    return [[recentMenu(state.recentFiles, actions)], [leave]]
  }
  if (group === 'Edit') return [[{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]]
  if (group === 'View') {
    return [
      [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
      [{ role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    ]
  }
  return []
}

/** Our own list, for only two of the three platforms keep one. */
function recentMenu(files: readonly string[], actions: MenuActions): MenuItemConstructorOptions {
  const submenu = files.map((file) => ({
    label: escaped(basename(file)),
    toolTip: file,
    click: () => actions.openFile(file),
  }))
  return { label: 'Open Recent', submenu, enabled: submenu.length > 0 }
}

/** An ampersand in a menu underlines the letter behind it, unless it is doubled. */
const escaped = (label: string): string => label.replaceAll('&', '&&')
