import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { posix, join, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Surroundings } from '../data-folder.ts'
import { TICKET_MS } from '../web/tickets.ts'

/*
 * A browser is started with an address among its arguments, which every user of the machine can read in the list of
 * processes. So it is started with the name of a file that only this user can read, and the ticket is in the file: a page
 * that goes on to the application at once. To ask whoever comes for a code that the terminal shows would need no file,
 * but something to type at every start; and which user a connection is from, which `peer-user.ts` asks, few systems tell.
 */

export interface EntryPages {
  /**
   * Writes a page that leads to an address that is good once: its own address, null where none can be written, or all
   * were taken away.
   */
  readonly write: (once: string) => Promise<string | null>
  /** Takes the page of an address away, now that it was used. */
  readonly used: (once: string) => Promise<void>
  /** Takes all of them away, those too that are being written; there will be no other. */
  readonly close: () => Promise<void>
}

const FOLDER = 'tierwise-entry-'
const PAGE = 'open.html'

/** Pages in folders of their own below this one, each for as long as its ticket is good. */
export function entryPages(below: string): EntryPages {
  const folders = new Map<string, string>()
  const used = async (once: string) => {
    const folder = folders.get(once)
    folders.delete(once)
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false
  // What is late is in nobody's way.
  void removeLeft(below)

  const write = async (once: string): Promise<string | null> => {
    try {
      await mkdir(below, { recursive: true, mode: 0o700 })
      // For its owner alone, under a name that nobody could have taken before.
      const folder = await mkdtemp(join(below, FOLDER))
      folders.set(once, folder)
      setTimeout(() => void used(once), TICKET_MS).unref()
      const file = join(folder, PAGE)
      await writeFile(file, pageTo(once), { mode: 0o600, flag: 'wx' })
      return isClosed ? null : pathToFileURL(file).href
    } catch {
      await used(once)
      return null
    }
  }

  return {
    write: async (once) => {
      if (isClosed) return null
      const writing = write(once)
      underWay.add(writing)
      return writing.finally(() => underWay.delete(writing))
    },
    used,
    close: async () => {
      isClosed = true
      await Promise.all(underWay)
      await Promise.all([...folders.keys()].map(used))
    },
  }
}

/** Whether an address is one that a page in this place has, and of nothing else that a system could be told to open. */
export function isEntryPage(page: string, below: string): boolean {
  const [, folder] = /\/([\w-]+)\/[^/]+$/.exec(page) ?? []
  return folder?.startsWith(FOLDER) === true && page === pathToFileURL(join(below, folder, PAGE)).href
}

/** Goes on by itself, without a script, and takes the file's own place among what the browser remembers. */
const pageTo = (once: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="default-src 'none'" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="0; url=${once}" />
    <title>Tierwise</title>
  </head>
  <body>
    <p><a href="${once}">Open Tierwise</a></p>
  </body>
</html>
`

/** What a start that was killed left behind: its tickets are good for nothing any more. */
async function removeLeft(below: string): Promise<void> {
  const names = await readdir(below).catch(() => [])
  const late = Date.now() - 2 * TICKET_MS
  for (const path of names.filter((name) => name.startsWith(FOLDER)).map((name) => join(below, name))) {
    const stats = await lstat(path).catch(() => undefined)
    if (stats?.isDirectory() && stats.mtimeMs < late)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/**
 * Where this user's browser can read a file and nobody else: not the folder of the documents, which several people may
 * share. Browsers that come as a snap, as Ubuntu's do, read neither `/tmp` nor any folder with a dot at the top of the
 * home, only what is in sight there; so where there are snaps, the page is in sight for the moment that it is there.
 */
export function placeOfEntryPages(
  { env, platform, home }: Surroundings,
  hasSnaps = existsSync(SNAPS),
): string {
  if (platform === 'win32') return env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches')
  if (hasSnaps) return home
  const given = env.XDG_CACHE_HOME
  return given && posix.isAbsolute(given) ? given : posix.join(home, '.cache')
}

const SNAPS = '/var/lib/snapd'
