import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

export type ScriptAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

/**
 * What a script of `test/e2e` measured in a browser, as one line of JSON. It has a process of its own, so that
 * nothing here weighs on it.
 */
export function askScript<S extends z.ZodType>(name: string, schema: S): ScriptAnswer<z.output<S>> {
  const script = fileURLToPath(new URL(`../e2e/${name}`, import.meta.url))
  if (!existsSync(script)) return { ok: false, why: `test/e2e/${name} is not there` }
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) return { ok: false, why: reasonIn(stderr) }
  return { ok: true, value: schema.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')) }
}

/** The line in which Node names the error, of everything it prints when a script fails. */
const reasonIn = (stderr: string): string =>
  /^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.split('\n')[0] ?? 'it failed'
