import { ENGINE_VERSION } from '#main/engine/index.ts'
import { succeed } from '#shared/problem.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { AreaHandlers } from './handlers.ts'

/** What is running. */
export const app = (host: string): AreaHandlers<'app'> => ({
  'app.info': () => succeed({ version: packageJson.version, engineVersion: ENGINE_VERSION, host }),
})
