import { accountRows } from './account.ts'
import { callRows } from './calls.ts'
import { cancelRows } from './cancel.ts'
import { dragRows } from './drag.ts'
import { editRows } from './edits.ts'
import { eventRows } from './events.ts'
import { largestFileRows } from './largest-file.ts'
import { leanRows } from './lean.ts'
import { tableOf } from './row.ts'
import { startRows } from './start.ts'

/*
 * `npm run bench` prints every figure the product promises beside its target; `--json` prints them as one JSON
 * value. Medians of this machine, one core unless a row says otherwise: figures to look at, never a test.
 */

const rows = [
  ...leanRows(),
  ...(await callRows()),
  ...eventRows(),
  ...(await editRows()),
  ...(await cancelRows()),
  ...(await largestFileRows()),
  ...(await accountRows()),
  ...dragRows(),
  ...startRows(),
]
const asJson = process.argv.includes('--json')
process.stdout.write(`${asJson ? JSON.stringify({ node: process.version, rows }, null, 2) : tableOf(rows)}\n`)
