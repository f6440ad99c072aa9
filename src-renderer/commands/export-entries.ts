import { chartOf, type Exportable } from '#renderer/state/exportables.ts'
import { useRoute } from '#renderer/state/route.ts'
import { copyTable, savePicture, saveTable } from '#renderer/state/save-file.ts'
import { mainPart, partsShown } from '#renderer/state/view-parts.ts'
import type { ExportableTable } from '#renderer/tables/exportable-table.ts'
import { viewShown } from './account-commands.ts'
import type { Entry } from './entry.ts'

const entry = (id: string, label: string, words: string, run: () => unknown): Entry => ({
  id: `export:${id}`,
  label,
  group: 'File',
  detail: '',
  words,
  keys: [],
  unavailable: null,
  run: () => void run(),
})

const ofTable = (part: Exportable, table: ExportableTable): readonly Entry[] => [
  entry(`${table.name}.csv`, `Save ${table.name} as CSV…`, 'export, spreadsheet', () =>
    saveTable(part, table),
  ),
  ...(table.tsv === null
    ? []
    : [entry(`${table.name}.copy`, `Copy ${table.name}`, 'export, clipboard', () => copyTable(table))]),
]

const ofChart = (part: Exportable): readonly Entry[] =>
  (['png', 'svg'] as const).map((kind) =>
    entry(`${part.name}.${kind}`, `Save ${part.name} as ${kind.toUpperCase()}…`, 'export, picture', () =>
      savePicture(part, kind),
    ),
  )

/** What can be saved of the view that is shown besides its main chart and table, which have commands of their own. */
export function exportEntries(): readonly Entry[] {
  if (useRoute.getState().screen !== 'account') return []
  const view = viewShown()
  const [main] = mainPart(view, 'table')?.tables ?? []
  const mainChart = mainPart(view, 'chart')
  return partsShown(view).flatMap(({ exportable }) => [
    ...(exportable === mainChart || chartOf(exportable) === null ? [] : ofChart(exportable)),
    ...exportable.tables.flatMap((table) => (table === main ? [] : ofTable(exportable, table))),
  ])
}
