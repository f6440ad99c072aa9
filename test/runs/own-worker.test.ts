import { expect, it } from 'vitest'
import { ownWorker } from '#main/runs/own-worker.ts'

const MEMORY_MB = 64

/** With nothing done against it, one end in about three takes the whole process with it. */
const TIMES = 4

const fills: Readonly<Record<string, string>> = {
  'texts, one by one': 'const held = []; for (;;) held.push(String(held.length).repeat(1000))',
  'objects, one by one': 'const held = []; for (;;) held.push({ at: held.length, of: [held.length] })',
  'lists that are read from a text': `
    const text = '[' + '[0,0,0,0,0,0,0,0,0,0],'.repeat(100_000) + '0]'
    const held = []
    for (;;) held.push(JSON.parse(text))`,
}

it.each(Object.entries(fills))(
  'ends a thread that fills its memory with %s, and nothing else',
  async (_, fill) => {
    for (let time = 0; time < TIMES; time++) expect(await endOf(fill)).toBe('ERR_WORKER_OUT_OF_MEMORY')
  },
)

function endOf(code: string): Promise<unknown> {
  const worker = ownWorker(script(code), MEMORY_MB)
  return new Promise((resolve) => {
    worker.once('error', (error) => {
      resolve('code' in error ? error.code : error)
    })
  })
}

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
