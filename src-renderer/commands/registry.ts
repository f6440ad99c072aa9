import type { MantineColorScheme } from '@mantine/core'
import { ranked } from '#renderer/finding/ranking.ts'
import { stepFrom } from '#renderer/fields/usage-scale.ts'
import { type PatternKind, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'

/** One thing a person can do; shortcuts, the help dialog and later palettes and menus all read this list. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: 'Inputs' | 'Plans' | 'View'
  /** The key that runs it. */
  readonly key: string
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

const focusRank = (rank: number): Command => ({
  id: `plan.focus.${String(rank)}`,
  label: `Show plan ${String(rank)} of the ranking month by month`,
  group: 'Plans',
  key: String(rank),
  run: () => {
    const { comparison } = useResults.getState()
    const plan = comparison ? ranked(comparison)[rank - 1] : undefined
    if (plan) focusPlan(plan.plan)
  },
})

const stepUsage = (count: number): void => setInputs({ usage: stepFrom(useInputs.getState().usage, count) })

export const commands: readonly Command[] = [
  {
    id: 'usage.focus',
    label: 'Type the monthly usage',
    group: 'Inputs',
    key: '/',
    run: ({ focusUsage }) => focusUsage(),
  },
  { id: 'usage.less', label: 'One step less usage', group: 'Inputs', key: '[', run: () => stepUsage(-1) },
  { id: 'usage.more', label: 'One step more usage', group: 'Inputs', key: ']', run: () => stepUsage(1) },
  {
    id: 'overage.toggle',
    label: 'Overage on or off',
    group: 'Inputs',
    key: 'o',
    run: () => setInputs({ overage: !useInputs.getState().overage }),
  },
  {
    id: 'offers.toggle',
    label: 'First-month offers on or off',
    group: 'Inputs',
    key: 'f',
    run: () => setInputs({ offers: !useInputs.getState().offers }),
  },
  {
    id: 'billing.toggle',
    label: 'Monthly or annual billing',
    group: 'Inputs',
    key: 'b',
    run: () => setInputs({ billing: useInputs.getState().billing === 'monthly' ? 'annual' : 'monthly' }),
  },
  {
    id: 'pattern.next',
    label: 'Next usage pattern',
    group: 'Inputs',
    key: 'p',
    run: () => setInputs({ patternKind: after(PATTERNS, useInputs.getState().patternKind) }),
  },
  ...[1, 2, 3, 4, 5, 6, 7].map(focusRank),
  {
    id: 'plan.follow',
    label: 'Follow the cheapest plan',
    group: 'Plans',
    key: '0',
    run: () => setInputs({ focus: null }),
  },
  {
    id: 'curves.table',
    label: 'Cost curves as chart or table',
    group: 'View',
    key: 'c',
    run: () => setView({ curveTable: !useView.getState().curveTable }),
  },
  {
    id: 'months.table',
    label: 'Months as chart or table',
    group: 'View',
    key: 'm',
    run: () => setView({ monthTable: !useView.getState().monthTable }),
  },
  {
    id: 'theme.next',
    label: 'Light, dark or system theme',
    group: 'View',
    key: 't',
    run: ({ colorScheme, setColorScheme }) => setColorScheme(after(SCHEMES, colorScheme)),
  },
  { id: 'help', label: 'Keyboard shortcuts', group: 'View', key: '?', run: () => setView({ help: true }) },
]

/** The command of a key as the keyboard reports it; capital letters, as with CapsLock on, count as small ones. */
export const commandFor = (pressed: string): Command | undefined =>
  commands.find(({ key }) => key === pressed.toLowerCase())
