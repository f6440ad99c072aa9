import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { diskProblem } from './disk-problem.ts'
import { readAt } from './file-bytes.ts'
import { FRAME_HEADER_BYTES } from './log-format.ts'
import { framesIn } from './log-frames.ts'
import { framesOfPages } from './log-pages.ts'
import { logOf } from './set-aside.ts'

/** Of every store of ours: SQLite's own choice, which is never changed. */
export const PAGE_BYTES = 4096

/** The pages of a database as its bytes are, whatever SQLite would say of them; they are only read. */
export interface FilePages {
  /** They are numbered from 1 to this. */
  readonly count: number
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
  const inLog = frames?.pageBytes === PAGE_BYTES ? framesOfPages(frames) : new Map<number, number>()
  const inFile = main === null ? 0 : Math.ceil(fstatSync(main).size / PAGE_BYTES)
  return {
    count: [...inLog.keys()].reduce((most, page) => Math.max(most, page), inFile),
    read: (page) => {
      const frame = inLog.get(page)
      try {
        if (frames && frame !== undefined) return frames.read(frame).subarray(FRAME_HEADER_BYTES)
        return main === null ? Buffer.alloc(PAGE_BYTES) : readAt(main, (page - 1) * PAGE_BYTES, PAGE_BYTES)
      } catch (error) {
        if (diskProblem(error)) return Buffer.alloc(PAGE_BYTES)
        throw error
      }
    },
  }
}
