import { decoded } from '#main/runs/json.ts'
import { BUNDLE_EXTENSION } from '#shared/bundle-file.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { SAVED_FILES } from '#shared/saved-file.ts'
import { StoreInfo } from '#shared/store.ts'
import { exported } from './exported.ts'
import { fileNameOf } from './file-name.ts'
import type { AreaHandlers } from './handlers.ts'
import type { Dialogs, FileSuggestion, Services } from './services.ts'

/** Files that a person picks with the system's own dialogs. */
export function files({ kept, dialogs }: Pick<Services, 'kept' | 'dialogs'>): AreaHandlers<'files'> {
  if (!dialogs) return NO_DIALOGS
  return {
    'files.saveBundle': async ({ id }) => {
      const scenario = await exported({ kept }, id)
      if (!scenario.ok) return scenario
      const { fileName, file } = scenario.value
      const suggestion = { fileName, typeName: 'Tierwise scenario', extension: BUNDLE_EXTENSION }
      return save(dialogs, suggestion, file)
    },
    'files.openBundle': () => dialogs.open(),
    'files.save': ({ name, kind, file }) => {
      const { typeName } = SAVED_FILES[kind]
      return save(dialogs, { fileName: fileNameOf(name, kind), typeName, extension: kind }, file)
    },
    'files.printPdf': async ({ name }) => {
      const pdf = await dialogs.printPdf()
      if (!pdf.ok) return pdf
      const suggestion = { fileName: fileNameOf(name, 'pdf'), typeName: 'PDF', extension: 'pdf' }
      return save(dialogs, suggestion, pdf.value)
    },
    'files.showStore': async () => {
      const info = decoded(await kept('store.info', {}))
      return info.ok ? dialogs.showFolder(StoreInfo.parse(info.value).folder) : info
    },
  }
}

async function save(
  dialogs: Dialogs,
  suggestion: FileSuggestion,
  bytes: Uint8Array,
): Promise<Result<{ file: string } | null>> {
  const saved = await dialogs.save(suggestion, bytes)
  if (!saved.ok) return saved
  return succeed(saved.value === null ? null : { file: saved.value })
}

const noDialogs = () =>
  refuse({
    code: 'host.no_dialogs',
    message: 'Here the browser opens and saves files; Tierwise has no dialogs of its own.',
    path: '',
  })

const NO_DIALOGS: AreaHandlers<'files'> = {
  'files.saveBundle': noDialogs,
  'files.openBundle': noDialogs,
  'files.save': noDialogs,
  'files.printPdf': noDialogs,
  'files.showStore': noDialogs,
}
