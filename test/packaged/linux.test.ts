import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import metadata from '../../package.json' with { type: 'json' }
import { EXPECTED_FUSES, fusesOf } from './fuses.ts'
import { type LinuxPackages, type Packed, packForLinux } from './pack.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
/** A static or a dynamic import in a bundle. */
const IMPORT = /(?:^(?:import|export)\b[^'"\n]*|\bimport\()["'](?<name>[^"']+)["']/gm
const MEGABYTE = 1024 * 1024
const BINDING = `@duckdb/node-bindings-linux-${process.arch}`

/** An installer is made on the system it is for, and the one that can be looked into without it is Linux's. */
describe.runIf(process.platform === 'linux')('the packed application', () => {
  let packed: Packed & LinuxPackages
  let archive: string
  let files: readonly string[]

  beforeAll(async () => {
    packed = await packForLinux()
    archive = join(packed.resources, 'app.asar')
    const entries = listPackage(archive, { isPack: false }).map((path) => path.slice(1))
    files = entries.filter((path) => !('files' in statFile(archive, path)))
  })
  afterAll(() => rm(packed.folder, { recursive: true }))

  const unpacked = (...path: readonly string[]) => join(packed.resources, 'app.asar.unpacked', ...path)

  describe('in its archive', () => {
    it('has every bundle, as it was built', async () => {
      const built = (await filesBelow(join(PROJECT, 'out'))).filter(
        (path) => !path.endsWith('third-party.md'),
      )
      expect(built).toEqual(
        expect.arrayContaining([
          'main/index.js',
          'main/keeper.js',
          'main/results.js',
          'main/worker.js',
          'preload/index.cjs',
          'renderer/index.html',
          expect.stringMatching(/^renderer\/assets\/index-.*\.js$/),
          expect.stringMatching(/^renderer\/assets\/style-.*\.css$/),
          expect.stringMatching(/^renderer\/assets\/inter-latin-.*\.woff2$/),
        ]),
      )
      const bundles = files.filter((path) => path.startsWith('out/'))
      expect(bundles.toSorted()).toEqual(built.map((path) => `out/${path}`).toSorted())
      const isAsBuilt = (path: string) => extractFile(archive, path).equals(readFileSync(join(PROJECT, path)))
      expect(bundles.filter((path) => !isAsBuilt(path))).toEqual([])
    })

    it('has nothing else but its description and the production dependencies', () => {
      const others = files.filter((path) => !path.startsWith('out/'))
      expect(others.filter((path) => !path.startsWith('node_modules/'))).toEqual(['package.json'])
      expect(new Set(others.filter((path) => path.startsWith('node_modules/')).map(packageOf))).toEqual(
        new Set(['@duckdb/node-api', '@duckdb/node-bindings', BINDING, 'detect-libc']),
      )
    })

    it('has no sources, source maps, tests or documents', () => {
      expect(files.filter((path) => /\.(?:tsx?|map|md)$|(?:^|\/)(?:tests?|src-[a-z]+)\//.test(path))).toEqual(
        [],
      )
    })

    it('has main bundles that import nothing but Node, Electron, each other and what was packed', () => {
      const main = files.filter((path) => path.startsWith('out/main/'))
      const imported = main.flatMap((path) =>
        [...extractFile(archive, path).toString().matchAll(IMPORT)].map(({ groups }) => groups?.name ?? ''),
      )
      expect(imported).toContain('electron')
      const packages = imported.filter((name) => !/^(?:node:|\.\.?\/)/.test(name))
      expect(packages.filter((name) => !['electron', '@duckdb/node-api'].includes(name))).toEqual([])
    })

    it('has a description that starts the main bundle and names no tool of development', () => {
      const description: unknown = JSON.parse(extractFile(archive, 'package.json').toString())
      expect(description).toMatchObject({
        name: 'tierwise',
        productName: 'Tierwise',
        main: './out/main/index.js',
        type: 'module',
        desktopName: 'tierwise.desktop',
        v8Flags: metadata.v8Flags,
        dependencies: { '@duckdb/node-api': expect.any(String) },
      })
      expect(description).not.toHaveProperty('devDependencies')
      expect(description).not.toHaveProperty('scripts')
    })
  })

  describe('beside its archive', () => {
    it('has the production dependencies as real files', () => {
      const modules = files.filter((path) => path.startsWith('node_modules/'))
      const inside = modules.filter((path) => !('unpacked' in statFile(archive, path)))
      expect(inside).toEqual([])
      expect(existsSync(unpacked('node_modules', BINDING, 'duckdb.node'))).toBe(true)
    })

    it('has a DuckDB that runs by itself', () => {
      const program = `
        const { DuckDBInstance } = require(${JSON.stringify(unpacked('node_modules/@duckdb/node-api'))})
        DuckDBInstance.create(':memory:')
          .then((database) => database.connect())
          .then((connection) => connection.runAndReadAll('select version()'))
          .then((answer) => console.log(answer.getRows()[0][0]))
      `
      const answer = execFileSync(process.execPath, ['--input-type=commonjs', '--eval', program], {
        cwd: packed.folder,
      })
      expect(answer.toString().trim()).toBe('v1.5.6')
    })

    it('has the licences of all that is in it', () => {
      const modules = ['@duckdb/node-api', '@duckdb/node-bindings', BINDING, 'detect-libc']
      const notices = [
        join(packed.app, 'LICENSE.electron.txt'),
        join(packed.app, 'LICENSES.chromium.html'),
        join(packed.resources, 'notices/main/third-party.md'),
        join(packed.resources, 'notices/renderer/third-party.md'),
        ...modules.map((name) => unpacked('node_modules', name, 'LICENSE')),
      ]
      expect(notices.filter((path) => !existsSync(path))).toEqual([])
    })
  })

  it('adds at most 85 MB to Electron, all but 5 of them DuckDB', async () => {
    expect(await sizeOf(archive)).toBeLessThan(5 * MEGABYTE)
    const paths = (await filesBelow(packed.resources)).map((path) => join(packed.resources, path))
    const sizes = await Promise.all(paths.map(sizeOf))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(85 * MEGABYTE)
  })

  it('has its fuses set in the executable', async () => {
    expect(await fusesOf(join(packed.app, 'tierwise'))).toBe(EXPECTED_FUSES)
  })

  describe('as a deb', () => {
    it('says who made it, what it is and where it belongs', () => {
      expect(packed.deb.args).toEqual(
        expect.arrayContaining([
          'Tierwise maintainers <maintainers@tierwise.example>',
          'https://tierwise.example',
          'misc',
          expect.stringMatching(/^Desktop billing simulator\n /),
          `${packed.app}/=/opt/Tierwise`,
        ]),
      )
    })

    it('opens scenarios by double click, and its window belongs to its entry', () => {
      const entry = packed.deb.desktopEntry.split('\n')
      expect(entry).toEqual(
        expect.arrayContaining([
          'Name=Tierwise',
          'Exec=/opt/Tierwise/tierwise %U',
          'Icon=tierwise',
          'StartupWMClass=tierwise',
          'MimeType=application/vnd.tierwise+json;',
          'Categories=Office;Finance;',
        ]),
      )
      expect(packed.deb.args).toContainEqual(
        expect.stringMatching(/=\/usr\/share\/applications\/tierwise\.desktop$/),
      )
      expect(packed.deb.mimeTypes).toContain('<mime-type type="application/vnd.tierwise+json">')
      expect(packed.deb.mimeTypes).toContain('<glob pattern="*.tierwise"/>')
    })

    it('has icons from 16 to 1024 pixels', () => {
      const places = packed.deb.args.flatMap(
        (arg) => /hicolor\/(\d+)x\1\/apps\/tierwise\.png$/.exec(arg)?.[1] ?? [],
      )
      expect(places).toEqual(['16', '24', '32', '48', '64', '128', '256', '512', '1024'])
    })

    it('brings the profile that lets it keep its sandbox on Ubuntu', () => {
      const profile = readFileSync(join(packed.resources, 'apparmor-profile'), 'utf8')
      expect(profile).toContain('/opt/Tierwise/tierwise')
      expect(profile).toContain('userns,')
    })
  })

  it('does not give up the sandbox as an AppImage', () => {
    const entry = packed.appImage.desktopEntry.split('\n')
    expect(entry).toContain('Exec=AppRun %U')
    expect(entry).toContain('MimeType=application/vnd.tierwise+json;')
  })
})

/** `node_modules/@scope/name/…` or `node_modules/name/…` */
function packageOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
}

const sizeOf = async (path: string) => (await stat(path)).size
