import { type Command, commands } from './registry.ts'

/** What of a key press decides; a DOM `KeyboardEvent` has it all. */
export interface Chord {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Chords that do the same as another one, where some people are used to them. */
const ALSO: Readonly<Record<string, string>> = { 'CmdOrCtrl+Y': 'CmdOrCtrl+Shift+Z' }

const isMac = (): boolean => navigator.platform.startsWith('Mac')

/** The chord as Electron writes it; null where no command key is held. */
function writtenOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Chord, mac: boolean): string | null {
  const command = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  if (!command || altKey) return null
  return `CmdOrCtrl+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`
}

/** The command of a chord of keys, on this system or the one given. */
export function commandOfChord(chord: Chord, mac: boolean = isMac()): Command | undefined {
  const written = writtenOf(chord, mac)
  if (written === null) return undefined
  const accelerator = ALSO[written] ?? written
  return commands.find((command) => command.accelerator === accelerator)
}

const MAC_KEYS: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧' }
const OTHER_KEYS: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl' }

/** The keys of a chord as this system names them: `Ctrl`, `Shift`, `Z` or `⌘`, `⇧`, `Z`. */
export const keysOf = (accelerator: string, mac: boolean = isMac()): readonly string[] =>
  accelerator.split('+').map((part) => (mac ? MAC_KEYS : OTHER_KEYS)[part] ?? part)

/** In one word, for a tooltip: `Ctrl+Z`, `⌘Z`. */
export const chordText = (accelerator: string, mac: boolean = isMac()): string =>
  keysOf(accelerator, mac).join(mac ? '' : '+')
