import type { MantineColorScheme } from '@mantine/core'
import { COMMANDS, type CommandEntry, type CommandId } from '#shared/commands.ts'
import { ranked } from '#renderer/finding/ranking.ts'
import { stepFrom } from '#renderer/fields/usage-scale.ts'
import { type PatternKind, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'

/** One thing a person can do; shortcuts, the help dialog, palettes and menus all read this list. */
export interface Command extends CommandEntry {
  readonly run: (platform: Platform) => void
}

/** What commands need from the window around them. */
export interface Platform {
  readonly focusUsage: () => void
  readonly colorScheme: MantineColorScheme
  readonly setColorScheme: (scheme: MantineColorScheme) => void
}

const PATTERNS: readonly PatternKind[] = ['flat', 'growth', 'seasonal', 'spike']
export const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto']

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

/** How each command is done: one that is listed and cannot be done does not compile. */
const runs: Readonly<Record<CommandId, Run>> = {
  'usage.focus': ({ focusUsage }) => focusUsage(),
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
  'curves.table': () => setView({ curveTable: !useView.getState().curveTable }),
  'months.table': () => setView({ monthTable: !useView.getState().monthTable }),
  'theme.next': ({ colorScheme, setColorScheme }) => setColorScheme(after(SCHEMES, colorScheme)),
  help: () => setView({ help: true }),
}

export const commands: readonly Command[] = COMMANDS.map((entry) => ({ ...entry, run: runs[entry.id] }))

/** The command of a key as the keyboard reports it; capital letters, as with CapsLock on, count as small ones. */
export const commandFor = (pressed: string): Command | undefined =>
  commands.find(({ key }) => key === pressed.toLowerCase())

/** The command that the native menu or another window names; undefined for a name that is none. */
export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id)
