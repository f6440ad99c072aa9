import type { Screen } from '#shared/screens.ts'
import { entryOf } from '#shared/screens.ts'
import { listed } from '#renderer/finding/counted.ts'
import { chartOf, exportableOf } from '#renderer/state/exportables.ts'
import { stepTo } from '#renderer/state/history.ts'
import { useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useRoute } from '#renderer/state/route.ts'
import { chordWorks, type Command } from './registry.ts'

/** Why a command would do nothing where a person is, in a few words; null where it works. */
export function whyNot(command: Command): string | null {
  const { screen } = useRoute.getState()
  if (!chordWorks(command, screen)) return `on ${listed((command.on ?? []).map((on) => entryOf(on).name))}`
  switch (command.id) {
    case 'history.undo':
      return stepOf(command.id) === null ? 'nothing to undo' : null
    case 'history.redo':
      return stepOf(command.id) === null ? 'nothing to redo' : null
    case 'scenario.export':
    case 'scenario.workbook':
    case 'scenario.rename':
    case 'scenario.duplicate':
    case 'scenario.delete':
      return withoutTarget(screen)
    case 'curves.png':
    case 'curves.svg':
      return withoutChart('curves')
    case 'months.png':
    case 'months.svg':
      return withoutChart('months')
    case 'curves.csv':
      return withoutFigures('curves')
    case 'months.csv':
      return withoutFigures('months')
    case 'ranking.csv':
      return withoutFigures('ranking')
    default:
      return null
  }
}

const withoutFigures = (part: string): string | null => (exportableOf(part) ? null : 'no figures yet')

function withoutChart(part: string): string | null {
  const exportable = exportableOf(part)
  if (!exportable) return 'no figures yet'
  return chartOf(exportable) === null ? 'shown as a table' : null
}

/** What undo or redo would do where a person is, by name; null where nothing. */
export function stepOf(id: 'history.undo' | 'history.redo'): string | null {
  const direction = id === 'history.undo' ? 'undo' : 'redo'
  const { screen } = useRoute.getState()
  const scope = screen === 'scenarios' ? 'library' : useOpenScenario.getState().document?.id
  return scope === undefined ? null : stepTo(direction, scope)
}

function withoutTarget(screen: Screen): string | null {
  if (screen !== 'scenarios') return useOpenScenario.getState().document ? null : 'no scenario is open'
  const { bin, selected } = useLibrary.getState()
  if (bin) return 'not in the bin'
  return selected === null ? 'no scenario is selected' : null
}
