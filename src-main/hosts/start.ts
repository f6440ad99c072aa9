import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, isOutOfDate } from './start/build.ts'
import { findRuntime, runElectron, type Outcome } from './start/electron-runtime.ts'
import { readOptions, USAGE } from './start/options.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const OUT = join(PROJECT, 'out')

process.exitCode = await start(process.argv.slice(2))

/** Opens the application: in Electron's window, or in a browser where Electron cannot be had. */
async function start(args: readonly string[]): Promise<number> {
  const options = readOptions(args, process.env)
  if (!options) return fail(USAGE, 2)
  if (isOutOfDate(PROJECT)) {
    say('Building Tierwise (only when its sources changed) …')
    const failure = build(PROJECT)
    if (failure !== undefined) return fail(`The build failed.\n${failure}`, 1)
  }
  const serveHere = async () => {
    const { serve } = await builtServer()
    return serve({ ...options, out: OUT, say, complain })
  }
  if (options.web) return serveHere()

  const outcome = await openWindow(options.files)
  if (outcome.kind === 'ended') return outcome.code
  say(
    `Electron's window is not available here (${outcome.reason}), so Tierwise runs in your browser instead.`,
  )
  return serveHere()
}

/** The loopback host as it was built, which starts in a fraction of the time its sources take. */
async function builtServer(): Promise<typeof import('./start/serve.ts')> {
  enableCompileCache(join(PROJECT, 'node_modules/.cache/tierwise'))
  return import(pathToFileURL(join(OUT, 'main/serve.js')).href)
}

async function openWindow(files: readonly string[]): Promise<Outcome> {
  const onSlow = () => say("Fetching Electron's runtime, this once …")
  const runtime = await findRuntime({ project: PROJECT, env: process.env, onSlow })
  if (runtime.ok) return runElectron(runtime.value, PROJECT, files)
  return { kind: 'failed', reason: runtime.problems.map(({ message }) => message).join(', ') }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}

function fail(text: string, code: number): number {
  complain(text)
  return code
}
