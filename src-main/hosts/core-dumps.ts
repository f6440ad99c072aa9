import { writeFileSync } from 'node:fs'

/**
 * Has Linux leave this process's memory out of a core dump, which others may keep for years: for a process that holds
 * keys. Elsewhere nothing can be said of it from within.
 */
export function keepMemoryOutOfCoreDumps(): void {
  if (process.platform !== 'linux') return
  try {
    // Which kinds of memory are written: none.
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // A kernel without core dumps, or a sandbox around the process: no reason to refuse a key.
  }
}
