import { ENGINE_VERSION } from '#main/engine/index.ts'
import { succeed } from '#shared/problem.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { AreaHandlers } from './handlers.ts'

const RUNTIMES = ['node', 'sqlite', 'electron', 'chrome']

/** What is running, and on what. */
export const app = (host: string, hasDialogs: boolean): AreaHandlers<'app'> => ({
  'app.info': () =>
    succeed({
      version: packageJson.version,
      engineVersion: ENGINE_VERSION,
      host,
      hasDialogs,
      runtime: runtime(process.versions),
    }),
})

const runtime = (versions: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    RUNTIMES.flatMap((name) => (versions[name] === undefined ? [] : [[name, versions[name]]])),
  )
