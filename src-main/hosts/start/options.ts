import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isBundleFile } from '../is-bundle-file.ts'

export const USAGE = 'Usage: npm start -- [FILE.tierwise …] [--web] [--port N] [--no-open] [--idle MINUTES]'

export interface StartOptions {
  readonly web: boolean
  /** Whether to open a browser. */
  readonly open: boolean
  readonly port: number
  /** After how many minutes without a page the browser's host stops; 0: never. */
  readonly idleMinutes: number
  /** Scenarios' files to open, whole paths. */
  readonly files: readonly string[]
}

const MOST_MINUTES = 24 * 60

/** Undefined where the arguments make no sense. Files are named from the folder the person is in. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions | undefined {
  const parsed = parse(args, env)
  if (!parsed) return undefined
  const { values, positionals } = parsed
  const port = wholeNumber(values.port, 65_535)
  const idleMinutes = wholeNumber(values.idle, MOST_MINUTES)
  if (port === undefined || idleMinutes === undefined || !positionals.every(isBundleFile)) return undefined
  const files = positionals.map((file) => resolve(env.INIT_CWD ?? '', file))
  return { web: values.web, open: values.open, port, idleMinutes, files }
}

function parse(args: readonly string[], env: NodeJS.ProcessEnv) {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      allowPositionals: true,
      options: {
        web: { type: 'boolean', default: false },
        open: { type: 'boolean', default: !env.CI },
        port: { type: 'string', default: '0' },
        idle: { type: 'string', default: '30' },
      },
    })
  } catch {
    return undefined
  }
}

function wholeNumber(text: string, most: number): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined
  const number = Number(text)
  return number <= most ? number : undefined
}
