import { crossing } from './json.ts'
import type { Job, Report } from './messages.ts'
import { ownWorker } from './own-worker.ts'

export interface ThreadOptions {
  /** The file it runs, which calls `serveRuns`. */
  readonly entry: string | URL
  /** Beyond so much heap it ends by itself, and only itself. */
  readonly memoryMb: number
  readonly onReport: (report: Report) => void
  /** It is gone: ended from outside, or by itself because of `why`. */
  readonly onEnd: (why: unknown) => void
}

export interface Thread {
  readonly give: (job: Job) => void
  /** Stops it whatever it is doing, and resolves when it is gone. */
  readonly end: () => Promise<void>
}

/** Starts a worker thread. One that cannot start ends at once and says why. */
export function startThread({ entry, memoryMb, onReport, onEnd }: ThreadOptions): Thread {
  const worker = ownWorker(entry, memoryMb)
  let why: unknown
  worker.on('message', onReport)
  worker.on('error', (error) => {
    why ??= error
  })
  worker.on('messageerror', (error) => {
    why ??= error
    void worker.terminate()
  })
  worker.once('exit', (code) => onEnd(why ?? new Error(`A worker thread ended by itself with ${code}.`)))
  return {
    give: ({ method, input }) => {
      const [message, transfer] = crossing(input)
      worker.postMessage({ method, input: message } satisfies Job, transfer)
    },
    end: async () => {
      await worker.terminate()
    },
  }
}
