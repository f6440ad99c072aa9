import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeHeapSnapshot } from 'node:v8'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'

/*
 * A process that is given a key and writes down all that its heap holds, and which of its memory a core dump would. On the
 * command line, which it keeps, the key stands disguised.
 */

const FILTER = '/proc/self/coredump_filter'

const [, , folder = '', disguised = ''] = process.argv
const log = openLog(folder)
const secrets = sessionSecrets('This is a test.', log)
const undisguised = Buffer.from(disguised, 'hex').map((byte) => byte ^ 0x55)
await secrets.set('connection', Buffer.from(undisguised).toString('latin1'))
await secrets.use('connection', async (key) => log.note(`It has ${String(key.length)} letters`))
writeHeapSnapshot(join(folder, 'heap'))
if (existsSync(FILTER)) writeFileSync(join(folder, 'core-dump-filter'), readFileSync(FILTER))
