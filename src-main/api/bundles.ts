import { z } from 'zod'
import { ENGINE_VERSION } from '#main/engine/index.ts'
import { withinLimits, writeBundle } from '#main/export/bundle.ts'
import type { Store } from '#main/store/index.ts'
import { About } from '#shared/about.ts'
import type { ImportOutcome, OnExisting } from '#shared/bundle.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { DocumentSummary, ScenarioContent } from '#shared/library.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { type BundleForLibrary, readForLibrary } from './bundle-for-library.ts'
import { hashOnCatalog } from './bundled-scenario.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveCatalog, within } from './resolve-catalog.ts'
import type { KeptServices } from './services.ts'

/** Scenarios from files that were handed on. */
export const bundles = (services: KeptServices): Pick<AreaHandlers<'bundles'>, 'bundles.import'> => ({
  'bundles.import': ({ file, onExisting }) => {
    const bundle = readForLibrary(file)
    return bundle.ok ? takeIn(services, bundle.value, onExisting) : bundle
  },
})

/**
 * A scenario with its catalogue as the text of a file, which may go to a customer: what is noted about it for the house
 * alone is left out. Refused where it is no scenario that can be billed.
 */
export function bundleTextOf(store: Store, id: string): Result<string> {
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
  return withinLimits(
    writeBundle({
      format: 'tierwise',
      schemaVersion: 1,
      id,
      name,
      engineVersion: ENGINE_VERSION,
      inputHash: hash.value,
      catalog: catalog.value,
      content: withoutWhatIsInternal(content),
    }),
  )
}

/** A file may reach a customer: without the notes, and without the name of the scenario it was branched from. */
function withoutWhatIsInternal({ about, ...content }: ScenarioContent): ScenarioContent {
  return about ? { ...content, about: { ...about, notes: '', branchOf: null } } : content
}

const SaysOfItself = z.looseObject({ about: About.optional() })

/**
 * The written content with what no file holds as it was, where one takes a document's place; what a file says for itself
 * goes before.
 */
function withWhatStays({ library }: Pick<Store, 'library'>, id: string, written: string): string {
  const before = library.get(id)
  // One that cannot be read is mended by what takes its place.
  if (!before.ok || before.value.kind !== 'scenario') return written
  const { about } = before.value.content
  if (about === undefined || (about.notes === '' && about.branchOf === null)) return written
  const content = SaysOfItself.parse(JSON.parse(written))
  const said = content.about ?? About.parse({})
  const notes = said.notes === '' ? about.notes : said.notes
  return canonicalJson({ ...content, about: { ...said, notes, branchOf: said.branchOf ?? about.branchOf } })
}

/** Takes a bundle into the library, and tells all windows; where it is there already, as `onExisting` says. */
export function takeIn(
  { store, events }: KeptServices,
  bundle: BundleForLibrary,
  onExisting: OnExisting,
): Result<ImportOutcome> {
  const outcome = taken(store, bundle, onExisting)
  if (outcome.ok && outcome.value.kind === 'imported') {
    const { document } = outcome.value
    events.emit({ kind: 'document', document })
    events.emit({ kind: 'history', scope: 'library' })
    events.emit({ kind: 'history', scope: document.id })
  }
  return outcome
}

function taken(
  store: Pick<Store, 'library'>,
  { id, name, content, notices }: BundleForLibrary,
  onExisting: OnExisting,
): Result<ImportOutcome> {
  const { library } = store
  const existing = library.find(id)
  if (!existing.ok) return existing
  const written = { kind: 'scenario' as const, content }
  const label = `Import “${name}”`
  if (!existing.value) return imported(library.take({ ...written, id, name, label }), notices)
  if (onExisting === 'ask') return succeed({ kind: 'exists', existing: existing.value, name })
  if (onExisting === 'replace') {
    const whole = { ...written, content: withWhatStays(store, id, content) }
    return imported(library.replace({ ...whole, id, name, label: `${label} again` }), notices)
  }
  const free = library.freeName('scenario', name)
  if (!free.ok) return free
  const copy = { ...written, name: free.value, label: `Import “${free.value}”` }
  return imported(library.take(copy), notices)
}

const imported = (
  document: Result<DocumentSummary>,
  notices: BundleForLibrary['notices'],
): Result<ImportOutcome> =>
  document.ok ? succeed({ kind: 'imported', document: document.value, notices }) : document
