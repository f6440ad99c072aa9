import { execFileSync, spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { readBundleFile } from '#main/hosts/bundle-file.ts'
import { isBundleFile } from '#main/hosts/is-bundle-file.ts'
import { dataFolder } from '#main/hosts/data-folder.ts'
import { removeUnfinished, writeWhole } from '#main/hosts/write-file.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** It takes longer to write than to look for what was left. */
const MUCH = 30_000_000
const anHourLater = () => Date.now() + 61 * 60_000

describe('writing a file', () => {
  it('puts the new one in the place of the old, and leaves nothing beside it', async () => {
    const file = join(folder, 'a.json')
    writeFileSync(file, 'old')
    await writeWhole(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('leaves the old one as it was where the new cannot take its place', async () => {
    const file = join(folder, 'a.json')
    mkdirSync(file)
    writeFileSync(join(file, 'inside'), 'old')
    await expect(writeWhole(file, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/)
    expect(readdirSync(folder)).toEqual(['a.json'])
    expect(readFileSync(join(file, 'inside'), 'utf8')).toBe('old')
  })

  describe.skipIf(process.platform === 'win32')('onto a link', () => {
    const [link, target] = [() => join(folder, 'link'), () => join(folder, 'elsewhere', 'target.csv')]
    const isLink = () => lstatSync(link()).isSymbolicLink()
    beforeEach(() => mkdirSync(join(folder, 'elsewhere')))

    it('writes the file that it leads to, with what that file permits', async () => {
      writeFileSync(target(), 'old', { mode: 0o640 })
      symlinkSync('elsewhere/target.csv', link())
      symlinkSync('link', join(folder, 'link-to-link'))
      await writeWhole(join(folder, 'link-to-link'), 'new')
      expect([readFileSync(target(), 'utf8'), statSync(target()).mode & 0o777]).toEqual(['new', 0o640])
      expect([isLink(), readdirSync(join(folder, 'elsewhere'))]).toEqual([true, ['target.csv']])
    })

    it('makes the file that it leads to, also by a link to its folder', async () => {
      symlinkSync(join(folder, 'elsewhere'), join(folder, 'folder'))
      symlinkSync('../made.csv', join(folder, 'elsewhere', 'dangling'))
      await writeWhole(join(folder, 'folder', 'dangling'), 'new')
      expect(readFileSync(join(folder, 'made.csv'), 'utf8')).toBe('new')
      expect(lstatSync(join(folder, 'elsewhere', 'dangling')).isSymbolicLink()).toBe(true)
    })

    it('fails and leaves everything where it leads round in a circle, or to a folder', async () => {
      symlinkSync('link', link())
      await expect(writeWhole(link(), 'new')).rejects.toThrow(/ELOOP/)
      symlinkSync('elsewhere', join(folder, 'to-folder'))
      await expect(writeWhole(join(folder, 'to-folder'), 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
      expect(isLink()).toBe(true)
      expect(readdirSync(folder).toSorted()).toEqual(['elsewhere', 'link', 'to-folder'])
    })

    it('takes away what was left unfinished an hour ago where it leads', async () => {
      const left = join(folder, 'elsewhere', '.tierwise-1-0b9c4d2e-0000-4000-8000-000000000000.tmp')
      writeFileSync(left, '')
      utimesSync(left, 0, 0)
      symlinkSync('elsewhere/target.csv', link())
      await writeWhole(link(), 'new')
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['target.csv'])
    })

    it('of a file of its own puts that in the place of the link: whoever made it may mean another’s', async () => {
      writeFileSync(target(), 'old')
      symlinkSync('elsewhere/target.csv', link())
      await writeWhole(link(), 'new', 0o600)
      expect([isLink(), readFileSync(target(), 'utf8')]).toEqual([false, 'old'])
    })
  })

  it('takes a name as long as the file system does', async () => {
    const file = join(folder, `${'名'.repeat(80)}.tierwise`)
    await writeWhole(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('takes away what was left unfinished an hour ago, and nothing that anybody may still write', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version'])
    const id = '0b9c4d2e-0000-4000-8000-000000000000'
    // The number of a process says nothing of one on another machine, which may share the folder.
    const pids = [ended, process.pid, process.ppid]
    const unfinished = pids.map((pid) => `.tierwise-${String(pid)}-${id}.tmp`)
    const others = [`.${id}.tmp`, '.tierwise-x.tmp', 'a.json']
    for (const name of [...unfinished, ...others]) writeFileSync(join(folder, name), '')
    await removeUnfinished(folder)
    expect(readdirSync(folder).toSorted()).toEqual([...unfinished, ...others].toSorted())
    await removeUnfinished(folder, anHourLater)
    expect(readdirSync(folder).toSorted()).toEqual(others.toSorted())
    await expect(removeUnfinished(join(folder, 'gone'))).resolves.toBeUndefined()
  })

  it('takes away nothing that this process writes, however late it is', async () => {
    const writing = writeWhole(join(folder, 'b.json'), Buffer.alloc(MUCH))
    while (readdirSync(folder).length === 0) await nextTurn()
    await removeUnfinished(folder, anHourLater)
    await writing
    expect(statSync(join(folder, 'b.json')).size).toBe(MUCH)
  })

  it.skipIf(process.platform === 'win32')('leaves nothing for good where it is killed', async () => {
    const file = join(folder, 'large.json')
    const module = pathToFileURL(resolve(import.meta.dirname, '../../src-main/hosts/write-file.ts')).href
    // As soon as it sees what it has begun.
    const script = `import { readdirSync } from 'node:fs'
      import { writeWhole } from ${JSON.stringify(module)}
      void writeWhole(${JSON.stringify(file)}, Buffer.alloc(1e8))
      const look = () =>
        readdirSync(${JSON.stringify(folder)}).length > 0 ? process.kill(process.pid, 'SIGKILL') : setImmediate(look)
      look()`
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.tierwise-\d+-.*\.tmp$/)])
    await removeUnfinished(folder, anHourLater)
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('gives it the permissions asked for', async () => {
    await writeWhole(join(folder, 'keys.json'), '', 0o600)
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')(
    'leaves those of a file that it replaces as they were, and gives a new one those of any',
    async () => {
      const usual = process.umask(0o002)
      onTestFinished(() => void process.umask(usual))
      const modeOf = (name: string) => statSync(join(folder, name)).mode & 0o777
      writeFileSync(join(folder, 'private.csv'), 'old', { mode: 0o600 })
      await writeWhole(join(folder, 'private.csv'), 'new')
      await writeWhole(join(folder, 'new.csv'), 'new')
      expect([modeOf('private.csv'), modeOf('new.csv')]).toEqual([0o600, 0o664])
    },
  )
})

describe("reading a scenario's file", () => {
  const file = () => join(folder, 'a.tierwise')

  it('answers its bytes', async () => {
    writeFileSync(file(), 'Fünf ✓')
    expect(await readBundleFile(file())).toEqual({ ok: true, value: Buffer.from('Fünf ✓') })
  })

  it('takes one of just the most that a bundle may weigh, and none that is larger', async () => {
    writeFileSync(file(), '')
    truncateSync(file(), MOST_BUNDLE_BYTES)
    expect(await readBundleFile(file())).toMatchObject({ ok: true })
    truncateSync(file(), MOST_BUNDLE_BYTES + 1)
    expect(await readBundleFile(file())).toMatchObject({ problems: [{ code: 'file.unreadable' }] })
  })

  it.skipIf(process.platform === 'win32')('that is a pipe keeps nobody waiting', async () => {
    execFileSync('mkfifo', [file()])
    expect(await readBundleFile(file())).toMatchObject({
      problems: [{ code: 'file.unreadable', message: expect.stringContaining('not a file') }],
    })
  })

  it.each([
    ['a.tierwise', true],
    ['A.TIERWISE', true],
    ['a.json', false],
    ['tierwise', false],
    ['a.tierwise.exe', false],
  ])('knows %s by its name: %s', (name, expected) => {
    expect(isBundleFile(name)).toBe(expected)
  })
})

describe('the folder of the documents', () => {
  const at = (platform: NodeJS.Platform, home: string, env: NodeJS.ProcessEnv = {}) =>
    dataFolder({ platform, home, env })

  it.each<[NodeJS.Platform, string, NodeJS.ProcessEnv, string]>([
    ['linux', '/home/ada', {}, '/home/ada/.local/share/tierwise'],
    ['linux', '/home/ada', { XDG_DATA_HOME: '/data/ada' }, '/data/ada/tierwise'],
    ['linux', '/home/ada', { XDG_DATA_HOME: 'not/whole' }, '/home/ada/.local/share/tierwise'],
    ['darwin', '/Users/ada', {}, '/Users/ada/Library/Application Support/Tierwise'],
    ['win32', 'C:\\Users\\ada', {}, 'C:\\Users\\ada\\AppData\\Roaming\\Tierwise'],
    ['win32', 'C:\\Users\\ada', { APPDATA: 'D:\\Roaming' }, 'D:\\Roaming\\Tierwise'],
  ])('on %s, of %s with %j', (platform, home, env, expected) => {
    expect(at(platform, home, env)).toBe(expected)
  })

  it.each(['linux', 'darwin', 'win32'] as const)('is the one of TIERWISE_DATA on %s', (platform) => {
    expect(at(platform, '/home/ada', { TIERWISE_DATA: '/mine', XDG_DATA_HOME: '/other' })).toBe('/mine')
  })
})
