import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'

/** A rule of the catalogue that its schema cannot express; answers every breach with its path. */
export type CatalogRule = (catalog: Catalog) => readonly Problem[]
