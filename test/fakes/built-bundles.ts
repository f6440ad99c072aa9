import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import type { FakeElectron, Sender } from './electron.ts'

const OUT = resolve(import.meta.dirname, '../../out')
const MAIN = resolve(OUT, 'main/index.js')
export const PRELOAD = resolve(OUT, 'preload/index.cjs')

if (!existsSync(MAIN) || !existsSync(PRELOAD)) {
  throw new Error('There are no built bundles: run `npm run build` first.')
}

const SCHEME = 'fake-electron:'
const fakes = new Map<string, FakeElectron>()
Object.assign(globalThis, { fakeElectronModules: fakes })

// `electron` exists only inside Electron: each load of the main bundle gets the fake it was started with.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== 'electron') return next(specifier, context)
    const run = new URL(context.parentURL ?? '').searchParams.get('run')
    return { url: `${SCHEME}${run}`, format: 'module', shortCircuit: true }
  },
  load: (url, context, next) => {
    if (!url.startsWith(SCHEME)) return next(url, context)
    const run = url.slice(SCHEME.length)
    const names = Object.keys(fakes.get(run)?.module ?? {}).join(', ')
    const source = `export const { ${names} } = globalThis.fakeElectronModules.get('${run}').module`
    return { format: 'module', source, shortCircuit: true }
  },
})

/**
 * Starts the built main bundle as Electron would, up to the point where it waits to be ready: on the fake's platform,
 * with its arguments and its folder. What it listens to on the process is kept for the test to call. `main` is the
 * bundle itself or a copy of it.
 */
export async function loadMain(electron: FakeElectron, main = MAIN): Promise<void> {
  // Whatever this process has loaded before, this file's or another's.
  const run = randomUUID()
  fakes.set(run, electron)
  const { env, argv, platform } = process
  process.env = { ...env, TIERWISE_DATA: electron.folder }
  process.argv = ['electron', '.', ...electron.args]
  Object.defineProperty(process, 'platform', { value: electron.platform })
  Object.defineProperty(process, 'on', {
    configurable: true,
    value: (event: string, listener: (...args: readonly unknown[]) => void) => {
      electron.processListeners.set(event, listener)
      return process
    },
  })
  try {
    await import(/* @vite-ignore */ `${pathToFileURL(main).href}?run=${run}`)
  } finally {
    process.env = env
    process.argv = argv
    Object.defineProperty(process, 'platform', { value: platform })
    Reflect.deleteProperty(process, 'on')
  }
}

/**
 * Runs the built preload as Electron's sandbox does: one plain script, in a world without Node, that can require
 * nothing but electron. Answers with what the page at `sender` sees.
 */
export function loadPreload(electron: FakeElectron, sender: Sender): FakeElectron['exposed'] {
  const sandbox = createContext({
    TextDecoder,
    require: (name: string) => {
      if (name === 'electron') return electron.preloadModule(sender)
      throw new Error(`module not found: ${name}`)
    },
  })
  runInContext(readFileSync(PRELOAD, 'utf8'), sandbox, { filename: PRELOAD })
  return electron.exposed
}
