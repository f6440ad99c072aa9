import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openStore } from '#main/store/index.ts'

/*
 * Edits one document for as long as it lives, and says each edit that was accepted on a line of its own. Started by
 * `kill.test.ts`, which kills it.
 */

// Node would keep what it compiled when it ends; this process never does.
flushCompileCache()

const [folder = '', id = ''] = process.argv.slice(2)
const opened = openStore({ folder })
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
const { library } = opened.value

for (;;) {
  const before = library.get(id)
  if (!before.ok) throw new Error(JSON.stringify(before.problems))
  const base = before.value.revision
  const notes = `${base + 1} ${'x'.repeat((base * 37) % 3000)}`
  const content = { notes, scenarios: [], datasets: [] }
  const edited = library.edit({ id, base, label: `Edit ${base + 1}`, document: { kind: 'company', content } })
  if (!edited.ok) throw new Error(JSON.stringify(edited.problems))
  // Written at once: nothing acknowledged may wait in a buffer of this process.
  writeSync(1, `${edited.value.revision}\n`)
}
