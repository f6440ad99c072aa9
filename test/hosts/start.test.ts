import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text as whole } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isOutOfDate } from '#main/hosts/start/build.ts'
import { findRuntime } from '#main/hosts/start/electron-runtime.ts'
import { readOptions } from '#main/hosts/start/options.ts'
import { openStore } from '#main/store/index.ts'
import { pageAt, placesBelow, START, startProgram, stopProgram } from '../fakes/program.ts'
import { makeScenario, writeScenarioFile } from '../fakes/scenario-file.ts'
import { startShell } from '../fakes/shell.ts'
import { PATIENT } from '../patience.ts'

const WITH_DISPLAY = { DISPLAY: ':9' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string, changedAt = 1000): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
  utimesSync(join(folder, path), changedAt, changedAt)
  utimesSync(dirname(join(folder, path)), changedAt, changedAt)
}

describe('whether to build', () => {
  beforeEach(() => {
    for (const path of ['src-main/a.ts', 'src-renderer/a.tsx', 'shared/a.ts']) write(path, '', 1000)
    for (const path of ['electron.vite.config.ts', 'package.json']) write(path, '', 1000)
    for (const path of [
      'main/index.js',
      'main/keeper.js',
      'main/results.js',
      'main/serve.js',
      'main/start.js',
      'main/worker.js',
      'preload/index.cjs',
    ])
      write(`out/${path}`, '', 2000)
    write('out/renderer/index.html', '', 2000)
  })

  it('not when every bundle is younger than every source', () => {
    expect(isOutOfDate(folder)).toBe(false)
  })

  it.each([
    'main/index.js',
    'main/keeper.js',
    'main/results.js',
    'main/start.js',
    'preload/index.cjs',
    'renderer/index.html',
  ])('when %s is missing', (path) => {
    rmSync(join(folder, 'out', path))
    expect(isOutOfDate(folder)).toBe(true)
  })

  it.each(['src-main/deep/er/b.ts', 'src-renderer/a.tsx', 'shared/a.ts', 'package.json'])(
    'when %s changed since',
    (path) => {
      write(path, 'changed', 3000)
      expect(isOutOfDate(folder)).toBe(true)
    },
  )

  it('when one bundle is older than a source, though the others are not', () => {
    write('out/preload/index.cjs', '', 500)
    expect(isOutOfDate(folder)).toBe(true)
  })
})

describe("Electron's runtime", () => {
  const find = (env: NodeJS.ProcessEnv) => findRuntime({ project: folder, env, onSlow: () => undefined })
  const installer = (text: string) => write('node_modules/electron/install.js', text)

  it('is fetched once by its own installer', async () => {
    installer(`
      const { mkdirSync, writeFileSync } = require('node:fs')
      mkdirSync(__dirname + '/dist')
      writeFileSync(__dirname + '/dist/the-executable', '')
      writeFileSync(__dirname + '/path.txt', 'the-executable')`)
    const found = { ok: true, value: join(folder, 'node_modules/electron/dist/the-executable') }
    expect(await find(WITH_DISPLAY)).toEqual(found)
    installer('process.exit(1)')
    expect(await find(WITH_DISPLAY)).toEqual(found)
  })

  it.each(['process.exit(1)', 'throw new Error("fetch failed")', '// does nothing'])(
    'is not to be had when the installer is: %s',
    async (text) => {
      installer(text)
      expect(await find(WITH_DISPLAY)).toMatchObject({
        ok: false,
        problems: [{ message: 'it could not be downloaded' }],
      })
    },
  )

  it('is not to be had when the package is missing', async () => {
    expect(await find(WITH_DISPLAY)).toMatchObject({ ok: false })
  })

  it('is not looked for where ELECTRON_OVERRIDE_DIST_PATH holds none', async () => {
    installer('throw new Error("not asked")')
    expect(await find({ ...WITH_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: folder })).toMatchObject({
      ok: false,
      problems: [{ message: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' }],
    })
  })
})

describe('what is said at the start', () => {
  const read = (...args: readonly string[]) => readOptions(args, { INIT_CWD: '/home/ada' })

  it('is to open a window, and otherwise a browser that is left after half an hour', () => {
    expect(read()).toEqual({ web: false, open: true, port: 0, idleMinutes: 30, files: [] })
  })

  it('may be the browser, its port, its patience, and files', () => {
    expect(read('may.tierwise', '--web', '--no-open', '--port', '8080', '--idle=0')).toEqual({
      web: true,
      open: false,
      port: 8080,
      idleMinutes: 0,
      files: ['/home/ada/may.tierwise'],
    })
  })

  it.each(['--port=65536', '--port=1e3', '--port=', '--idle=1441', '--idle=soon', 'may.json'])(
    'is not understood with %s',
    (arg) => {
      expect(read(arg)).toBeUndefined()
    },
  )

  it('is not to open a browser where nobody sits', () => {
    expect(readOptions([], { CI: '1' })?.open).toBe(false)
  })
})

describe('npm start', () => {
  it('says in one line that there is no Electron, serves in its place, and stops when told to', async () => {
    const none = { ...WITH_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: folder }
    const { child, printed, address } = await startProgram(folder, ['--no-open'], none)
    expect(printed()).toContain(
      "Electron's window is not available here (ELECTRON_OVERRIDE_DIST_PATH holds no Electron), so Tierwise runs in your browser instead.\n",
    )
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
    expect(await stopProgram(child)).toBe(0)
    expect(printed()).toMatch(/Tierwise has stopped; everything is saved\.\n$/)
  })

  it('serves in the browser when asked to, also where no browser can be opened', async () => {
    const { child, printed, address } = await startProgram(folder, ['--web'], { PATH: folder, CI: '' })
    expect(printed()).not.toContain('Electron')
    const { call } = await pageAt(address)
    expect(await call('app.info', {})).toMatchObject({ ok: true, value: { host: 'web' } })
    expect(await stopProgram(child)).toBe(0)
  })

  it('goes on where nobody reads what it says, as behind `| head`', async () => {
    const data = join(folder, 'Tierwise')
    const env = { ...process.env, ...placesBelow(folder) }
    const child = spawn(process.execPath, [START, '--web', '--no-open'], { env })
    child.stdout.destroy()
    const complaints = whole(child.stderr)
    await vi.waitUntil(() => existsSync(join(data, 'running.json')) || child.exitCode !== null, PATIENT)
    expect({ code: await stopProgram(child), complaints: await complaints }).toEqual({
      code: 0,
      complaints: '',
    })
  })

  it('keeps documents in the folder of TIERWISE_DATA, and keys for the session only', async () => {
    const { child, address } = await startProgram(folder, ['--web', '--no-open'])
    const { call } = await pageAt(address)
    expect(await call('store.info', {})).toMatchObject({ value: { folder: join(folder, 'Tierwise') } })
    expect(await call('secrets.protection', {})).toMatchObject({ value: { kind: 'session' } })
    await call('secrets.set', { id: 'connection', secret: 'sk_very-secret' })
    expect(await call('secrets.state', { id: 'connection' })).toMatchObject({
      value: { kept: 'session' },
    })
    await stopProgram(child)
    const files = readdirSync(join(folder, 'Tierwise'), { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name)))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => text.includes('sk_very-secret'))).toEqual([])
  })

  it('tells the page of a named file that cannot be opened, found from the folder the person is in', async () => {
    const { child, address } = await startProgram(folder, ['--web', '--no-open', 'gone.tierwise'])
    expect(await (await pageAt(address)).opening()).toEqual({
      kind: 'openFailed',
      file: join(folder, 'gone.tierwise'),
      message: '“gone.tierwise” could not be read: it does not exist.',
    })
    expect(await stopProgram(child)).toBe(0)
  })

  it('imports a named file and shows it, and leaves what the library has already alone', async () => {
    const author = await startShell()
    const id = await makeScenario(author, 'Agents in May')
    const file = await writeScenarioFile(author, id, folder)
    const open = async () => {
      const { child, address } = await startProgram(folder, ['--web', '--no-open', file])
      const event = await (await pageAt(address)).opening()
      await stopProgram(child)
      return event
    }
    expect(await open()).toEqual({ kind: 'open', id })
    expect(await open()).toEqual({
      kind: 'openFailed',
      file,
      message:
        '“Agents in May” is in the library already. Import the file among the scenarios to replace it or to keep both.',
    })
  })

  it('shows what runs already to a second start, and hands it the files', async () => {
    const first = await startProgram(folder, ['--web', '--no-open'])
    const second = await startProgram(folder, ['--web', '--no-open', 'gone.tierwise'])
    expect(second.printed()).toMatch(/^Tierwise is running already, at \S+\n$/)
    expect(new URL(second.address).origin).toBe(new URL(first.address).origin)
    expect(second.child.exitCode).toBe(0)
    expect(await (await pageAt(second.address)).opening()).toMatchObject({
      kind: 'openFailed',
      file: join(folder, 'gone.tierwise'),
    })
    await stopProgram(first.child)
  })

  it.skipIf(process.platform === 'win32')(
    'keeps the way to it from other users of the machine, and takes it away at the end',
    async () => {
      const { child } = await startProgram(folder, ['--web', '--no-open'])
      const way = join(folder, 'Tierwise', 'running.json')
      expect(statSync(way).mode & 0o077).toBe(0)
      await stopProgram(child)
      expect(existsSync(way)).toBe(false)
    },
  )

  it('leaves documents to whoever else has them open, whatever an earlier start left behind', async () => {
    const data = join(folder, 'Tierwise')
    const other = openStore({ folder: data })
    if (!other.ok) throw new Error('the store of an empty folder does not open')
    write(
      'Tierwise/running.json',
      JSON.stringify({ origin: 'http://127.0.0.1:9', key: 'of-an-earlier-start' }),
    )
    const second = await startProgram(folder, ['--web', '--no-open'])
    expect(second.child.exitCode).toBe(1)
    const refused = openStore({ folder: data })
    expect(second.printed()).toBe(`${refused.ok ? '' : refused.problems[0]?.message}\n`)
    other.value.close()
  })

  it.each([['--port', 'many'], ['--port', '70000'], ['--idle', '-1'], ['--colour'], ['extra']])(
    'refuses %s %s with its usage',
    async (...args) => {
      const { child, printed } = await startProgram(folder, args)
      expect(printed()).toContain('Usage: npm start')
      expect(child.exitCode).toBe(2)
    },
  )
})
