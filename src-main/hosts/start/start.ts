import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, isOutOfDate } from './build.ts'
import { complain, say, sayInPlace } from '../terminal.ts'
import type { Outcome } from './electron-runtime.ts'
import { readOptions, type StartOptions, USAGE } from './options.ts'
import type * as Server from './serve.ts'

export { isOutOfDate } from './build.ts'

/** Makes the bundles, where they are not of the sources as they are, and opens the application. */
export async function buildAndStart(project: string, args: readonly string[]): Promise<number> {
  const options = readOptions(args, process.env)
  if (!options) return fail(USAGE, 2)
  if (isOutOfDate(project)) {
    say('Building Tierwise (only when its sources changed) …')
    const failure = build(project)
    if (failure !== undefined) return fail(`The build failed.\n${failure}`, 1)
  }
  return open(project, options)
}

/** Opens the application from its bundles: in Electron's window, or in a browser where Electron cannot be had. */
export async function start(project: string, args: readonly string[]): Promise<number> {
  const options = readOptions(args, process.env)
  return options ? open(project, options) : fail(USAGE, 2)
}

async function open(project: string, options: StartOptions): Promise<number> {
  const serveHere = async () => {
    const out = join(project, 'out')
    const { serve } = await builtServer(out)
    return serve({ ...options, out, say, sayInPlace, complain })
  }
  if (options.web) return serveHere()

  const outcome = await openWindow(project, options.files)
  if (outcome.kind === 'ended') return outcome.code
  say(
    `Electron's window is not available here (${outcome.reason}), so Tierwise runs in your browser instead.`,
  )
  return serveHere()
}

/** The loopback host as it was built, which starts in a fraction of the time its sources take. */
function builtServer(out: string): Promise<typeof Server> {
  return import(pathToFileURL(join(out, 'main/serve.js')).href)
}

async function openWindow(project: string, files: readonly string[]): Promise<Outcome> {
  const { findRuntime, runElectron } = await import('./electron-runtime.ts')
  const onSlow = () => say("Fetching Electron's runtime, this once …")
  const runtime = await findRuntime({ project, env: process.env, onSlow })
  if (runtime.ok) return runElectron(runtime.value, project, files)
  return { kind: 'failed', reason: runtime.problems.map(({ message }) => message).join(', ') }
}

function fail(text: string, code: number): number {
  complain(text)
  return code
}
