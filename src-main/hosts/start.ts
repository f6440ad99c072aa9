import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createApi } from '#main/api/router.ts'
import { build, isOutOfDate } from './start/build.ts'
import { findRuntime, runElectron, type Outcome } from './start/electron-runtime.ts'
import { openBrowser } from './start/open-browser.ts'
import { serveOnLoopback } from './web/server.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const USAGE = 'Usage: npm start -- [--web] [--port N] [--no-open]'

process.exitCode = await start(process.argv.slice(2))

/** Opens the application: in Electron's window, or in a browser where Electron cannot be had. */
async function start(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) return fail(USAGE, 2)
  if (isOutOfDate(PROJECT)) {
    say('Building Tierwise (only when its sources changed) …')
    const failure = build(PROJECT)
    if (failure !== undefined) return fail(`The build failed.\n${failure}`, 1)
  }
  if (options.web) return serve(options)

  const outcome = await openWindow()
  if (outcome.kind === 'ended') return outcome.code
  say(
    `Electron's window is not available here (${outcome.reason}), so Tierwise runs in your browser instead.`,
  )
  return serve(options)
}

async function openWindow(): Promise<Outcome> {
  const onSlow = () => say("Fetching Electron's runtime, this once …")
  const runtime = await findRuntime({ project: PROJECT, env: process.env, onSlow })
  if (runtime.ok) return runElectron(runtime.value, PROJECT)
  return { kind: 'failed', reason: runtime.problems.map(({ message }) => message).join(', ') }
}

interface Options {
  readonly web: boolean
  readonly open: boolean
  readonly port: number
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        web: { type: 'boolean', default: false },
        open: { type: 'boolean', default: !process.env.CI },
        port: { type: 'string', default: '0' },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    return { web: values.web, open: values.open, port }
  } catch {
    return undefined
  }
}

/** Serves until the person stops it. */
async function serve({ port, open }: Options): Promise<number> {
  const api = createApi({ host: 'web' })
  const host = await serveOnLoopback({ api, root: join(PROJECT, 'out/renderer'), port }).catch(
    (error: Error) => error,
  )
  if (host instanceof Error) return fail(`Cannot serve on port ${port}: ${host.message}`, 1)
  say(`Tierwise is at ${host.address}\nCtrl+C stops it.`)
  if (open) openBrowser(host.address, process.platform)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await host.close()
  return 0
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
