import { z } from 'zod'
import { refuse, type Problem, type Result } from '#shared/problem.ts'

/** SQLite's primary result codes that are no defect of ours: https://www.sqlite.org/rescode.html */
const SQLITE = {
  permission: 3,
  busy: 5,
  locked: 6,
  noMemory: 7,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  noDatabase: 26,
}

const problem = (code: string, message: string): Problem => ({ code, message, path: '' })

const full = problem('store.full', 'The disk is full. Nothing was changed; free some space and try again.')
export const READ_ONLY = problem(
  'store.read_only',
  'Tierwise may not write where your documents are kept, so they can be read but not changed.',
)
export const NOTHING_TO_READ = problem(
  'store.read_only',
  'Tierwise may not write where your documents are to be kept, and there are none to read yet. Give your account the right to write there, and start Tierwise again.',
)
export const UNREADABLE = problem(
  'store.unreadable',
  'Tierwise may not write where your documents are kept and could not read them either. Nothing was changed; give your account the right to read and write there, and start Tierwise again.',
)
const corrupt = problem(
  'store.corrupt',
  'The file of your documents is damaged. Nothing was changed; restore a backup in the settings.',
)
const inUse = problem(
  'store.in_use',
  'Tierwise is already running with these documents. Use its window, or stop it there first.',
)
const closed = problem('store.closed', 'Your documents are closed. Start Tierwise again to work on them.')
const failed = problem('store.failed', 'The disk did not do what Tierwise asked of it. Nothing was changed.')

/** With the system's name for it, by which somebody may find out why. */
const failedWith = (code: string): Problem => ({
  ...failed,
  message: failed.message.replace('.', ` (${code}).`),
})

/** What the machine refuses, whatever is in the file. */
const OF_MACHINE: ReadonlyMap<number, Problem> = new Map([
  [SQLITE.permission, READ_ONLY],
  [SQLITE.busy, inUse],
  [SQLITE.locked, inUse],
  [SQLITE.noMemory, failed],
  [SQLITE.readOnly, READ_ONLY],
  [SQLITE.io, failed],
  [SQLITE.full, full],
  [SQLITE.cannotOpen, failed],
])

const OF_SQLITE: ReadonlyMap<number, Problem> = new Map([
  ...OF_MACHINE,
  [SQLITE.corrupt, corrupt],
  // Rows that the store did not write like this stand in the way.
  [SQLITE.constraint, corrupt],
  [SQLITE.noDatabase, corrupt],
])

const OF_SYSTEM: ReadonlyMap<string, Problem> = new Map([
  // What Node says of a database that was closed.
  ['ERR_INVALID_STATE', closed],
  // And of a whole number larger than any that the store writes.
  ['ERR_OUT_OF_RANGE', corrupt],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EACCES', READ_ONLY],
  ['EPERM', READ_ONLY],
  ['EROFS', READ_ONLY],
])

/**
 * What a disk or SQLite refused, in words; undefined for anything else, which is a defect. A row that is not as the
 * store writes it is damage too: nothing else is read with a schema that throws.
 */
export function diskProblem(error: unknown): Problem | undefined {
  if (error instanceof z.ZodError) return corrupt
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = codeOfSqlite(error)
  if (code !== undefined) return OF_SQLITE.get(code)
  if (typeof error.code !== 'string') return undefined
  return OF_SYSTEM.get(error.code) ?? (isOfSystem(error, error.code) ? failedWith(error.code) : undefined)
}

/** A folder can be in a file's place, a link lead round in a circle: what may go wrong with a path has no end. */
const isOfSystem = (error: Error, code: string): boolean => 'syscall' in error || code.startsWith('ERR_FS_')

/** The answer of work that touches the disk; what the disk refuses is a problem, and a defect stays one. */
export function guarded<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    const known = diskProblem(error)
    if (!known) throw error
    return refuse(known)
  }
}

/** The primary code, without what makes it more exact; undefined where it was not SQLite that refused. */
const codeOfSqlite = (error: Error): number | undefined =>
  'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined

/**
 * Whether a look into a file failed at what is in it. Then SQLite may say anything, as that there is no such table or
 * that its format is of the future; of our own statements the same would be a defect.
 */
export function isOfContent(error: unknown): boolean {
  const code = error instanceof Error ? codeOfSqlite(error) : undefined
  return code === undefined ? diskProblem(error)?.code === corrupt.code : !OF_MACHINE.has(code)
}

export const saysCorrupt = (result: Result<unknown>): boolean =>
  !result.ok && result.problems.some(({ code }) => code === corrupt.code)
