import { appendFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { serveKeeper } from '#main/runs/serve-keeper.ts'
import { refuse, succeed } from '#shared/problem.ts'

/*
 * A keeper that keeps nothing and does as it is told: each call names what to do. What it did is written, line by line,
 * into a file in its folder.
 */

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')

serveKeeper(parentPort, workerData, ({ place: { folder }, events, note, onMigrating }) => {
  if (folder === '/in/use') return refuse({ code: 'store.in_use', message: 'In use.', path: '' })
  const write = (line: string) => appendFileSync(join(folder, 'done.txt'), `${line}\n`)
  if (basename(folder) === 'of-an-older-version') {
    let pieces = 0
    // Never done, and never a moment free.
    while (onMigrating(pieces, pieces + 1)) pieces += 1
    write(`${pieces} pieces`)
    return refuse({ code: 'store.migration_cancelled', message: 'Called off.', path: '' })
  }
  const acts: Readonly<Record<string, (input: unknown) => void>> = {
    wait: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200),
    tell: () => events.emit({ kind: 'store' }),
    note: () => note('Something for the log', new Error('a defect')),
    break: () => {
      throw new Error('broken down')
    },
    fill: () => {
      const held: string[] = []
      for (;;) held.push(`${held.length}`.repeat(1000))
    },
  }
  write('open')
  return succeed({
    ask: (method, input) => {
      acts[method]?.(input)
      write(method)
      return Promise.resolve(
        method === 'refuse' ? refuse({ code: 'x', message: 'No.', path: '' }) : succeed({ method, input }),
      )
    },
    close: () => write('close'),
  })
})
