import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { serveResults } from '#main/runs/serve-results.ts'
import { decoded } from '#main/runs/json.ts'
import { Job } from '#shared/job-token.ts'
import { refuse, succeed } from '#shared/problem.ts'

/** What a call in a test does instead of looking into any result. */
export const Order = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), value: z.unknown() }),
  z.strictObject({ do: z.literal('refuse') }),
  /** Says that it has begun, and how far it is each time `turns` lets it, by the number that stands there; 10 is the end. */
  z.strictObject({
    do: z.literal('progress'),
    turns: z.custom<Int32Array>((given) => given instanceof Int32Array),
  }),
  /** Works until it is stopped, without a pause in which anyone is heard. */
  z.strictObject({ do: z.literal('spin') }),
  /** Answers what it was asked before, in order: a thread that took the place of another has none of it. */
  z.strictObject({ do: z.literal('remember'), word: z.string() }),
  /** Answers the usage events of a document, or why there are none. */
  z.strictObject({ do: z.literal('events'), document: z.string(), known: z.string().nullable() }),
  z.strictObject({ do: z.literal('throwInHandler') }),
  z.strictObject({ do: z.literal('throwOutside') }),
  z.strictObject({ do: z.literal('exit') }),
  z.strictObject({ do: z.literal('eatMemory') }),
])
export type Order = z.infer<typeof Order>

/** An order with what its asker knows it by. */
const Given = z.looseObject({ job: Job.optional() })

const never = () => new Promise<never>(() => undefined)

function eatMemory(): never {
  const eaten: number[][] = []
  for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => index + eaten.length))
}

/** Longer than the pace of progress. */
function pause(): void {
  const until = performance.now() + 110
  while (performance.now() < until);
}

function progressBy(turns: Int32Array, onProgress: (done: number, of: number) => void): void {
  for (let at = 0; at < 10;) {
    Atomics.wait(turns, 0, at)
    at = Atomics.load(turns, 0)
    pause()
    onProgress(at, 10)
  }
}

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveResults(parentPort, workerData, (keptEventsOf) => {
  const words: string[] = []
  return async (_method, input, onProgress) => {
    const { job: _job, ...rest } = Given.parse(input)
    const order = Order.parse(rest)
    switch (order.do) {
      case 'answer':
        return succeed(order.value)
      case 'refuse':
        return refuse({ code: 'test.refused', message: 'Refused.', path: 'field' })
      case 'progress':
        progressBy(order.turns, onProgress)
        return succeed('progressed')
      case 'spin':
        for (;;);
      case 'remember':
        words.push(order.word)
        return succeed(words)
      case 'events':
        return decoded(await keptEventsOf(order.document, order.known))
      case 'throwInHandler':
        throw new Error('in the handler')
      case 'throwOutside':
        setImmediate(() => {
          throw new Error('outside the handler')
        })
        return never()
      case 'exit':
        return process.exit(3)
      case 'eatMemory':
        return eatMemory()
    }
  }
})
