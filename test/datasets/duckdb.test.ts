import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { duckdbVersion, withDuckDb } from '#main/datasets/duckdb.ts'

const MODULE = resolve(import.meta.dirname, '../../src-main/datasets/duckdb.ts')

/** Which of DuckDB's libraries a fresh process holds before and after its first use. */
const COUNT_LIBRARIES = `
  import { duckdbVersion } from ${JSON.stringify(MODULE)}
  const loaded = () => process.report.getReport().sharedObjects.filter((path) => path.includes('duckdb')).length
  const before = loaded()
  await duckdbVersion()
  console.log(JSON.stringify({ before, after: loaded() }))
`

afterEach(() => {
  vi.doUnmock('@duckdb/node-api')
  vi.resetModules()
})

describe('DuckDB', () => {
  it('is the version that is locked', async () => {
    expect(await duckdbVersion()).toEqual({ ok: true, value: 'v1.5.6' })
  })

  it('is not loaded before it is used', () => {
    const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', COUNT_LIBRARIES])
    const { before, after } = JSON.parse(answer.toString())
    expect(before).toBe(0)
    expect(after).toBeGreaterThan(0)
  })

  it('fetches nothing: an extension that is not built in is not installed on demand', async () => {
    const settings = await withDuckDb(async (connection) => {
      const answer = await connection.runAndReadAll(
        "select name, value from duckdb_settings() where name like 'auto%_known_extensions' order by name",
      )
      return answer.getRows()
    })
    expect(settings).toEqual({
      ok: true,
      value: [
        ['autoinstall_known_extensions', 'false'],
        ['autoload_known_extensions', 'false'],
      ],
    })
  })

  it('passes on what its user throws', async () => {
    const broken = withDuckDb(() => Promise.reject(new Error('a bug')))
    await expect(broken).rejects.toThrow('a bug')
  })

  it('says so where it cannot be loaded, with the reason', async () => {
    vi.doMock('@duckdb/node-api', () => {
      throw new Error('unsupported processor')
    })
    const fresh = await import('#main/datasets/duckdb.ts')
    expect(await fresh.duckdbVersion()).toMatchObject({
      ok: false,
      problems: [
        { code: 'usage.unavailable', message: expect.stringContaining('does not run on this machine') },
      ],
    })
  })
})
