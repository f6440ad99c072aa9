import { z } from 'zod'
import { succeed, type Result } from '#shared/problem.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/store.ts'
import { parsedJson } from './json-text.ts'
import type { Sql } from './sql.ts'
import type { Session } from './session.ts'
import type { SettingsStore, SomeSettings } from './store.ts'

const Rows = z.array(z.object({ key: z.string(), value: z.string() }))

/** One row for each setting that is not as it comes. */
export const createSettings = ({ read, write }: Session): SettingsStore => ({
  get: () => read((sql) => succeed(settingsIn(sql))),
  change: (change) => write((sql) => changed(sql, change)),
})

/** A value that no longer fits, as after a change of what may be set, gives way to the default. */
function settingsIn(sql: Sql): Settings {
  const stored = Rows.parse(sql.all`SELECT key, value FROM settings`)
  return stored.reduce<Settings>(
    (settings, { key, value }) =>
      Settings.safeParse({ ...settings, [key]: parsedJson(value) }).data ?? settings,
    DEFAULT_SETTINGS,
  )
}

function changed(sql: Sql, change: SomeSettings): Result<Settings> {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    sql.run`
      INSERT INTO settings (key, value) VALUES (${key}, ${JSON.stringify(value)})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`
  }
  return succeed(settingsIn(sql))
}
