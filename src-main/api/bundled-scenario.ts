import { findPreset } from '#main/catalogs/index.ts'
import { checkCatalog, checkScenario, ENGINE_VERSION, withCustomTerms } from '#main/engine/index.ts'
import { bundleIn } from '#main/export/bundle.ts'
import type { ScenarioBundle } from '#shared/bundle.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { ScenarioContent } from '#shared/library.ts'
import { refuse, refuseAll, succeed, type Problem, type Result } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { inputHash } from './input-hash.ts'
import { within } from './resolve-catalog.ts'

/*
 * What a bundle says of its scenario: `run` of the same engine version gives the same result wherever the bundle is
 * opened, because its catalogue travels with it.
 */

/**
 * Comparing opts in wherever overage is sold, so a scenario may be kept on a plan that sells none: `run` refuses it and
 * a comparison does not.
 */
const ONLY_COMPARED = 'overage.not_sold'

/** The hash of a scenario on a catalogue, as `run` names it; refused as `billed`. */
export function hashOnCatalog(scenario: Scenario, catalog: Catalog): Result<string> {
  const agreed = billed(scenario, catalog)
  return agreed.ok ? succeed(inputHash(scenario, agreed.value)) : agreed
}

/**
 * The catalogue that a scenario is billed on, with the terms agreed for its custom plans. Whatever keeps the scenario
 * from being compared or billed is refused, with paths from the bundle's top.
 */
function billed(scenario: Scenario, catalog: Catalog): Result<Catalog> {
  const catalogProblems = checkCatalog(catalog)
  if (catalogProblems.length > 0) return within('catalog', refuseAll(catalogProblems))
  const agreed = withCustomTerms(catalog, scenario.customTerms)
  if (!agreed.ok) return within('content.scenario', agreed)
  const problems = checkScenario(agreed.value, scenario, ONLY_COMPARED)
  return problems.length > 0 ? within('content.scenario', refuseAll(problems)) : agreed
}

/** Refuses a bundle that cannot be billed. */
export function verified(bundle: ScenarioBundle): Result<ScenarioBundle> {
  const { catalog, content } = bundle
  const named = content.scenario.catalog
  if (typeof named !== 'string' && canonicalJson(named) !== canonicalJson(catalog)) {
    const message = 'The file holds two different catalogues for its scenario.'
    return refuse({ code: 'bundle.two_catalogs', message, path: 'content.scenario.catalog' })
  }
  const agreed = billed(content.scenario, catalog)
  return agreed.ok ? succeed(bundle) : agreed
}

/**
 * The content as this application keeps it. A preset stays named only where the preset here is the very same:
 * otherwise the scenario carries its catalogue whole, so that its figures stay what they were.
 */
export function contentHere({ content, catalog }: ScenarioBundle): ScenarioContent {
  const { scenario } = content
  if (typeof scenario.catalog !== 'string' || isPresetHere(scenario.catalog, catalog)) return content
  return { ...content, scenario: { ...scenario, catalog } }
}

/** Whether a document says that it is a bundle. */
export const isBundle = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && 'format' in document && document.format === 'tierwise'

/** The scenario of a bundle as it is billed here; refused like an import of it. */
export function scenarioInBundle(document: unknown): Result<Scenario> {
  const bundle = bundleIn(document)
  if (!bundle.ok) return bundle
  const sound = verified(bundle.value)
  return sound.ok ? succeed(contentHere(sound.value).scenario) : sound
}

/** What a person should know of a bundle that is fine. */
export function noticesOf({ engineVersion, content, catalog }: ScenarioBundle): Problem[] {
  const notices: Problem[] = []
  if (engineVersion !== ENGINE_VERSION) {
    const message = `It was made with version ${engineVersion} of the billing engine, this is ${ENGINE_VERSION}: figures may differ.`
    notices.push({ code: 'bundle.other_engine', message, path: 'engineVersion' })
  }
  const named = content.scenario.catalog
  if (typeof named === 'string' && !isPresetHere(named, catalog)) {
    const message = `Its catalogue ${catalog.name} is not the one that comes with this Tierwise, so the scenario keeps its own.`
    notices.push({ code: 'bundle.own_catalog', message, path: 'catalog' })
  }
  return notices
}

function isPresetHere(id: string, catalog: Catalog): boolean {
  const preset = findPreset(id)
  return preset !== undefined && canonicalJson(preset) === canonicalJson(catalog)
}
