import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const OUTPUTS = [
  'out/main/index.js',
  'out/main/keeper.js',
  'out/main/results.js',
  'out/main/serve.js',
  'out/main/start.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const SOURCES = ['src-main', 'src-renderer', 'shared', 'electron.vite.config.ts', 'package.json']

/** Whether a bundle is missing, or a source changed since the bundles were made. */
export function isOutOfDate(project: string): boolean {
  const outputs = OUTPUTS.map((path) => join(project, path))
  if (!outputs.every((path) => existsSync(path))) return true
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs))
  return SOURCES.some((path) => newest(join(project, path)) > oldest)
}

/** Makes the bundles; what the build had to say, when it failed. */
export function build(project: string): string | undefined {
  const command = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command, 'build'], {
    cwd: project,
    encoding: 'utf8',
  })
  if (status === 0) return undefined
  return error?.message ?? `${stdout}\n${stderr}`.trim()
}

/** When the youngest file at or below a path was changed; folders count, so that a removed file is noticed. */
function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = readdirSync(path, { withFileTypes: true }).map((entry) => newest(join(path, entry.name)))
  return Math.max(own.mtimeMs, ...below)
}
