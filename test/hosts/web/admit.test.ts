import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { TICKET_MS, Tickets } from '#main/hosts/web/tickets.ts'
import { succeed } from '#shared/problem.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { send } from '../../fakes/http.ts'

let bundle: FakeBundle
let host: WebHost
let handedOver: (readonly string[])[]

beforeAll(async () => {
  bundle = fakeBundle()
  const onAgain = (files: readonly string[]) => {
    handedOver.push(files)
    return Promise.resolve()
  }
  host = await serveOnLoopback({ api: () => Promise.resolve(succeed(null)), root: bundle.root, onAgain })
})
afterAll(async () => {
  await host.close()
  bundle.remove()
})
beforeEach(() => {
  handedOver = []
})

const ticketOf = (once: string): string => new URL(once).hash.replace('#ticket=', '')

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const answer = await send(host.origin, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, answer: JSON.parse(answer.body) }
}

const refused = (status: number, code: string) => ({ status, answer: { ok: false, problems: [{ code }] } })
const enter = (ticket: string) => post('/enter', { ticket })

describe('a browser that is started with a ticket', () => {
  it('finds no token in the address, and gets it for the ticket', async () => {
    const { once } = host.invite()
    expect(once).toMatch(new RegExp(`^${host.origin}/#ticket=[\\w-]{43}$`))
    expect(once).not.toContain(host.token)
    expect(await enter(ticketOf(once))).toEqual({
      status: 200,
      answer: { ok: true, value: { token: host.token } },
    })
  })

  it('comes in once: whoever read the address in the list of processes is refused', async () => {
    const { once } = host.invite()
    await enter(ticketOf(once))
    expect(await enter(ticketOf(once))).toMatchObject(refused(401, 'http.ticket'))
  })

  it('has a ticket of its own', async () => {
    const [first, second] = [host.invite(), host.invite()]
    expect((await enter(ticketOf(second.once))).status).toBe(200)
    expect((await enter(ticketOf(first.once))).status).toBe(200)
  })

  it.each(['', 'wrong', 'A'.repeat(43)])('is refused with the ticket "%s"', async (ticket) => {
    expect(await enter(ticket)).toMatchObject(refused(401, 'http.ticket'))
  })

  it('is refused with the token itself, which is no ticket', async () => {
    expect(await enter(host.token)).toMatchObject(refused(401, 'http.ticket'))
  })

  it.each(['{', '{}', '{"ticket":1}', '[]', 'null', '{"ticket":"a","more":1}'])(
    'is refused with the body %s',
    async (body) => {
      expect(await post('/enter', body)).toMatchObject(refused(400, 'http.malformed'))
    },
  )

  it.each([
    ['another origin', { origin: 'http://evil.example' }, 403, 'http.foreign_origin'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403, 'http.foreign_origin'],
    ['a form', { 'content-type': 'text/plain' }, 415, 'http.content_type'],
    ['a rebound name', { host: 'evil.example' }, 403, 'http.foreign_host'],
  ])('keeps its ticket when %s tries it first', async (_who, headers, status, code) => {
    const ticket = ticketOf(host.invite().once)
    expect(await post('/enter', { ticket }, headers)).toMatchObject(refused(status, code))
    expect((await enter(ticket)).status).toBe(200)
  })

  it('is refused when it took too long', () => {
    let now = 0
    const tickets = new Tickets(() => now)
    const [soon, late] = [tickets.issue(), tickets.issue()]
    now = TICKET_MS
    expect(tickets.use(soon)).toBe(true)
    now += 1
    expect(tickets.use(late)).toBe(false)
  })
})

describe('a second start of the program', () => {
  const again = (body: unknown, key: string) => post('/again', body, { 'x-tierwise-token': key })

  it('hands its files over with the key, and hears where the first one is', async () => {
    const { status, answer } = await again({ files: ['/home/ada/may.tierwise'] }, host.key)
    expect(status).toBe(200)
    expect(answer.value.address).toBe(host.address)
    expect((await enter(ticketOf(answer.value.once))).status).toBe(200)
    expect(handedOver).toEqual([['/home/ada/may.tierwise']])
  })

  it('is not taken for one with the token of a page, which names no files of the machine', async () => {
    expect(await again({ files: ['/etc/passwd'] }, host.token)).toMatchObject(refused(401, 'http.token'))
    expect(handedOver).toEqual([])
  })

  it('is refused with anything but a list of files', async () => {
    expect(await again({ files: 'all' }, host.key)).toMatchObject(refused(400, 'http.malformed'))
    expect(await again({ files: Array(101).fill('a') }, host.key)).toMatchObject(
      refused(400, 'http.malformed'),
    )
    expect(handedOver).toEqual([])
  })

  it('does not come from a page of another site', async () => {
    const headers = { 'x-tierwise-token': host.key, origin: 'http://evil.example' }
    expect(await post('/again', { files: [] }, headers)).toMatchObject(refused(403, 'http.foreign_origin'))
  })
})
