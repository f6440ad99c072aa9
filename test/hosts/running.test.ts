import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { announce, handOver } from '#main/hosts/start/running.ts'
import type { Again } from '#main/hosts/web/handover.ts'
import { proofOf } from '#main/hosts/web/proof.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { succeed } from '#shared/problem.ts'

const ASKED: Again = { files: ['/home/ada/may.tierwise'], open: true }
const SECRET = 'a-secret-of-an-earlier-start'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-running-'))
  file = join(folder, 'running.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A host that is announced in the folder, and what it was handed. */
async function announcedHost(): Promise<{ readonly host: WebHost; readonly handed: readonly Again[] }> {
  const handed: Again[] = []
  const host = await serveOnLoopback({
    api: () => Promise.resolve(succeed(null)),
    root: folder,
    onAgain: (asked) => {
      handed.push(asked)
      return Promise.resolve({ address: host.invite().address, page: 'file:///home/ada/open.html' })
    },
  })
  onTestFinished(() => host.close())
  await announce(folder, host)
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
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return { origin, heard }
}

const leave = (contents: unknown, mode = 0o600) => {
  writeFileSync(file, JSON.stringify(contents), { mode })
  chmodSync(file, mode)
}

describe('a second start', () => {
  it('hands over to the host that is announced, and hears where that is', async () => {
    const { host, handed } = await announcedHost()
    const found = await handOver(folder, ASKED)
    expect(found?.address).toContain(`${host.origin}/#ticket=`)
    expect(found?.page).toBe('file:///home/ada/open.html')
    expect(handed).toEqual([ASKED])
  })

  it('can ask again and again', async () => {
    const { handed } = await announcedHost()
    for (const count of [1, 2]) {
      expect(await handOver(folder, ASKED)).toBeDefined()
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
    expect(await handOver(folder, ASKED)).toBeUndefined()
    expect(heard).toHaveLength(1)
    expect(heard.join()).not.toContain(SECRET)
    expect(heard.join()).not.toContain('may.tierwise')
  })

  it('and passes everything on to a host elsewhere is not believed either', async () => {
    const { host, handed } = await announcedHost()
    const relay = await impostorThatRelays(host.origin)
    leave({ version: 2, origin: relay, secret: host.secret })
    expect(await handOver(folder, ASKED)).toBeUndefined()
    expect(handed).toEqual([])
  })

  it('and comes between the proof and the answer leads nobody anywhere', async () => {
    const { origin } = await impostor((path, body) => {
      const { nonce } = JSON.parse(body)
      return path === '/prove'
        ? word({ proof: proofOf(SECRET, 'host', origin, nonce) })
        : word({ whereabouts, proof: proofOf(SECRET, 'host', origin, nonce) })
    })
    leave({ version: 2, origin, secret: SECRET })
    expect(await handOver(folder, ASKED)).toBeUndefined()
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
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }
})

describe('what tells of a running host', () => {
  it('is for this user alone, and goes with it', async () => {
    const withdraw = await announce(folder, { origin: 'http://127.0.0.1:9', secret: SECRET })
    expect(readFileSync(file, 'utf8')).toContain(SECRET)
    await withdraw()
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  it('takes the place of what an earlier start left there', async () => {
    leave({ origin: 'http://127.0.0.1:9', key: 'of-an-earlier-start' })
    const { handed } = await announcedHost()
    expect(await handOver(folder, ASKED)).toBeDefined()
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
    expect(await handOver(folder, ASKED)).toBeUndefined()
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
    expect(await handOver(folder, ASKED)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it.skipIf(process.geteuid?.() !== 0)(
    'is not believed by root either, where another user wrote it',
    async () => {
      const { contents, heard } = await anothersHost()
      leave(contents)
      chownSync(file, 12_345, 12_345)
      expect(await handOver(folder, ASKED)).toBeUndefined()
      expect(heard).toEqual([])
    },
  )

  it('is not read on and on', async () => {
    const { contents, heard } = await anothersHost()
    leave({ ...contents, secret: 'x'.repeat(5000) })
    expect(await handOver(folder, ASKED)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it('is not followed to elsewhere', async () => {
    const { contents, heard } = await anothersHost()
    writeFileSync(join(folder, 'elsewhere.json'), JSON.stringify(contents), { mode: 0o600 })
    symlinkSync(join(folder, 'elsewhere.json'), file)
    expect(await handOver(folder, ASKED)).toBeUndefined()
    expect(heard).toEqual([])
  })

  it('is not waited for where it is a pipe', async () => {
    execFileSync('mkfifo', ['-m', '600', file])
    expect(await handOver(folder, ASKED)).toBeUndefined()
  })
})
