import { beforeAll, describe, expect, it } from 'vitest'
import { WAYS_OUT } from '../../fakes/bundle.ts'
import { OURS, startShell } from '../../fakes/shell.ts'

describe('the app: protocol (item 18)', () => {
  let get: (address: string, init?: RequestInit) => Promise<Response>
  beforeAll(async () => {
    const handler = (await startShell()).protocols.get('app')
    get = (address, init) => {
      if (!handler) throw new Error('app: is not handled')
      return handler(new Request(address, init))
    }
  })

  it('serves the built page under the content policy', async () => {
    const response = await get(OURS)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(await response.text()).toContain('<div id="root">')
  })

  it('serves what the page asks for', async () => {
    const page = await (await get(OURS)).text()
    const assets = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path)
    expect(assets.length).toBeGreaterThan(0)
    for (const path of assets) expect((await get(OURS + path)).status).toBe(200)
  })

  it.each([
    ...WAYS_OUT,
    '/../main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/%252e%252e%252fmain%252findex.js',
    '/..%5c..%5cpackage.json',
    '/..\\main\\index.js',
    '/..%2f..%2fpackage.json',
    '/index.html%00.js',
    '/assets%00/../../main/index.js',
    '/no.js',
  ])('has nothing at %s', async (path) => {
    const response = await get(`app://bundle${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('serves no other host and no other method', async () => {
    expect((await get('app://other/index.html')).status).toBe(403)
    expect((await get(OURS, { method: 'POST' })).status).toBe(403)
  })
})
