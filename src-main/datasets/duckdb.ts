import type * as DuckDb from '@duckdb/node-api'
import { refuse, succeed, type Result } from '#shared/problem.ts'

/** Tierwise asks no server for anything: what DuckDB cannot do by itself, it does not fetch. */
const OFFLINE = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' }

/**
 * Lends a connection to an empty database in memory, and takes it back. DuckDB is loaded at the first call, because its
 * library of 70 MB would slow down every start; where it cannot be loaded, that is refused with `usage.unavailable`.
 */
export async function withDuckDb<T>(
  use: (connection: DuckDb.DuckDBConnection) => Promise<T>,
): Promise<Result<T>> {
  const loaded = await load()
  if (!loaded.ok) return loaded
  const instance = await loaded.value.DuckDBInstance.create(':memory:', OFFLINE)
  try {
    const connection = await instance.connect()
    try {
      return succeed(await use(connection))
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}

/** The version of DuckDB itself, as it names it: `v1.5.6`. */
export function duckdbVersion(): Promise<Result<string>> {
  return withDuckDb(async (connection) => {
    const answer = await connection.runAndReadAll('select version()')
    return String(answer.getRows()[0]?.[0])
  })
}

async function load(): Promise<Result<typeof DuckDb>> {
  try {
    return succeed(await import('@duckdb/node-api'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse({
      code: 'usage.unavailable',
      message: `The part of Tierwise that reads usage files does not run on this machine: ${reason}`,
      path: '',
    })
  }
}
