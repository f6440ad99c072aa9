import { firstShape } from './first-shape.ts'
import type { Migration } from './migration.ts'
import { namedVersions } from './named-versions.ts'

/**
 * The first takes an empty file to version 1, the second on to version 2, and so on. They are never changed. Each leaves
 * other tables or columns than the one before it: by these a file of a newer version is told from a damaged one.
 */
export const migrations: readonly Migration[] = [firstShape, namedVersions]

export const NEWEST_SCHEMA = migrations.length
