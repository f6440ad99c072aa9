import type * as Files from 'node:fs'

/*
 * `node:fs` of which one call fails, for `vi.mock`. What SQLite itself writes does not pass through here.
 */

/** Which call fails, counted from the next; none unless a test says so. */
export const disk = { failsAt: Number.POSITIVE_INFINITY, calls: 0 }

export function failAt(call: number): void {
  disk.calls = 0
  disk.failsAt = call
}

export const failNever = (): void => failAt(Number.POSITIVE_INFINITY)

export function failingFiles(actual: typeof Files) {
  const failing =
    <Args extends readonly unknown[], T>(call: (...args: Args) => T) =>
    (...args: Args): T => {
      disk.calls++
      if (disk.calls === disk.failsAt) {
        throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'write' })
      }
      return call(...args)
    }
  return {
    ...actual,
    renameSync: failing(actual.renameSync),
    copyFileSync: failing(actual.copyFileSync),
    fsyncSync: failing(actual.fsyncSync),
    rmSync: failing(actual.rmSync),
  }
}
