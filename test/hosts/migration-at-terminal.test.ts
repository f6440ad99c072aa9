import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { serve } from '#main/hosts/start/serve.ts'
import { NEWEST_SCHEMA } from '#main/store/migrations/index.ts'
import { heldBuild, letGoOn } from '../fakes/held-build.ts'
import { addressIn, pageAt, startProgram, stopProgram } from '../fakes/program.ts'
import { PATIENT } from '../patience.ts'
import { folderOfVersion } from '../store/older-store.ts'
import { storeIn, valueOf } from '../store/support.ts'

let folder: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-migration-'))
  data = folderOfVersion(1, join(folder, 'Tierwise'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** The program at a migration that is half done, once it has said so. */
async function startHeld() {
  const program = await startProgram(folder, ['--web', '--no-open'], {}, heldBuild().entry)
  onTestFinished(() => void program.child.kill('SIGKILL'))
  return program
}

const SAID = /^Bringing your documents up to this version: \d+ %\. Ctrl\+C calls it off\.\n/

it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'says how far it is with documents of an older version, and leaves them as they were on %s',
  async (signal) => {
    const file = join(data, 'tierwise.db')
    const bytes = readFileSync(file)
    const { child, printed } = await startHeld()
    expect(printed()).toMatch(SAID)
    expect(await stopProgram(child, signal)).toBe(1)
    const lines = printed().trimEnd().split('\n')
    expect(lines.at(-1)).toContain('was called off. They were left as they were')
    expect(lines.slice(0, -1).every((line) => SAID.test(`${line}\n`))).toBe(true)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  },
)

it('leaves them as they were, and no sign of a loss, where the process is killed meanwhile', async () => {
  const { child } = await startHeld()
  expect(await stopProgram(child, 'SIGKILL')).toBe(null)
  const left = new DatabaseSync(join(data, 'tierwise.db'))
  expect(left.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  left.close()
  const store = storeIn(data)
  const whole = { schemaVersion: NEWEST_SCHEMA, documents: 2, revisions: 4, trouble: null, setAside: [] }
  expect(valueOf(store.info())).toMatchObject(whole)
  expect(valueOf(store.check()).findings).toEqual([])
})

it('goes on with them, in a few lines where nobody can write over one, and then serves', async () => {
  const { child, printed } = await startHeld()
  letGoOn(data)
  await vi.waitUntil(() => printed().includes('Tierwise is at'), PATIENT)
  const before = printed().split('Tierwise is at')[0] ?? ''
  expect(before.split('\n').length).toBeLessThanOrEqual(5)
  const { call } = await pageAt(addressIn(printed()))
  expect(await call('store.info', {})).toMatchObject({
    value: { schemaVersion: NEWEST_SCHEMA, documents: 2 },
  })
  expect(await stopProgram(child)).toBe(0)
  expect(printed()).toMatch(/Tierwise has stopped; everything is saved\.\n$/)
})

it('says nothing of what is done before anybody would ask, and leaves signals to others after', async () => {
  vi.stubEnv('TIERWISE_DATA', data)
  const others = process.listeners('SIGTERM')
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const out = join(import.meta.dirname, '../../out')
  const options = { out, port: 0, open: false, files: [], say, sayInPlace: null, complain: say }
  const code = serve({ ...options, idleMinutes: 0, patienceMs: PATIENT.timeout })
  await vi.waitUntil(() => said.length > 0, PATIENT)
  expect(said[0]).toMatch(/^Tierwise is at /)
  const [stop, another] = process.listeners('SIGTERM').filter((listener) => !others.includes(listener))
  // The host's own.
  expect(another).toBe(undefined)
  stop?.('SIGTERM')
  expect(await code).toBe(0)
})
