import { dirname } from 'node:path'
import type { AskKept } from '#main/api/services.ts'
import { decoded } from '#main/runs/json.ts'
import { Settings } from '#shared/store.ts'

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
export function recentFiles(kept: AskKept): RecentFiles {
  const settings = async () => {
    const answer = decoded(await kept('settings.get', {}))
    return answer.ok ? Settings.parse(answer.value) : undefined
  }
  const change = async (changed: Partial<Settings>) => void (await kept('own.changeSettings', changed))
  const list = async () => (await settings())?.recentFiles ?? []
  const others = async (file: string) => (await list()).filter((other) => other !== file)

  // Each change is made of what the one before it left, and a store answers only after a while.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  return {
    list,
    folder: async () => (await settings())?.lastFolder ?? undefined,
    remember: (file) =>
      inTurn(async () => {
        const files = [file, ...(await others(file))].slice(0, MOST)
        await change({ recentFiles: files, lastFolder: dirname(file) })
      }),
    visit: (file) => inTurn(() => change({ lastFolder: dirname(file) })),
    forget: (file) => inTurn(async () => change({ recentFiles: await others(file) })),
  }
}
