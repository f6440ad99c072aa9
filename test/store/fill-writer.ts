import { writeSync } from 'node:fs'
import { openStore } from '#main/store/index.ts'

/*
 * Makes documents until the system gives it no more room, says each that was accepted, then what it was refused with
 * and how many it can still read. Started by `full-disk.test.ts` under a limit.
 */

const [folder = ''] = process.argv.slice(2)
const opened = openStore({ folder })
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
const { library } = opened.value
const content = { notes: 'x'.repeat(5000), scenarios: [], datasets: [] }

for (let number = 1; ; number++) {
  const made = library.create({ name: `Acme ${number}`, document: { kind: 'company', content } })
  if (made.ok) {
    writeSync(1, `${number}\n`)
    continue
  }
  const listed = library.list({ kind: 'company', deleted: false, search: '', limit: 1000, offset: 0 })
  writeSync(1, `${made.problems[0]?.code} ${listed.ok ? listed.value.length : 'none'}\n`)
  break
}
