import { findPreset, presets } from '#main/catalogs/index.ts'
import { checkCatalog, withCustomTerms } from '#main/engine/index.ts'
import { brief } from '#shared/brief.ts'
import type { Catalog } from '#shared/catalog.ts'
import { refuse, refuseAll, succeed, type Problem, type Result } from '#shared/problem.ts'
import type { CatalogRef, Scenario } from '#shared/scenario.ts'

/** The catalogue an input names or carries; one that is written out is checked like a preset was. */
export function resolveCatalog(ref: CatalogRef): Result<Catalog> {
  if (typeof ref === 'string') return resolvePreset(ref, 'catalog')
  const problems = checkCatalog(ref)
  return problems.length === 0 ? succeed(ref) : within('catalog', refuseAll(problems))
}

/** A preset by its id; `path` is the field that holds the id. */
export function resolvePreset(id: string, path: string): Result<Catalog> {
  const preset = findPreset(id)
  if (preset) return succeed(preset)
  const known = presets.map((catalog) => catalog.id).join(', ')
  return refuse({
    code: 'catalog.unknown',
    message: `There is no catalogue "${id}". Known: ${known}.`,
    path,
  })
}

/** The catalogue a scenario is billed on: its own, with the terms agreed for custom plans in place. */
export function resolveAgreedCatalog({ catalog: ref, customTerms }: Scenario): Result<Catalog> {
  const catalog = resolveCatalog(ref)
  return catalog.ok ? withCustomTerms(catalog.value, customTerms) : catalog
}

/** The same of a scenario that is a field of the input. */
export const resolveScenarioCatalog = (scenario: Scenario): Result<Catalog> =>
  within('scenario', resolveAgreedCatalog(scenario))

/** The same answer, with the paths of its problems counted from the field the work was about. */
export function within<T>(field: string, result: Result<T>): Result<T> {
  return result.ok ? result : refuseAll(result.problems.map((problem) => inField(field, problem)))
}

/** The same problem, its path counted from the field; how many more there are is said of no field. */
export function inField(field: string, problem: Problem): Problem {
  if (problem.more !== undefined) return problem
  return brief({ ...problem, path: problem.path === '' ? field : `${field}.${problem.path}` })
}
