import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { workerIn } from './kill-work.ts'

/*
 * Works from a step on for as long as it lives, and says each that was taken on a line of its own. Started by
 * `kill.test.ts`, which kills it.
 */

// Node would keep what it compiled when it ends; this process never does.
flushCompileCache()

const [folder = '', first = ''] = process.argv.slice(2)
const worker = workerIn(folder)

for (let step = Number(first); ; step++) {
  const done = worker.take(step)
  // Written at once: nothing acknowledged may wait in a buffer of this process.
  writeSync(1, `${step} ${done ?? '-'}\n`)
}
