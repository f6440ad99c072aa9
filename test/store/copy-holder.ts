import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '#main/store/temporary-copy.ts'

/* A process that holds a copy of documents among the temporary files, says where, and lives until it is killed. */

const made = makeTemporaryFolder()
if (!made.ok) throw new Error(JSON.stringify(made.problems))
const { path } = made.value
writeFileSync(join(path, 'tierwise.db'), 'documents')
process.stdout.write(`${path}\n`)
setInterval(() => undefined, 60_000)
