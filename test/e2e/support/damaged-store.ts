import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '#main/store/index.ts'
import { scenarioUsing, valueOf } from '../../store/support.ts'

/** Leaves in a folder a scenario, and a backup with it. */
export function leaveStore(folder: string): void {
  const store = valueOf(openStore({ folder }))
  valueOf(store.library.create({ name: 'Agents in May', document: scenarioUsing('480000') }))
  valueOf(store.backup())
  store.close()
}

/** The same, and something else has written over the file since. */
export function leaveDamagedStore(folder: string): void {
  leaveStore(folder)
  writeFileSync(join(folder, 'tierwise.db'), 'Not a database any more. '.repeat(400))
}
