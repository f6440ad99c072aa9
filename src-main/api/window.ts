import { compare } from '#main/engine/index.ts'
import type { Store } from '#main/store/index.ts'
import type { Output } from '#shared/api.ts'
import type { CompareInput } from '#shared/comparison.ts'
import type { ScenarioContent, StoredScenario } from '#shared/library.ts'
import { succeed, type Result } from '#shared/problem.ts'
import type { CatalogRef } from '#shared/scenario.ts'
import { catalogSummaries } from './catalogs.ts'
import type { AreaHandlers } from './handlers.ts'
import { scenarioForWindow } from './kept-events.ts'
import { resolveCatalog } from './resolve-catalog.ts'
import type { KeptServices } from './services.ts'
import { isLight } from './weights.ts'

/** What a window needs for its first figures, in one answer. */
export const windows = ({ store }: Pick<KeptServices, 'store'>): AreaHandlers<'window'> => ({
  'window.begin': ({ scenario }) => {
    const settings = store.settings.get()
    if (!settings.ok) return settings
    const document = firstScenario(store, [scenario, settings.value.lastScenario])
    if (!document.ok) return document
    const opened = document.value && openedAs(store, document.value)
    return succeed({ settings: settings.value, catalogs: [...catalogSummaries()], opened })
  },
})

type Opened = NonNullable<Output<'window.begin'>['opened']>

/** The first of those named that is there and not in the bin, else the newest there is; null of an empty library. */
function firstScenario(store: Store, ids: readonly (string | null)[]): Result<StoredScenario | null> {
  for (const id of ids) {
    const document = id === null ? null : scenarioIn(store, id)
    if (document?.deletedAt === null) return succeed(document)
  }
  const listed = store.library.list({ kind: 'scenario', deleted: false, search: '', limit: 1, offset: 0 })
  if (!listed.ok) return listed
  const [newest] = listed.value
  return succeed(newest ? scenarioIn(store, newest.id) : null)
}

function scenarioIn(store: Store, id: string): StoredScenario | null {
  const document = store.library.get(id)
  return document.ok && document.value.kind === 'scenario' ? document.value : null
}

function openedAs(store: Store, document: StoredScenario): Opened {
  const history = store.history.state(document.id)
  return {
    document: scenarioForWindow(document),
    history: history.ok ? history.value : { undo: null, redo: null },
    catalog: presetOf(document.content.scenario.catalog),
    compared: comparedAs(document.content),
  }
}

/** A catalogue of the scenario's own is in its document already. */
function presetOf(ref: CatalogRef): Opened['catalog'] {
  const catalog = typeof ref === 'string' ? resolveCatalog(ref) : null
  return catalog?.ok ? catalog.value : null
}

function comparedAs(content: ScenarioContent): Opened['compared'] {
  const asked = compareInputOf(content)
  // Every call that needs the store waits for this answer: the window asks for a heavy comparison itself.
  if (!asked || !isLight('analysis.compare', asked)) return null
  const catalog = resolveCatalog(asked.catalog)
  if (!catalog.ok) return null
  const comparison = compare(catalog.value, asked)
  return comparison.ok ? { input: asked, comparison: comparison.value } : null
}

/** What the Compare screen asks about a scenario; null of usage that is written out, which it first brings to a monthly figure. */
function compareInputOf({ scenario, shows }: ScenarioContent): CompareInput | null {
  const { catalog, months, billing, overage, offers, customTerms, usage, plan } = scenario
  if (usage.kind !== 'pattern') return null
  return {
    catalog,
    months,
    billing,
    overage: overage.optIn,
    offers,
    pattern: usage.pattern,
    customTerms,
    usage: usage.monthly,
    focus: shows === 'plan' ? plan : null,
  }
}
