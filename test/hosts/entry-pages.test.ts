import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entryPages, placeOfEntryPages } from '#main/hosts/start/entry-pages.ts'
import { TICKET_MS } from '#main/hosts/web/tickets.ts'

const ONCE = 'http://127.0.0.1:9/#ticket=a-ticket'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-pages-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

describe('the page that leads a browser in', () => {
  it('says in its own address nothing of the one that it leads to', async () => {
    const page = (await entryPages(folder).write(ONCE)) ?? ''
    expect(page).toMatch(/^file:/)
    expect(page).not.toContain('ticket')
    expect(readFileSync(fileURLToPath(page), 'utf8')).toContain(`content="0; url=${ONCE}"`)
  })

  it.skipIf(process.platform === 'win32')(
    'can be read by nobody else, whatever the shell allows',
    async () => {
      const usual = process.umask(0)
      const page = fileURLToPath((await entryPages(join(folder, 'cache')).write(ONCE)) ?? '')
      process.umask(usual)
      const modes = [page, join(page, '..'), join(folder, 'cache')].map((path) => statSync(path).mode & 0o777)
      expect(modes).toEqual([0o600, 0o700, 0o700])
    },
  )

  it('goes once it was used, and no other does', async () => {
    const pages = entryPages(folder)
    const [first, second] = [await pages.write(ONCE), await pages.write(`${ONCE}-2`)]
    await pages.used(ONCE)
    expect([first, second].map((page) => existsSync(fileURLToPath(page ?? '')))).toEqual([false, true])
    await pages.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes once it is good for nothing any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await entryPages(folder).write(ONCE)
    vi.advanceTimersByTime(TICKET_MS - 1)
    expect(readdirSync(folder)).toHaveLength(1)
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    await expect.poll(() => readdirSync(folder)).toEqual([])
  })

  it('is none once all were taken away, also where it was being written just then', async () => {
    const pages = entryPages(folder)
    const writing = pages.write(ONCE)
    await pages.close()
    expect([await writing, await pages.write(`${ONCE}-2`)]).toEqual([null, null])
    expect(readdirSync(folder)).toEqual([])
  })

  it('is none where none can be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await entryPages(join(folder, 'file')).write(ONCE)).toBeNull()
  })

  it('of a start that was killed is taken away by the next, and nothing else is', async () => {
    for (const name of ['tierwise-entry-killed', 'tierwise-entry-new', 'tierwise', 'entry'])
      mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'tierwise-entry-killed', 'open.html'), 'of a killed start')
    writeFileSync(join(folder, 'tierwise-entry-notes'), 'a file')
    const before = Date.now() / 1000 - (3 * TICKET_MS) / 1000
    for (const name of ['tierwise-entry-killed', 'tierwise-entry-notes', 'tierwise', 'entry'])
      utimesSync(join(folder, name), before, before)
    entryPages(folder)
    await expect
      .poll(() => readdirSync(folder).toSorted())
      .toEqual(['entry', 'tierwise', 'tierwise-entry-new', 'tierwise-entry-notes'])
  })
})

describe('the place of that page', () => {
  it.each<[NodeJS.Platform, string, NodeJS.ProcessEnv, boolean, string]>([
    ['linux', '/home/ada', {}, false, '/home/ada/.cache'],
    ['linux', '/home/ada', { XDG_CACHE_HOME: '/cache/ada' }, false, '/cache/ada'],
    ['linux', '/home/ada', { XDG_CACHE_HOME: 'not/whole' }, false, '/home/ada/.cache'],
    // A browser that is a snap sees no folder with a dot there, nor the temporary one.
    ['linux', '/home/ada', { XDG_CACHE_HOME: '/home/ada/.cache' }, true, '/home/ada'],
    ['linux', '/home/ada', { TIERWISE_DATA: '/srv/shared' }, false, '/home/ada/.cache'],
    ['darwin', '/Users/ada', {}, false, '/Users/ada/Library/Caches'],
    ['win32', 'C:\\Users\\ada', {}, false, 'C:\\Users\\ada\\AppData\\Local'],
    ['win32', 'C:\\Users\\ada', { LOCALAPPDATA: 'D:\\Local' }, false, 'D:\\Local'],
  ])('on %s, of %s with %j, with snaps: %s', (platform, home, env, hasSnaps, expected) => {
    expect(placeOfEntryPages({ platform, home, env }, hasSnaps)).toBe(expected)
  })
})
