import { z } from 'zod'
import { advise, adviseOnScenario, checkCatalog, checkScenario, type OnProgress } from '#main/engine/index.ts'
import type { SchemaName } from '#shared/api.ts'
import { Catalog } from '#shared/catalog.ts'
import { type Diagnostic, firstOf, parse, type Problem, succeed } from '#shared/problem.ts'
import { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import { isBundle, scenarioInBundle } from './bundled-scenario.ts'
import type { AreaHandlers } from './handlers.ts'
import { inField, resolveAgreedCatalog } from './resolve-catalog.ts'

export const documents: AreaHandlers<'documents'> = {
  'documents.validate': ({ document }, onProgress) => succeed(diagnosticsOf(document, onProgress)),
  'documents.schema': ({ name }) => succeed(SCHEMAS[name]()),
}

/** What a person may write (defaults may be left out), but for results what the engine answers. */
const SCHEMAS: Readonly<Record<SchemaName, () => Record<string, unknown>>> = {
  scenario: () => ({ ...z.toJSONSchema(Scenario, { io: 'input' }) }),
  catalog: () => ({ ...z.toJSONSchema(Catalog, { io: 'input' }) }),
  result: () => ({ ...z.toJSONSchema(RunResult) }),
}

/** Errors if there are any; advice only on what can be billed. */
function diagnosticsOf(document: unknown, onProgress?: OnProgress): readonly Diagnostic[] {
  if (isBundle(document)) return bundleDiagnostics(document, onProgress)
  const kind = kindOf(document)
  if (kind === 'catalog') return catalogDiagnostics(document, onProgress)
  if (kind === 'scenario') return scenarioDiagnostics(document, onProgress)
  const message =
    'Expected a scenario (with catalog, plan and usage), a .tierwise file or a catalogue (with plans and sources).'
  return errors([{ code: 'document.unknown_kind', message, path: '' }])
}

function catalogDiagnostics(document: unknown, onProgress?: OnProgress): readonly Diagnostic[] {
  const catalog = parse(Catalog, document)
  if (!catalog.ok) return errors(catalog.problems)
  onProgress?.(1, 2)
  const problems = checkCatalog(catalog.value)
  return problems.length > 0 ? errors(problems) : adviceOn(catalog.value)
}

function scenarioDiagnostics(document: unknown, onProgress?: OnProgress): readonly Diagnostic[] {
  const scenario = parse(Scenario, document)
  if (!scenario.ok) return errors(scenario.problems)
  onProgress?.(1, 3)
  const catalog = resolveAgreedCatalog(scenario.value)
  if (!catalog.ok) return errors(catalog.problems)
  const problems = checkScenario(catalog.value, scenario.value)
  if (problems.length > 0) return errors(problems)
  onProgress?.(2, 3)
  const ofItsPlan = `plans.${catalog.value.plans.findIndex(({ id }) => id === scenario.value.plan)}.`
  const onItsPlan = adviceOn(catalog.value)
    .filter(({ path }) => path.startsWith(ofItsPlan))
    .map((diagnostic) => inField('catalog', diagnostic))
  return advice([...adviseOnScenario(scenario.value), ...onItsPlan])
}

function bundleDiagnostics(document: unknown, onProgress?: OnProgress): readonly Diagnostic[] {
  const scenario = scenarioInBundle(document)
  if (!scenario.ok) return errors(scenario.problems)
  onProgress?.(2, 3)
  return scenarioDiagnostics(scenario.value).map((one) => ({ ...one, ...inField('content.scenario', one) }))
}

function adviceOn(catalog: Catalog): readonly Diagnostic[] {
  const found = advise(catalog)
  return found.ok ? advice(found.value) : errors(found.problems)
}

const advice = (problems: readonly Problem[]): readonly Diagnostic[] =>
  firstOf(problems).map((problem) => ({ ...problem, severity: 'advice' }))

const errors = (problems: readonly Problem[]): readonly Diagnostic[] =>
  firstOf(problems).map((problem) => ({ ...problem, severity: 'error' }))

const SCENARIO_FIELDS = Object.keys(Scenario.shape).filter((field) => !(field in Catalog.shape))
const CATALOG_FIELDS = Object.keys(Catalog.shape).filter((field) => !(field in Scenario.shape))

/** Told by the fields only one of the two has, so that a document with a mistake is still read as what it is. */
function kindOf(document: unknown): 'scenario' | 'catalog' | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  const present = (fields: readonly string[]) => fields.filter((field) => field in document).length
  const scenario = present(SCENARIO_FIELDS)
  const catalog = present(CATALOG_FIELDS)
  if (scenario === 0 && catalog === 0) return undefined
  return catalog > scenario ? 'catalog' : 'scenario'
}
