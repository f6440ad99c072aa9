import { ownWorker } from './own-worker.ts'

export interface ThreadOptions<Report> {
  /** The file it runs, which answers through its port. */
  readonly entry: string | URL
  /** Beyond so much heap it ends by itself, and only itself. */
  readonly memoryMb: number
  /** What it is started with. */
  readonly data?: unknown
  readonly onReport: (report: Report) => void
  /** It is gone: ended from outside, or by itself; `why` is undefined where nothing was thrown. */
  readonly onEnd: (why: unknown) => void
}

export interface Thread<Message> {
  /** What is in `transfer` changes hands. */
  readonly give: (message: Message, transfer?: ArrayBuffer[]) => void
  /** Stops it whatever it is doing, and resolves when it is gone. */
  readonly end: () => Promise<void>
}

/** Starts a worker thread. One that cannot start ends at once and says why. */
export function startThread<Message, Report>({
  entry,
  memoryMb,
  data,
  onReport,
  onEnd,
}: ThreadOptions<Report>): Thread<Message> {
  const worker = ownWorker(entry, memoryMb, data)
  let why: unknown
  worker.on('message', onReport)
  worker.on('error', (error) => {
    why ??= error
  })
  worker.on('messageerror', (error) => {
    why ??= error
    void worker.terminate()
  })
  worker.once('exit', () => onEnd(why))
  return {
    give: (message, transfer) => worker.postMessage(message, transfer),
    end: async () => {
      await worker.terminate()
    },
  }
}
