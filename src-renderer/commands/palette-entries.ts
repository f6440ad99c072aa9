import { standsAlone } from '#shared/screens.ts'
import type { DocumentSummary } from '#shared/library.ts'
import { ranked } from '#renderer/finding/ranking.ts'
import { moment } from '#renderer/format/moments.ts'
import { visit } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { goTo, useRoute } from '#renderer/state/route.ts'
import { SETTINGS_SECTIONS, type SettingsSection } from '#renderer/state/settings-sections.ts'
import { setView } from '#renderer/state/view.ts'
import { keysOf } from './accelerators.ts'
import { chordWorks, type Command, commands, keyWorks } from './registry.ts'
import type { Entry } from './entry.ts'
import { exportEntries } from './export-entries.ts'
import { stepOf, whyNot } from './why-not.ts'

const RANK = /^plan\.focus\.(\d)$/

/** The plan that a command shows month by month; undefined where it is none of those, null where no plan has that rank. */
function planOf({ id }: Command): string | null | undefined {
  const rank = RANK.exec(id)?.[1]
  if (rank === undefined) return undefined
  const { comparison } = useResults.getState()
  return (comparison ? ranked(comparison) : []).find((_, place) => String(place + 1) === rank)?.name ?? null
}

const PLACE = /^account\.(?:show|edit)\./

/** What a command would do, and whose places it goes to. */
function detailOf({ id }: Command): string {
  if (id === 'history.undo' || id === 'history.redo') return stepOf(id) ?? ''
  const name = useOpenScenario.getState().document?.name
  return name !== undefined && PLACE.test(id) ? `of ${name}` : ''
}

function keysHere(command: Command): readonly string[] {
  const { accelerator, key } = command
  if (accelerator !== null) return keysOf(accelerator)
  return key !== null && keyWorks(command, useRoute.getState().screen)
    ? [key.length === 1 ? key.toUpperCase() : key]
    : []
}

function commandEntry(command: Command): readonly Entry[] {
  const plan = planOf(command)
  if (command.id === 'palette.open' || plan === null) return []
  const { id, label, group, screen, words, run } = command
  return [
    {
      id,
      label: plan === undefined ? label : `Show ${plan} month by month`,
      group: screen === null ? group : 'Go to',
      detail: detailOf(command),
      words,
      keys: keysHere(command),
      unavailable: whyNot(command),
      run,
    },
  ]
}

const SECTIONS: readonly SettingsSection[] = ['appearance', 'store', 'backups', 'keys', 'about']

const sectionEntry = (section: SettingsSection): Entry => ({
  id: `section:${section}`,
  label: SETTINGS_SECTIONS[section],
  group: 'Settings',
  detail: '',
  words: '',
  keys: [],
  unavailable: null,
  run: () => {
    goTo('settings', null)
    setView({ section })
  },
})

const scenarioEntry = ({ id, name, updatedAt }: DocumentSummary): Entry => ({
  id: `scenario:${id}`,
  label: name,
  group: 'Scenarios',
  detail: useOpenScenario.getState().document?.id === id ? 'open' : `changed ${moment(updatedAt)}`,
  words: '',
  keys: [],
  unavailable: null,
  run: () => void visit(id),
})

/**
 * All that a person can do or go to from where they are: commands, what can be saved of it, screens, sections of the settings, scenarios. A screen
 * that has the window to itself has its own commands, and leads to no other scenario.
 */
export function entriesHere(scenarios: readonly DocumentSummary[]): readonly Entry[] {
  const { screen } = useRoute.getState()
  if (standsAlone(screen))
    return commands.filter((command) => chordWorks(command, screen)).flatMap(commandEntry)
  return [
    ...commands.flatMap(commandEntry),
    ...exportEntries(),
    ...SECTIONS.map(sectionEntry),
    ...scenarios
      .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
      .map((scenario) => scenarioEntry(scenario)),
  ]
}
