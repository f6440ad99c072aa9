import { type FilePages, PAGE_BYTES } from './file-pages.ts'

/* https://www.sqlite.org/fileformat2.html#the_freelist */
const FIRST = 32
const COUNT = 36
const ENTRIES = 8

/**
 * The pages that hold nothing any more, though what they held may still lie there. Where the first page says another
 * number of them than there are, one bit of what it says may be damaged; null where the list cannot be read so either.
 */
export function freePages(pages: FilePages): ReadonlySet<number> | null {
  const header = pages.read(1)
  const [first, count] = [header.readUInt32BE(FIRST), header.readUInt32BE(COUNT)]
  const lists = [first, ...bits.map((bit) => (first ^ bit) >>> 0)].map((page) => listFrom(pages, page))
  const asMany = lists.find((list) => list?.size === count)
  if (asMany) return asMany
  const [list = null] = lists
  return list && bits.includes(list.size ^ count) ? list : null
}

const bits: readonly number[] = Array.from({ length: 32 }, (_, place) => 1 << place)

/** The pages that are listed from one on, with the pages of the list; null where it leads nowhere. */
function listFrom(pages: FilePages, first: number): ReadonlySet<number> | null {
  const free = new Set<number>()
  for (let trunk = first; trunk !== 0;) {
    if (trunk > pages.count) return null
    const page = pages.read(trunk)
    const entries = page.readUInt32BE(4)
    if (entries > (PAGE_BYTES - ENTRIES) / 4) return null
    const size = free.size
    free.add(trunk)
    for (let entry = 0; entry < entries; entry++) free.add(page.readUInt32BE(ENTRIES + 4 * entry))
    if (free.size !== size + 1 + entries) return null
    trunk = page.readUInt32BE(0)
  }
  return free
}
