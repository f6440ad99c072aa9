import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findRuntime, runElectron } from '#main/hosts/start/electron-runtime.ts'
import { PATIENT } from '../patience.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

// Any program stands in for the runtime: it is started with the project as its argument.
function run(script: string) {
  writeFileSync(join(folder, 'app.mjs'), script)
  return runElectron(process.execPath, join(folder, 'app.mjs'))
}

describe('running Electron', () => {
  it('ends when the person closes the window', async () => {
    expect(await run('process.exit(0)')).toEqual({ kind: 'ended', code: 0 })
  })

  it('fails when it ends at once with an error', async () => {
    expect(await run('process.exit(3)')).toEqual({ kind: 'failed', reason: 'it ended at once with code 3' })
  })

  it('tells what the runtime complained of when it fails', async () => {
    const outcome = run(
      "process.stderr.write('\\nlibgtk-3.so.0: cannot open\\nmore\\n', () => process.exit(127))",
    )
    expect(await outcome).toEqual({
      kind: 'failed',
      reason: 'it ended at once with code 127: libgtk-3.so.0: cannot open',
    })
  })

  it('fails when it cannot be executed', async () => {
    expect(await runElectron(join(folder, 'nothing'), folder)).toMatchObject({ kind: 'failed' })
  })

  it('does not make a bare Node of it', async () => {
    process.env.ELECTRON_RUN_AS_NODE = '1'
    const outcome = await run('process.exit(process.env.ELECTRON_RUN_AS_NODE ? 1 : 0)')
    delete process.env.ELECTRON_RUN_AS_NODE
    expect(outcome).toEqual({ kind: 'ended', code: 0 })
  })
})

describe('what a runtime says', () => {
  const RUNTIME = new URL('../../src-main/hosts/start/electron-runtime.ts', import.meta.url)
  /** As `npm start` runs it, but it takes a runtime for started within a tenth of a second. */
  const RUN = `
    const { setTimeout: inTime } = globalThis
    globalThis.setTimeout = (work, ms) => inTime(work, ms / 100)
    const { runElectron } = await import(${JSON.stringify(RUNTIME.href)})
    await runElectron(process.execPath, process.argv[1])`

  it.each(['stdout', 'stderr'] as const)(
    'to %s reaches the terminal without what a terminal would obey',
    async (output) => {
      const app = join(folder, 'app.mjs')
      writeFileSync(app, `process.${output}.write('\\u001b[2Jé\\r\\nsaid\\n'); setInterval(() => {}, 1000)`)
      const child = spawn(process.execPath, ['--input-type=module', '--eval', RUN, app])
      let heard = ''
      child[output].setEncoding('utf8').on('data', (text: string) => (heard += text))
      await vi.waitUntil(() => heard.endsWith('said\n') || child.exitCode !== null, PATIENT)
      child.kill('SIGTERM')
      await once(child, 'close')
      expect(heard).toBe('\\u001b[2Jé\nsaid\n')
    },
  )
})

describe('being told to stop', () => {
  /** Runs a script and, once it is up, has this process told to stop as by the signal. */
  async function stopped(script: string, signal: 'SIGINT' | 'SIGTERM') {
    const others = process.listeners(signal)
    const up = join(folder, 'up')
    const running = run(`${script}
      setTimeout(() => undefined, 120_000)
      import('node:fs').then(({ writeFileSync }) => writeFileSync(${JSON.stringify(up)}, ''))`)
    await vi.waitUntil(() => existsSync(up), PATIENT)
    for (const listener of process.listeners(signal)) if (!others.includes(listener)) listener(signal)
    return running
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with %s as %i', async (signal, code) => {
    expect(await stopped('', signal)).toEqual({ kind: 'ended', code })
  })

  it('ends with the code of a runtime that tidies up first', async () => {
    const outcome = await stopped("process.on('SIGTERM', () => process.exit(5))", 'SIGTERM')
    expect(outcome).toEqual({ kind: 'ended', code: 5 })
  })

  it('ends too when only the runtime was told', async () => {
    expect(await run("process.kill(process.pid, 'SIGINT')")).toEqual({ kind: 'ended', code: 130 })
  })

  it('is listened for no longer than the runtime runs', async () => {
    const count = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
    const before = count()
    await run('process.exit(3)')
    expect(count()).toBe(before)
  })
})

describe('downloading Electron', () => {
  const cache = () => join(folder, 'node_modules/.cache/tierwise')

  /** Looks for Electron in a project whose installer is this script. */
  async function find(installer: string) {
    mkdirSync(join(folder, 'node_modules/electron'), { recursive: true })
    writeFileSync(join(folder, 'node_modules/electron/install.js'), installer)
    const env = { ...process.env, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '' }
    return findRuntime({ project: folder, env, onSlow: () => undefined })
  }
  const INTERRUPTED = `const { mkdtempSync, writeFileSync } = require('node:fs')
    const { tmpdir } = require('node:os')
    writeFileSync(mkdtempSync(tmpdir() + '/electron-download-') + '/electron.zip', 'half')
    writeFileSync('WHERE', tmpdir())
    process.kill(process.pid, 'SIGKILL')`

  it('leaves nothing where it is interrupted, and nothing among the temporary files', async () => {
    const where = join(folder, 'where')
    expect(await find(INTERRUPTED.replace('WHERE', where))).toMatchObject({ ok: false })
    expect(readFileSync(where, 'utf8')).toBe(join(cache(), `fetching-${String(process.pid)}`))
    expect(readdirSync(cache())).toEqual([])
  })

  it('takes away what a start left that was killed over it, but none that still loads', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version'])
    const left: readonly (readonly [name: string, loader: number | ''])[] = [
      [`fetching-${String(ended)}`, ''],
      [`fetching-${String(ended + 1_000_000_000)}`, ended],
      [`fetching-${String(ended + 1_000_000_001)}`, process.ppid],
      [`fetching-${String(process.ppid)}`, ''],
    ]
    for (const [name, loader] of left) {
      mkdirSync(join(cache(), name), { recursive: true })
      if (loader !== '') writeFileSync(join(cache(), name, 'pid'), String(loader))
    }
    mkdirSync(join(cache(), 'compiled'))
    await find('')
    expect(readdirSync(cache()).toSorted()).toEqual(['compiled', left[2]?.[0], left[3]?.[0]].toSorted())
  })
})
