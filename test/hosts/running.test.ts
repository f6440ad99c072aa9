import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Surroundings } from '#main/hosts/data-folder.ts'
import { entryPages, placeOfEntryPages } from '#main/hosts/start/entry-pages.ts'
import { announce, handOver } from '#main/hosts/start/running.ts'
import type { Again, Whereabouts } from '#main/hosts/web/handover.ts'
import { proofOf } from '#main/hosts/web/proof.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { succeed } from '#shared/problem.ts'

const ASKED: Again = { files: ['/home/ada/may.tierwise'], open: true }
const SECRET = 'a-secret-of-an-earlier-start'
const MEGABYTE = 1024 * 1024

let folder: string
let file: string
/** Of a person whose home is the folder. */
let user: Surroundings
let pages: string
beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), 'tierwise-running-'))
  const env = { XDG_CACHE_HOME: '', APPDATA: home, LOCALAPPDATA: home }
  user = { env, platform: process.platform, home }
  // The one place that is believed on Windows.
  folder = join(home, 'Tierwise')
  mkdirSync(folder)
  file = join(folder, 'running.json')
  pages = placeOfEntryPages(user)
})
afterEach(() => rmSync(user.home, { recursive: true }))

const pageIn = (below: string) => pathToFileURL(join(below, 'tierwise-entry-a1B2c3', 'open.html')).href

/** A host that is announced in the folder and tells this of where it is, and what it was handed. */
async function announcedHost(
  told: Partial<Whereabouts> = {},
): Promise<{ readonly host: WebHost; readonly handed: readonly Again[] }> {
  const handed: Again[] = []
  const host = await serveOnLoopback({
    api: () => Promise.resolve(succeed(null)),
    root: folder,
    onAgain: (asked) => {
      handed.push(asked)
      return Promise.resolve({ address: host.invite().address, page: pageIn(pages), ...told })
    },
  })
  onTestFinished(() => host.close())
  await announce(folder, host, user)
  return { host, handed }
}

/** Another program on a port, which answers each request by its path; all that it hears. */
async function impostor(answer: (path: string, body: string) => unknown) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push([request.url, JSON.stringify(request.headers), body].join(' '))
      response.end(JSON.stringify(answer(request.url ?? '', body)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { origin: originOf(server), heard }
}

function originOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

const leave = (contents: unknown, mode = 0o600) => {
  writeFileSync(file, JSON.stringify(contents), { mode })
  chmodSync(file, mode)
}

describe('a second start', () => {
  it('hands over to the host that is announced, and hears where that is', async () => {
    const { host, handed } = await announcedHost()
    const found = await handOver(folder, ASKED, user)
    expect(found?.address).toContain(`${host.origin}/#ticket=`)
    expect(found?.page).toBe(pageIn(pages))
    expect(handed).toEqual([ASKED])
  })

  it('opens the page that such a host writes', async () => {
    const page = await entryPages(pages).write('http://127.0.0.1:9/#ticket=a-ticket')
    await announcedHost({ page })
    expect(page).not.toBeNull()
    expect((await handOver(folder, ASKED, user))?.page).toBe(page)
  })

  it.each([
    'file:///C:/Users/ada/Downloads/evil.exe',
    'file://server/share/tierwise-entry-a1B2c3/open.html',
    'ms-msdt:/id%20PCWDiagnostic',
    'http://evil.example/tierwise-entry-a1B2c3/open.html',
    'HERE/tierwise-entry-a1B2c3/evil.exe',
    'HERE/tierwise-entry-a1B2c3/open.html?more',
    'HERE/tierwise-entry-a1B2c3/../../open.html',
    'HERE/elsewhere/open.html',
    'HERE/open.html',
  ])('opens nothing else than such a page, whatever it is told: %s', async (told) => {
    const { host } = await announcedHost({ page: told.replace('HERE', pathToFileURL(pages).href) })
    const found = await handOver(folder, ASKED, user)
    expect(found?.address).toContain(host.origin)
    expect(found?.page).toBeNull()
  })

  it.each(['http://evil.example/#ticket=a', 'ORIGIN@evil.example/', 'file:///etc/passwd'])(
    'shows nobody an address that is not of that host: %s',
    async (told) => {
      const running = { address: '' }
      const { host, handed } = await announcedHost(running)
      running.address = told.replace('ORIGIN', host.origin)
      expect(await handOver(folder, ASKED, user)).toBeUndefined()
      expect(handed).toEqual([ASKED])
    },
  )

  it('can ask again and again', async () => {
    const { handed } = await announcedHost()
    for (const count of [1, 2]) {
      expect(await handOver(folder, ASKED, user)).toBeDefined()
      expect(handed).toHaveLength(count)
    }
  })
})

describe('a program that has the port of a host that is gone', () => {
  const whereabouts = { address: 'http://evil.example/', page: 'http://evil.example/' }
  const word = (value: unknown) => ({ ok: true, value })

  it.each([
    ['says yes to everything', () => word({ ...whereabouts, once: 'http://evil.example/' })],
    ['makes a proof up', () => word({ whereabouts, proof: proofOf('a-guess', 'host', 'a') })],
    ['sends what it was sent', (_path: string, body: string) => word({ proof: JSON.parse(body).nonce })],
    ['answers what is no answer', () => 'hello'],
  ])('and %s is not believed, and hears neither the files nor the secret', async (_what, answer) => {
    const { origin, heard } = await impostor(answer)
    leave({ version: 2, origin, secret: SECRET })
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(heard).toHaveLength(1)
    expect(heard.join()).not.toContain(SECRET)
    expect(heard.join()).not.toContain('may.tierwise')
  })

  it('and passes everything on to a host elsewhere is not believed either', async () => {
    const { host, handed } = await announcedHost()
    const relay = await impostorThatRelays(host.origin)
    leave({ version: 2, origin: relay, secret: host.secret })
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(handed).toEqual([])
  })

  it.each(['/prove', '/again'])('and answers without end at %s is heard no further', async (endless) => {
    let sent = 0
    const hungUp = Promise.withResolvers<void>()
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        if (request.url !== endless) {
          const { nonce } = JSON.parse(body)
          return response.end(
            JSON.stringify(word({ proof: proofOf(SECRET, 'host', originOf(server), nonce) })),
          )
        }
        response.once('close', hungUp.resolve)
        const go = () => {
          do sent += MEGABYTE
          while (response.write(Buffer.alloc(MEGABYTE, ' ')))
        }
        response.on('drain', go)
        go()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    leave({ version: 2, origin: originOf(server), secret: SECRET })
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    await hungUp.promise
    // What the system itself has on its way.
    expect(sent).toBeLessThan(32 * MEGABYTE)
  })

  it('and comes between the proof and the answer leads nobody anywhere', async () => {
    const { origin } = await impostor((path, body) => {
      const { nonce } = JSON.parse(body)
      return path === '/prove'
        ? word({ proof: proofOf(SECRET, 'host', origin, nonce) })
        : word({ whereabouts, proof: proofOf(SECRET, 'host', origin, nonce) })
    })
    leave({ version: 2, origin, secret: SECRET })
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
  })

  async function impostorThatRelays(to: string): Promise<string> {
    const server = createServer((request, response) => {
      const headers = { 'content-type': 'application/json' }
      void text(request)
        .then((body) => fetch(`${to}${request.url}`, { method: 'POST', headers, body }))
        .then(async (answer) => response.end(await answer.text()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return originOf(server)
  }
})

describe('what tells of a running host', () => {
  it('is for this user alone, and goes with it', async () => {
    const withdraw = await announce(folder, { origin: 'http://127.0.0.1:9', secret: SECRET }, user)
    expect(readFileSync(file, 'utf8')).toContain(SECRET)
    await withdraw()
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  it('takes the place of what an earlier start left there', async () => {
    leave({ origin: 'http://127.0.0.1:9', key: 'of-an-earlier-start' })
    const { handed } = await announcedHost()
    expect(await handOver(folder, ASKED, user)).toBeDefined()
    expect(handed).toEqual([ASKED])
  })

  it.each([
    ['of an older version', (origin: string) => ({ origin, key: SECRET })],
    ['of a newer version', (origin: string) => ({ version: 3, origin, secret: SECRET })],
    ['of another machine', () => ({ version: 2, origin: 'http://evil.example:80', secret: SECRET })],
    ['without a secret', (origin: string) => ({ version: 2, origin, secret: '' })],
  ])('is none where it is %s', async (_what, contents) => {
    const { origin, heard } = await impostor(() => ({}))
    leave(contents(origin))
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(heard).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('in a folder that several people share', () => {
  async function anothersHost() {
    const { origin, heard } = await impostor((path, body) => {
      const { nonce } = JSON.parse(body)
      return { ok: true, value: { proof: proofOf(SECRET, 'host', origin, nonce) }, path }
    })
    return { contents: { version: 2, origin, secret: SECRET }, heard }
  }

  it('is believed only where nobody else can read it, for only then this user wrote it', async () => {
    const { contents, heard } = await anothersHost()
    leave(contents, 0o644)
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it.skipIf(process.geteuid?.() !== 0)(
    'is not believed by root either, where another user wrote it',
    async () => {
      const { contents, heard } = await anothersHost()
      leave(contents)
      chownSync(file, 12_345, 12_345)
      expect(await handOver(folder, ASKED, user)).toBeUndefined()
      expect(heard).toEqual([])
    },
  )

  it('is not read on and on', async () => {
    const { contents, heard } = await anothersHost()
    leave({ ...contents, secret: 'x'.repeat(5000) })
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it('is not followed to elsewhere', async () => {
    const { contents, heard } = await anothersHost()
    writeFileSync(join(folder, 'elsewhere.json'), JSON.stringify(contents), { mode: 0o600 })
    symlinkSync(join(folder, 'elsewhere.json'), file)
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it('is not waited for where it is a pipe', async () => {
    execFileSync('mkfifo', ['-m', '600', file])
    expect(await handOver(folder, ASKED, user)).toBeUndefined()
  })
})

describe('on Windows, where a file’s mode tells of nobody’s rights', () => {
  const windows = (): Surroundings => ({ env: {}, platform: 'win32', home: 'C:\\Users\\ada' })

  it('nothing is told in a folder that a person named, for others may read there', async () => {
    const withdraw = await announce(folder, { origin: 'http://127.0.0.1:9', secret: SECRET }, windows())
    expect(readdirSync(folder)).toEqual([])
    await withdraw()
  })

  it('nothing is believed there, for others may write there', async () => {
    const { handed } = await announcedHost()
    expect(await handOver(folder, ASKED, windows())).toBeUndefined()
    expect(handed).toEqual([])
  })
})
