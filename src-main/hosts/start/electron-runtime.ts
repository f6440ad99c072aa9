import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { passOn } from '../terminal.ts'
import { type DownloadFolder, makeDownloadFolder, removeLeftDownloads } from './download-folder.ts'

/** An Electron that could not start has given up by then; one that runs longer has a window. */
const STARTED_AFTER_MS = 10_000
const LAST_WORDS_MS = 500
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const
const DOWNLOAD_LIMIT_MS = 10 * 60_000
const SLOW_AFTER_MS = 3000

export interface RuntimeSearch {
  readonly project: string
  readonly env: NodeJS.ProcessEnv
  /** Called when the download takes long enough for a person to wonder. */
  readonly onSlow: () => void
}

/** Electron's executable, downloaded by its own installer when it is not there yet. */
export async function findRuntime({ project, env, onSlow }: RuntimeSearch): Promise<Result<string>> {
  removeLeftDownloads(project)
  const present = presentRuntime(project, env)
  if (present.ok || present.problems.some(({ code }) => code !== NOT_INSTALLED)) return present
  const folder = makeDownloadFolder(project)
  await install(homeOf(project), folder, env, onSlow)
  folder.remove()
  const installed = installedAt(homeOf(project))
  return installed ? succeed(installed) : unavailable('it could not be downloaded')
}

/** Electron's executable where it is there already and could show a window; nothing is downloaded. */
export function presentRuntime(project: string, env: NodeJS.ProcessEnv): Result<string> {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return unavailable('no display')
  const given = env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const path = join(given, executableName())
    return existsSync(path) ? succeed(path) : unavailable('ELECTRON_OVERRIDE_DIST_PATH holds no Electron')
  }
  const installed = installedAt(homeOf(project))
  return installed ? succeed(installed) : unavailable('it is not installed', NOT_INSTALLED)
}

const NOT_INSTALLED = 'electron.not_installed'
const homeOf = (project: string) => join(project, 'node_modules/electron')

/** How the window came to its end: with the exit code of a person closing it, or without having opened. */
export type Outcome =
  { readonly kind: 'ended'; readonly code: number } | { readonly kind: 'failed'; readonly reason: string }

/** Runs the application in Electron, with files to open, until it ends. */
export function runElectron(
  runtime: string,
  project: string,
  files: readonly string[] = [],
): Promise<Outcome> {
  const startedAt = performance.now()
  const child = spawn(runtime, [project, ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Terminals inside Electron apps hand this down; it would start a bare Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  })
  for (const said of [child.stdout, child.stderr]) said.setEncoding('utf8')
  void passOn(process.stdout, child.stdout)
  let complaints = ''
  child.stderr.on('data', (text: string) => (complaints += text))
  // A failing start is told in one line; what a running one has to say is passed on.
  const started = setTimeout(() => {
    void passOn(process.stderr, child.stderr.removeAllListeners('data'), complaints)
  }, STARTED_AFTER_MS)

  return new Promise((resolve) => {
    let toldToStop = false
    const forward = (signal: NodeJS.Signals) => {
      toldToStop = true
      child.kill(signal)
    }
    for (const signal of STOP_SIGNALS) process.once(signal, forward)
    const end = (outcome: Outcome) => {
      clearTimeout(started)
      for (const signal of STOP_SIGNALS) process.off(signal, forward)
      resolve(outcome)
    }
    child.once('error', (error) => end({ kind: 'failed', reason: error.message }))
    child.once('exit', (code, signal) => {
      const tooSoon = performance.now() - startedAt < STARTED_AFTER_MS
      const stopped = toldToStop || STOP_SIGNALS.some((stop) => stop === signal)
      if (code === 0 || stopped || !tooSoon) return end({ kind: 'ended', code: exitCode(code, signal) })
      const fail = () => {
        const ending = `it ended at once with ${signal ?? `code ${code}`}`
        end({ kind: 'failed', reason: [ending, ...firstLine(complaints)].join(': ') })
      }
      // Its last words may still be on their way; a process it left behind may hold the pipe open.
      const waited = setTimeout(fail, LAST_WORDS_MS)
      child.once('close', () => {
        clearTimeout(waited)
        fail()
      })
    })
  })
}

/** What a shell makes of an end by a signal: 128 and its number. */
function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? (signal ? 128 + constants.signals[signal] : 1)
}

const firstLine = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 1)

function installedAt(home: string): string | undefined {
  const note = join(home, 'path.txt')
  if (!existsSync(note)) return undefined
  const path = join(home, 'dist', readFileSync(note, 'utf8'))
  return existsSync(path) ? path : undefined
}

async function install(
  home: string,
  folder: DownloadFolder,
  env: NodeJS.ProcessEnv,
  onSlow: () => void,
): Promise<void> {
  const child = spawn(process.execPath, [join(home, 'install.js')], {
    env: { ...env, ...folder.env },
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  })
  folder.usedBy(child.pid)
  const slow = setTimeout(onSlow, SLOW_AFTER_MS)
  // Whether it worked shows in what it left behind.
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  clearTimeout(slow)
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

const unavailable = (message: string, code = 'electron.unavailable') => refuse({ code, message, path: '' })
