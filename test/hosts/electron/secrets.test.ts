import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FakeElectron, FakeOptions } from '../../fakes/electron.ts'
import { makeScenario } from '../../fakes/scenario-file.ts'
import { callMain, openPage, startShell } from '../../fakes/shell.ts'

const SECRET = 'sk_0123456789abcdef-very-secret'

const set = (electron: FakeElectron, secret = SECRET) =>
  callMain(electron, 'secrets.set', { id: 'connection', secret })
const state = (electron: FakeElectron) => callMain(electron, 'secrets.state', { id: 'connection' })
const protection = (electron: FakeElectron) => callMain(electron, 'secrets.protection', {})
const Keys = z.object({ secrets: z.record(z.string(), z.string()) })
const keysFile = ({ folder }: FakeElectron) => join(folder, 'keys.json')

describe('a key where the system has a key store', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is kept by the system on %s', async (platform) => {
    const electron = await startShell({ platform })
    expect(await protection(electron)).toEqual({ ok: true, value: { kind: 'system', reason: null } })
    expect(await state(electron)).toEqual({ ok: true, value: { id: 'connection', kept: 'none' } })
    expect(await set(electron)).toEqual({ ok: true, value: { id: 'connection', kept: 'system' } })
  })

  it('is there at the next start, until it is cleared', async () => {
    const first = await startShell()
    await set(first)
    await first.quit()
    const next = await startShell({ folder: first.folder })
    expect(await state(next)).toMatchObject({ value: { kept: 'system' } })
    expect(await callMain(next, 'secrets.clear', { id: 'connection' })).toMatchObject({
      value: { kept: 'none' },
    })
    await next.quit()
    expect(await state(await startShell({ folder: first.folder }))).toMatchObject({ value: { kept: 'none' } })
  })

  it.skipIf(process.platform === 'win32')('lies encrypted in a file that nobody else may read', async () => {
    const electron = await startShell()
    await set(electron)
    expect(statSync(keysFile(electron)).mode & 0o777).toBe(0o600)
    expect(readFileSync(keysFile(electron), 'utf8')).not.toContain(SECRET)
  })

  it('is not asked of the system before somebody needs it', async () => {
    const electron = await startShell()
    expect(electron.keyStore.asked).toBe(0)
  })

  it('leaves a file of keys that is damaged aside, and writes another', async () => {
    const electron = await startShell({}, ({ folder }) =>
      writeFileSync(join(folder, 'keys.json'), '{"version":'),
    )
    expect(await set(electron)).toMatchObject({ value: { kept: 'system' } })
    expect(readFileSync(`${keysFile(electron)}.damaged`, 'utf8')).toBe('{"version":')
  })

  it('that cannot be removed is said to be there still', async () => {
    const electron = await startShell()
    await set(electron)
    rmSync(keysFile(electron))
    // A folder in its place, which no file can take.
    mkdirSync(join(keysFile(electron), 'in the way'), { recursive: true })
    expect(await callMain(electron, 'secrets.clear', { id: 'connection' })).toMatchObject({
      problems: [
        { code: 'secrets.not_removed', message: expect.stringMatching(/^The key could not be removed/) },
      ],
    })
    expect(await state(electron)).toMatchObject({ value: { kept: 'system' } })
  })

  it('keeps each of several that are set at once', async () => {
    const electron = await startShell()
    const ids = ['a', 'b', 'c', 'd']
    await Promise.all(ids.map((id) => callMain(electron, 'secrets.set', { id, secret: `${SECRET}-${id}` })))
    for (const id of ids)
      expect(await callMain(electron, 'secrets.state', { id })).toMatchObject({ value: { kept: 'system' } })
    const { secrets } = Keys.parse(JSON.parse(readFileSync(keysFile(electron), 'utf8')))
    expect(Object.keys(secrets).toSorted()).toEqual(ids)
  })
})

describe('a key where there is no key store', () => {
  const without: readonly (readonly [string, FakeOptions, RegExp])[] = [
    ['the system has none', { platform: 'win32', keyStore: { available: false } }, /no key store/],
    ['no keyring runs', { platform: 'linux', keyStore: { available: false } }, /No keyring/],
    ['Linux would use plain text', { platform: 'linux', keyStore: { backend: 'basic_text' } }, /No keyring/],
    [
      'Chromium would use a key everybody knows',
      { platform: 'linux', keyStore: { prefix: 'v10' } },
      /No keyring/,
    ],
  ]

  it.each(without)('is kept for the session only, and says why: %s', async (_why, options, reason) => {
    const electron = await startShell(options)
    expect(await protection(electron)).toMatchObject({
      value: { kind: 'session', reason: expect.stringMatching(reason) as string },
    })
    expect(await set(electron)).toEqual({ ok: true, value: { id: 'connection', kept: 'session' } })
    expect(readdirSync(electron.folder)).not.toContain('keys.json')
    await electron.quit()
    const next = await startShell({ ...options, folder: electron.folder })
    expect(await state(next)).toMatchObject({ value: { kept: 'none' } })
  })

  it('does not take the key of macOS for the one everybody knows', async () => {
    const electron = await startShell({ platform: 'darwin', keyStore: { prefix: 'v10' } })
    expect(await protection(electron)).toMatchObject({ value: { kind: 'system' } })
  })
})

describe.each([
  ['with a key store', {}],
  ['without one', { keyStore: { available: false } }],
] as const)('what a crash left on this machine, %s', (_which, options) => {
  it('goes with the key that was in use then, and with no first one', async () => {
    const electron = await startShell(options)
    const crashes = electron.app.getPath('crashDumps')
    const dumps = () => readdirSync(join(crashes, 'completed'))
    const crash = () => writeFileSync(join(crashes, 'completed', 'one.dmp'), SECRET)
    mkdirSync(join(crashes, 'completed'), { recursive: true })
    writeFileSync(join(crashes, 'completed', 'settings.dat'), '')
    crash()
    await set(electron)
    expect(dumps()).toEqual(['one.dmp', 'settings.dat'])
    await set(electron, `${SECRET}-renewed`)
    expect(dumps()).toEqual(['settings.dat'])
    crash()
    await callMain(electron, 'secrets.clear', { id: 'connection' })
    expect(dumps()).toEqual(['settings.dat'])
  })
})

describe.each([
  ['with a key store', {}],
  ['without one', { keyStore: { available: false } }],
] as const)('a key, %s', (_which, options) => {
  it('is in no file, no log, no bundle, no event and no answer', async () => {
    const electron = await startShell(options)
    const page = openPage(electron)
    const answers: unknown[] = [await set(electron)]
    const id = await makeScenario(electron, 'May')
    for (const [method, input] of [
      ['secrets.protection', {}],
      ['secrets.state', { id: 'connection' }],
      ['settings.get', {}],
      ['store.info', {}],
      ['store.backup', {}],
      ['store.check', {}],
      ['library.get', { id }],
      ['library.list', { kind: 'connection' }],
      ['bundles.export', { id }],
      ['app.info', {}],
    ] as const)
      answers.push(await callMain(electron, method, input))
    electron.processListeners.get('unhandledRejection')?.(new Error(`the key ${SECRET} was refused`))
    await electron.quit()

    expect(JSON.stringify([answers, page.heard])).not.toContain(SECRET)
    const files = readdirSync(electron.folder, { recursive: true, withFileTypes: true })
    const written = files.filter((file) => file.isFile())
    expect(written.map(({ name }) => name)).toEqual(expect.arrayContaining(['tierwise.db', 'tierwise.log']))
    for (const { parentPath, name } of written)
      expect({ name, holdsIt: readFileSync(join(parentPath, name)).includes(SECRET) }).toEqual({
        name,
        holdsIt: false,
      })
  })
})
