import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export interface StartedHost {
  /** Where a new page opens the application or the bare page; good once. */
  readonly invite: (page: 'app' | 'floor') => Promise<string>
  /** The processor time it has used so far, in milliseconds. */
  readonly cpuMs: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Starts `host.ts` on the two built pages, and on the store in a folder where one is given. */
export async function startedHost(app: string, floor: string, store?: string): Promise<StartedHost> {
  const given = store === undefined ? [] : [store]
  const host = fork(fileURLToPath(new URL('host.ts', import.meta.url)), [app, floor, ...given])
  const ended = once(host, 'exit')
  const answer = async (): Promise<unknown> => {
    const [message]: unknown[] = await once(host, 'message')
    return message
  }
  const ask = (what: string): Promise<unknown> => {
    const answered = answer()
    host.send(what)
    return answered
  }
  await answer()
  return {
    invite: async (page) => z.url().parse(await ask(page)),
    cpuMs: async () => z.number().parse(await ask('cpu')),
    close: async () => {
      host.disconnect()
      await ended
    },
  }
}
