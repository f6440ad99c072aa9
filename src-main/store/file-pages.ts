import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { diskProblem } from './disk-problem.ts'
import { readAt } from './file-bytes.ts'
import { framesIn } from './log-frames.ts'
import { type LogPages, pagesInLog } from './log-pages.ts'
import { logOf } from './set-aside.ts'

/** Of every store of ours: SQLite's own choice, which is never changed. */
export const PAGE_BYTES = 4096

/** The pages of a database as its bytes are, whatever SQLite would say of them; they are only read. */
export interface FilePages {
  /** They are numbered from 1 to this, with those of the log last that are in doubt beside a whole one. */
  readonly count: number
  /** Whether it is from a damaged frame of the log, so that nothing vouches for what it says of itself. */
  readonly isInDoubt: (page: number) => boolean
  /** As the log has it, else the file. Zeros where there is none, or where the disk cannot read it. */
  readonly read: (page: number) => Buffer
}

/** Lends the pages of a file, and of the log beside it, to some work. Throws where a file cannot be opened. */
export function withPagesOf<T>(file: string, work: (pages: FilePages) => T): T {
  const handles = [file, logOf(file)].map((path) => (existsSync(path) ? openSync(path, 'r') : null))
  try {
    const [main = null, log = null] = handles
    return work(pagesIn(main, log))
  } finally {
    for (const handle of handles) if (handle !== null) closeSync(handle)
  }
}

function pagesIn(main: number | null, log: number | null): FilePages {
  const frames = log === null ? null : framesIn(log)
  const { placed, inDoubt } = frames?.pageBytes === PAGE_BYTES ? pagesInLog(frames) : NO_LOG
  const inFile = main === null ? 0 : Math.ceil(fstatSync(main).size / PAGE_BYTES)
  const last = [...placed.keys()].reduce((most, page) => Math.max(most, page), inFile)
  const inLog = new Map(placed)
  const uncounted = new Set<number>()
  let count = last
  for (const [page, read] of inDoubt) {
    const isFree = page > inFile && page <= last && !placed.has(page)
    const number = isFree ? page : ++count
    inLog.set(number, read)
    uncounted.add(number)
  }
  const readMain = (page: number): Buffer =>
    main === null ? Buffer.alloc(PAGE_BYTES) : readAt(main, (page - 1) * PAGE_BYTES, PAGE_BYTES)
  return {
    count,
    isInDoubt: (page) => uncounted.has(page),
    read: (page) => {
      try {
        return inLog.get(page)?.() ?? readMain(page)
      } catch (error) {
        if (diskProblem(error)) return Buffer.alloc(PAGE_BYTES)
        throw error
      }
    },
  }
}

const NO_LOG: LogPages = { placed: new Map(), inDoubt: new Map() }
