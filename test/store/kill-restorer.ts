import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openStore } from '#main/store/index.ts'

/*
 * Restores one backup and then the other for as long as it lives, and says each that was restored on a line of its
 * own. Started by `kill-restore.test.ts`, which kills it.
 */

// Node would keep what it compiled when it ends; this process never does.
flushCompileCache()

const [folder = '', ...backups] = process.argv.slice(2)
const opened = openStore({ folder })
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))

for (;;) {
  for (const backup of backups) {
    const restored = opened.value.restore(backup)
    if (!restored.ok) throw new Error(JSON.stringify(restored.problems))
    writeSync(1, `${backup}\n`)
  }
}
