import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { FakeElectron } from './electron.ts'
import { callMain } from './shell.ts'

const GOLDEN = resolve(import.meta.dirname, '../golden/02-creator-112.json')
const Made = z.object({ ok: z.literal(true), value: z.object({ id: z.string() }) })
const Exported = z.object({
  ok: z.literal(true),
  value: z.object({ fileName: z.string(), file: z.instanceof(Uint8Array) }),
})

/** A scenario in the library of a running application; its id. */
export async function makeScenario(electron: FakeElectron, name: string): Promise<string> {
  const scenario: unknown = JSON.parse(readFileSync(GOLDEN, 'utf8'))
  const document = { kind: 'scenario', content: { scenario } }
  return Made.parse(await callMain(electron, 'library.create', { name, document })).value.id
}

/** That scenario as a file in a folder. */
export async function writeScenarioFile(electron: FakeElectron, id: string, folder: string): Promise<string> {
  const exported = Exported.parse(await callMain(electron, 'bundles.export', { id })).value
  const file = join(folder, exported.fileName)
  writeFileSync(file, exported.file)
  return file
}
