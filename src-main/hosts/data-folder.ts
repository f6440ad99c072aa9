import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly home: string
}

export const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: homedir() })

/**
 * Where documents are kept, in Electron and in the browser alike, so that both show the same: `TIERWISE_DATA` where it
 * is set, else where the platform keeps a person's application data.
 */
export const dataFolder = (surroundings: Surroundings = here()): string =>
  surroundings.env.TIERWISE_DATA ? resolve(surroundings.env.TIERWISE_DATA) : ownFolder(surroundings)

/** Whether a folder is Tierwise's own by its place, and none that a person named. */
export const isOwnFolder = (folder: string, surroundings: Surroundings = here()): boolean =>
  folder === ownFolder(surroundings)

function ownFolder({ env, platform, home }: Surroundings): string {
  if (platform === 'win32') return win32.join(env.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), NAME)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', NAME)
  // The specification takes a relative path for none.
  const given = env.XDG_DATA_HOME
  return posix.join(
    given && posix.isAbsolute(given) ? given : posix.join(home, '.local', 'share'),
    'tierwise',
  )
}

const NAME = 'Tierwise'
