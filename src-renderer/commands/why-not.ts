import type { Screen } from '#shared/screens.ts'
import { entryOf } from '#shared/screens.ts'
import { listed } from '#renderer/finding/counted.ts'
import { chartOf, type Exportable, exportableOf } from '#renderer/state/exportables.ts'
import { stepTo } from '#renderer/state/history.ts'
import { useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useRoute } from '#renderer/state/route.ts'
import { mainPart } from '#renderer/state/view-parts.ts'
import { viewShown } from './account-commands.ts'
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
    case 'go.present':
      return useOpenScenario.getState().document ? null : 'no scenario is open'
    case 'scenario.export':
    case 'scenario.workbook':
    case 'scenario.rename':
    case 'scenario.duplicate':
    case 'scenario.delete':
      return withoutTarget(screen)
    case 'account.png':
    case 'account.svg':
      return withoutChart(mainPart(viewShown(), 'chart'))
    case 'account.table':
      return mainPart(viewShown(), 'chart') ? null : 'no chart in this view'
    case 'account.csv':
    case 'account.copy':
      return mainPart(viewShown(), 'table') ? null : 'no figures yet'
    case 'curves.png':
    case 'curves.svg':
      return withoutChart(exportableOf('curves'))
    case 'months.png':
    case 'months.svg':
      return withoutChart(exportableOf('months'))
    case 'curves.csv':
      return withoutFigures('curves')
    case 'months.csv':
      return withoutFigures('months')
    case 'ranking.csv':
      return withoutFigures('ranking')
    default:
      return command.group === 'Account' ? withoutScenario() : null
  }
}

const withoutFigures = (part: string): string | null => (exportableOf(part) ? null : 'no figures yet')

function withoutChart(exportable: Exportable | undefined): string | null {
  if (!exportable)
    return useRoute.getState().screen === 'account' ? 'no chart in this view' : 'no figures yet'
  return chartOf(exportable) === null ? 'shown as a table' : null
}

/** What undo or redo would do where a person is, by name; null where nothing. */
export function stepOf(id: 'history.undo' | 'history.redo'): string | null {
  const direction = id === 'history.undo' ? 'undo' : 'redo'
  const { screen } = useRoute.getState()
  const scope = screen === 'scenarios' ? 'library' : useOpenScenario.getState().document?.id
  return scope === undefined ? null : stepTo(direction, scope)
}

const withoutScenario = (): string | null =>
  useOpenScenario.getState().document ? null : 'no scenario is open'

function withoutTarget(screen: Screen): string | null {
  if (screen !== 'scenarios') return withoutScenario()
  const { bin, selected } = useLibrary.getState()
  if (bin) return 'not in the bin'
  return selected === null ? 'no scenario is selected' : null
}
