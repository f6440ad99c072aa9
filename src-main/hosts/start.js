import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * The one file of the program that is no TypeScript: stripping types would cost each start an eighth of a second before
 * its first line runs.
 */

const PROJECT = resolve(import.meta.dirname, '../..')
const BUILT = join(PROJECT, 'out/main/start.js')
const args = process.argv.slice(2)

// Everything that is read from here on is compiled once and kept.
enableCompileCache(join(PROJECT, 'node_modules/.cache/tierwise'))

/** What was built, where it was built from the sources as they are; else the sources themselves, which build first. */
async function start() {
  if (existsSync(BUILT)) {
    const built = await import(pathToFileURL(BUILT).href)
    if (!built.isOutOfDate(PROJECT)) return built.start(PROJECT, args)
  }
  const { buildAndStart } = await import('./start/start.ts')
  return buildAndStart(PROJECT, args)
}

process.exitCode = await start()
