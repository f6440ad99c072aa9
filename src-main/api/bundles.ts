import { ENGINE_VERSION } from '#main/engine/index.ts'
import { readBundle, withinLimits, writeBundle } from '#main/export/bundle.ts'
import type { Store } from '#main/store/index.ts'
import { BUNDLE_EXTENSION } from '#shared/bundle-file.ts'
import type { ImportOutcome, OnExisting, ScenarioBundle } from '#shared/bundle.ts'
import type { NewContent, StoredDocument } from '#shared/library.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { contentHere, hashOnCatalog, noticesOf, verified } from './bundled-scenario.ts'
import { fileNameOf } from './file-name.ts'
import type { AreaHandlers } from './handlers.ts'
import { summaryOf } from './library.ts'
import { resolveCatalog, within } from './resolve-catalog.ts'
import type { Services } from './services.ts'

/** Scenarios as files to hand on. */
export const bundles = ({ store, events }: Pick<Services, 'store' | 'events'>): AreaHandlers<'bundles'> => ({
  'bundles.export': ({ id }) => exportBundle(store, id),
  'bundles.import': ({ text, onExisting }) => {
    const bundle = readBundle(text)
    if (!bundle.ok) return bundle
    const sound = verified(bundle.value)
    if (!sound.ok) return sound
    const outcome = take(store, sound.value, onExisting)
    if (outcome.ok && outcome.value.kind === 'imported') {
      const { document } = outcome.value
      events.emit({ kind: 'document', document })
      events.emit({ kind: 'history', scope: 'library' })
      events.emit({ kind: 'history', scope: document.id })
    }
    return outcome
  },
})

/** A scenario with its catalogue as the text of a file; refused where it is no scenario that can be billed. */
export function exportBundle(store: Store, id: string): Result<{ fileName: string; text: string }> {
  const document = store.library.get(id)
  if (!document.ok) return document
  if (document.value.kind !== 'scenario') {
    return refuse({ code: 'bundle.not_a_scenario', message: 'Only scenarios can be exported.', path: 'id' })
  }
  const { name, content } = document.value
  const catalog = within('content.scenario', resolveCatalog(content.scenario.catalog))
  if (!catalog.ok) return catalog
  const hash = hashOnCatalog(content.scenario, catalog.value)
  if (!hash.ok) return hash
  const text = withinLimits(
    writeBundle({
      format: 'tierwise',
      schemaVersion: 1,
      id,
      name,
      engineVersion: ENGINE_VERSION,
      inputHash: hash.value,
      catalog: catalog.value,
      content,
    }),
  )
  return text.ok ? succeed({ fileName: fileNameOf(name, BUNDLE_EXTENSION), text: text.value }) : text
}

function take(store: Store, bundle: ScenarioBundle, onExisting: OnExisting): Result<ImportOutcome> {
  const existing = store.library.find(bundle.id)
  if (!existing.ok) return existing
  if (!existing.value) return imported(bundle, create(store, bundle, bundle.name, bundle.id))
  if (onExisting === 'ask') return succeed({ kind: 'exists', existing: existing.value, name: bundle.name })
  if (onExisting === 'replace') return imported(bundle, replace(store, bundle))
  const name = store.library.freeName('scenario', bundle.name)
  return name.ok ? imported(bundle, create(store, bundle, name.value)) : name
}

function create(store: Store, bundle: ScenarioBundle, name: string, id?: string): Result<StoredDocument> {
  const label = `Import “${name}”`
  return store.library.create({
    name,
    label,
    document: documentOf(bundle),
    ...(id === undefined ? {} : { id }),
  })
}

const replace = (store: Store, bundle: ScenarioBundle): Result<StoredDocument> =>
  store.library.replace({
    id: bundle.id,
    name: bundle.name,
    label: `Import “${bundle.name}” again`,
    document: documentOf(bundle),
  })

const documentOf = (bundle: ScenarioBundle): NewContent => ({
  kind: 'scenario',
  content: contentHere(bundle),
})

const imported = (bundle: ScenarioBundle, document: Result<StoredDocument>): Result<ImportOutcome> =>
  document.ok
    ? succeed({ kind: 'imported', document: summaryOf(document.value), notices: noticesOf(bundle) })
    : document
