import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { serveRuns } from '#main/runs/serve-runs.ts'
import { refuse, succeed } from '#shared/problem.ts'

/** What a run in a test does instead of billing anything. */
export const Order = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), value: z.unknown() }),
  z.strictObject({ do: z.literal('refuse') }),
  /** Says how far it is after each part, which takes longer than the pace of progress, then answers. */
  z.strictObject({ do: z.literal('progress'), parts: z.array(z.number()) }),
  /** Works until it is stopped, as a long calculation would: without a pause in which anyone is heard. */
  z.strictObject({ do: z.literal('spin') }),
  /** Answers when `turns` says so. */
  z.strictObject({
    do: z.literal('wait'),
    turns: z.custom<Int32Array>((given) => given instanceof Int32Array),
  }),
  z.strictObject({ do: z.literal('throwInHandler') }),
  z.strictObject({ do: z.literal('throwOutside') }),
  z.strictObject({ do: z.literal('reject') }),
  z.strictObject({ do: z.literal('exit') }),
  z.strictObject({ do: z.literal('eatMemory') }),
  z.strictObject({ do: z.literal('answerWithFunction') }),
  /** Answers a text of so many characters. */
  z.strictObject({ do: z.literal('answerAtLength'), characters: z.int() }),
])
export type Order = z.infer<typeof Order>

const never = () => new Promise<never>(() => undefined)

function spin(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

function eatMemory(): never {
  const eaten: number[][] = []
  for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => index + eaten.length))
}

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveRuns(parentPort, (_method, input, onProgress) => {
  const order = Order.parse(input)
  switch (order.do) {
    case 'answer':
      return succeed(order.value)
    case 'refuse':
      return refuse({ code: 'test.refused', message: 'Refused.', path: 'field' })
    case 'progress':
      for (const part of order.parts) {
        spin(110)
        onProgress(part, 10)
      }
      return succeed('progressed')
    case 'spin':
      for (;;);
    case 'wait':
      Atomics.wait(order.turns, 0, 0)
      return succeed('waited')
    case 'throwInHandler':
      throw new Error('in the handler')
    case 'throwOutside':
      setImmediate(() => {
        throw new Error('outside the handler')
      })
      return never()
    case 'reject':
      void Promise.reject(new Error('nobody looked'))
      return never()
    case 'exit':
      process.exit(3)
      break
    case 'eatMemory':
      return eatMemory()
    case 'answerAtLength':
      return succeed('x'.repeat(order.characters))
    case 'answerWithFunction':
      return succeed(() => 'cannot leave the thread')
  }
})
