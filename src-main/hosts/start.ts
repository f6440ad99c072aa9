import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '../..')

// Everything that is read from here on is compiled once and kept.
enableCompileCache(join(PROJECT, 'node_modules/.cache/tierwise'))
const { start } = await import('./start/start.ts')
process.exitCode = await start(PROJECT, process.argv.slice(2))
