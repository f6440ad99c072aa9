import { findPreset, presets } from '#main/catalogs/index.ts'
import { checkCatalog } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import { refuse, succeed, type Problem, type Result } from '#shared/problem.ts'
import type { CatalogRef } from '#shared/scenario.ts'

/** The catalogue an input names or carries; one that is written out is checked like a preset was. */
export function resolveCatalog(ref: CatalogRef): Result<Catalog> {
  if (typeof ref === 'string') return resolvePreset(ref, 'catalog')
  const problems = checkCatalog(ref)
  return problems.length === 0 ? succeed(ref) : refuse(...problems.map(withinCatalog))
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

function withinCatalog(problem: Problem): Problem {
  return { ...problem, path: problem.path ? `catalog.${problem.path}` : 'catalog' }
}
