import { dirname } from 'node:path'
import type { Api } from '#main/api/router.ts'
import { call } from './call.ts'

const MOST = 10

/** The files opened and saved last, as the settings keep them. */
export interface RecentFiles {
  /** Newest first. */
  readonly list: () => Promise<readonly string[]>
  /** Where dialogs start; undefined before the first file. */
  readonly folder: () => Promise<string | undefined>
  /** Also remembers its folder. */
  readonly remember: (file: string) => Promise<void>
  /** Remembers only the folder. */
  readonly visit: (file: string) => Promise<void>
  readonly forget: (file: string) => Promise<void>
}

/** A store that cannot say or keep them is no reason to refuse the file: there is just nothing recent then. */
export function recentFiles(api: Api): RecentFiles {
  const settings = async () => {
    const answer = await call(api, 'settings.get', {})
    return answer.ok ? answer.value : undefined
  }
  const list = async () => (await settings())?.recentFiles ?? []
  const others = async (file: string) => (await list()).filter((other) => other !== file)

  return {
    list,
    folder: async () => (await settings())?.lastFolder ?? undefined,
    remember: async (file) => {
      const files = [file, ...(await others(file))].slice(0, MOST)
      await call(api, 'settings.change', { recentFiles: files, lastFolder: dirname(file) })
    },
    visit: async (file) => {
      await call(api, 'settings.change', { lastFolder: dirname(file) })
    },
    forget: async (file) => {
      await call(api, 'settings.change', { recentFiles: await others(file) })
    },
  }
}
