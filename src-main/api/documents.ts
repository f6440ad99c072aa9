import { z } from 'zod'
import { checkCatalog, checkScenario } from '#main/engine/index.ts'
import type { SchemaName } from '#shared/api.ts'
import { Catalog } from '#shared/catalog.ts'
import { parse, succeed, type Problem } from '#shared/problem.ts'
import { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { AreaHandlers } from './handlers.ts'
import { resolveAgreedCatalog } from './resolve-catalog.ts'

export const documents: AreaHandlers<'documents'> = {
  'documents.validate': ({ document }) => succeed(problemsOf(document)),
  'documents.schema': ({ name }) => succeed(SCHEMAS[name]()),
}

/** What a person may write (defaults may be left out), but for results what the engine answers. */
const SCHEMAS: Readonly<Record<SchemaName, () => Record<string, unknown>>> = {
  scenario: () => ({ ...z.toJSONSchema(Scenario, { io: 'input' }) }),
  catalog: () => ({ ...z.toJSONSchema(Catalog, { io: 'input' }) }),
  result: () => ({ ...z.toJSONSchema(RunResult) }),
}

function problemsOf(document: unknown): readonly Problem[] {
  const kind = kindOf(document)
  if (kind === 'catalog') return catalogProblems(document)
  if (kind === 'scenario') return scenarioProblems(document)
  const message =
    'Expected a scenario (with catalog, plan and usage) or a catalogue (with plans and sources).'
  return [{ code: 'document.unknown_kind', message, path: '' }]
}

function catalogProblems(document: unknown): readonly Problem[] {
  const catalog = parse(Catalog, document)
  return catalog.ok ? checkCatalog(catalog.value) : catalog.problems
}

function scenarioProblems(document: unknown): readonly Problem[] {
  const scenario = parse(Scenario, document)
  if (!scenario.ok) return scenario.problems
  const catalog = resolveAgreedCatalog(scenario.value)
  return catalog.ok ? checkScenario(catalog.value, scenario.value) : catalog.problems
}

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
