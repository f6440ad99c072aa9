import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65_534

/** Runs work as a user who may read what is in the folder and change nothing, as on a read-only share. */
export function asReader<T>(folder: string, work: () => T): T {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o555)
  chmodSync(folder, 0o555)
  try {
    return asNobody(work)
  } finally {
    chmodSync(folder, 0o755)
  }
}

/** Permissions do not bind root. */
export function asNobody<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
