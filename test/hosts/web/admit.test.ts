import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Again, wordsOf } from '#main/hosts/web/handover.ts'
import { proofOf, proves } from '#main/hosts/web/proof.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { TICKET_MS, Tickets } from '#main/hosts/web/tickets.ts'
import { succeed } from '#shared/problem.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { enter, enterAt, send } from '../../fakes/http.ts'

let bundle: FakeBundle
let host: WebHost
let handedOver: Again[]
let entered: string[]
let twice: number

beforeEach(async () => {
  bundle = fakeBundle()
  handedOver = []
  entered = []
  twice = 0
  host = await serveOnLoopback({
    api: () => Promise.resolve(succeed('answered')),
    root: bundle.root,
    onEntered: (address) => void entered.push(address),
    onTwice: () => (twice += 1),
    onAgain: (asked) => {
      handedOver.push(asked)
      return Promise.resolve({ address: 'http://127.0.0.1:1/#ticket=next', page: null })
    },
  })
})
afterEach(async () => {
  await host.close()
  bundle.remove()
})

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
const enterWith = (ticket: string) => post('/enter', { ticket })
const call = (token: string) => post('/api/app.info', {}, { 'x-tierwise-token': token })
const ticketOf = (address: string) => new URL(address).hash.replace('#ticket=', '')

describe('a browser that is started with a ticket', () => {
  it('finds no token in the address, and gets one of its own for the ticket', async () => {
    const { address, once } = host.invite()
    for (const one of [address, once]) {
      expect(one).toMatch(new RegExp(`^${host.origin}/#ticket=[\\w-]{43}$`))
      const token = await enterAt(one)
      expect(one).not.toContain(token)
      expect(await call(token)).toEqual({ status: 200, answer: { ok: true, value: 'answered' } })
    }
    expect(entered).toEqual([address, once])
    expect(await enterAt(host.invite().once)).not.toBe(await enterAt(host.invite().once))
  })

  it('has a ticket of its own', async () => {
    const [first, second] = [host.invite(), host.invite()]
    expect((await enter(second.once)).status).toBe(200)
    expect((await enter(first.once)).status).toBe(200)
  })

  it.each(['', 'wrong', 'A'.repeat(43)])('is refused with the ticket "%s"', async (ticket) => {
    expect(await enterWith(ticket)).toMatchObject(refused(401, 'http.ticket'))
  })

  it('is refused with a token or the secret of the host, which are no tickets', async () => {
    const token = await enterAt(host.invite().once)
    expect(await enterWith(token)).toMatchObject(refused(401, 'http.ticket'))
    expect(await enterWith(host.secret)).toMatchObject(refused(401, 'http.ticket'))
    expect(await call(host.secret)).toMatchObject(refused(401, 'http.token'))
  })

  it.each(['{', '{}', '{"ticket":1}', '[]', 'null', '{"ticket":"a","more":1}'])(
    'is refused with the body %s',
    async (body) => {
      expect(await post('/enter', body)).toMatchObject(refused(400, 'http.malformed'))
    },
  )

  it('is refused with a body of more than a ticket is', async () => {
    expect(await enterWith('A'.repeat(1024))).toMatchObject(refused(413, 'http.too_large'))
  })

  it.each([
    ['another origin', { origin: 'http://evil.example' }, 403, 'http.foreign_origin'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403, 'http.foreign_origin'],
    ['a form', { 'content-type': 'text/plain' }, 415, 'http.content_type'],
    ['a rebound name', { host: 'evil.example' }, 403, 'http.foreign_host'],
  ])('keeps its ticket when %s tries it first', async (_who, headers, status, code) => {
    const { once } = host.invite()
    expect(await post('/enter', { ticket: ticketOf(once) }, headers)).toMatchObject(refused(status, code))
    expect((await enter(once)).status).toBe(200)
  })

  it('is refused when it took too long', () => {
    let now = 0
    const tickets = new Tickets(() => now)
    const [soon, late] = [tickets.issue(TICKET_MS), tickets.issue(TICKET_MS)]
    const unhurried = tickets.issue(Number.POSITIVE_INFINITY)
    now = TICKET_MS
    expect(tickets.use(soon)).toBe('first')
    now += 1
    expect(tickets.use(late)).toBe('never')
    now *= 1000
    expect(tickets.use(unhurried)).toBe('first')
    expect(tickets.use(soon)).toBe('again')
  })
})

describe('a ticket that comes twice', () => {
  it('is refused, and ends what it had given: nobody knows which of the two is the person', async () => {
    const { once } = host.invite()
    const [token, other] = [await enterAt(once), await enterAt(host.invite().once)]
    const second = await enter(once)
    expect({ status: second.status, answer: JSON.parse(second.body) }).toMatchObject(
      refused(401, 'http.ticket_twice'),
    )
    expect(await call(token)).toMatchObject(refused(401, 'http.ended'))
    expect(await call(other)).toMatchObject({ status: 200 })
  })

  it('is told of, once', async () => {
    const { once } = host.invite()
    for (const status of [200, 401, 401]) expect((await enter(once)).status).toBe(status)
    expect(twice).toBe(1)
  })

  it('ends the stream of events that was asked for, with a word of why', async () => {
    const { once } = host.invite()
    const headers = { 'x-tierwise-token': await enterAt(once) }
    const stream = await fetch(`${host.origin}/events`, { headers })
    await enter(once)
    expect(await stream.text()).toBe('{"kind":"farewell","code":"http.ended"}\n')
  })

  it('cuts the calls under way, which get no answer but that', async () => {
    const asked = Promise.withResolvers<AbortSignal | undefined>()
    const api = (_method: string, _input: unknown, signal?: AbortSignal) => {
      asked.resolve(signal)
      return new Promise<never>(() => undefined)
    }
    const slow = await serveOnLoopback({ api, root: bundle.root })
    const { once } = slow.invite()
    const headers = { 'content-type': 'application/json', 'x-tierwise-token': await enterAt(once) }
    const calling = fetch(`${slow.origin}/api/scenarios.run`, { method: 'POST', headers, body: '{}' })
    const signal = await asked.promise
    await enter(once)
    const answer = await calling
    expect({ status: answer.status, answer: await answer.json() }).toMatchObject(refused(401, 'http.ended'))
    expect(signal?.aborted).toBe(true)
    await slow.close()
  })
})

describe('a second start of the program', () => {
  const ASKED: Again = { files: ['/home/ada/may.tierwise'], open: true }
  const nonce = 'words-of-this-start'

  const again = (asked: Again, { secret = host.secret, origin = host.origin, said = asked } = {}) =>
    post('/again', { nonce, asked: said, proof: proofOf(secret, 'start', ...wordsOf(origin, nonce, asked)) })

  it('is shown that this is the host it looks for, by the secret and not by the port alone', async () => {
    const { status, answer } = await post('/prove', { nonce })
    expect(status).toBe(200)
    const shows = (secret: string, origin: string, words: string) =>
      proves(answer.value.proof, secret, 'host', ...wordsOf(origin, words))
    expect(shows(host.secret, host.origin, nonce)).toBe(true)
    expect(shows(host.secret, host.origin, 'other-words')).toBe(false)
    expect(shows(host.secret, 'http://127.0.0.1:1', nonce)).toBe(false)
    expect(shows('another-secret', host.origin, nonce)).toBe(false)
    expect(JSON.stringify(answer)).not.toContain(host.secret)
  })

  it('hands over what it was to do, and hears where the first one is, with a proof', async () => {
    const { status, answer } = await again(ASKED)
    expect(status).toBe(200)
    const { whereabouts, proof } = answer.value
    expect(whereabouts).toEqual({ address: 'http://127.0.0.1:1/#ticket=next', page: null })
    expect(proves(proof, host.secret, 'answer', ...wordsOf(host.origin, nonce, whereabouts))).toBe(true)
    expect(handedOver).toEqual([ASKED])
  })

  it.each([
    ['does not know the secret', () => again(ASKED, { secret: 'another-secret' })],
    [
      'knows no more than what a page knows',
      async () => again(ASKED, { secret: await enterAt(host.invite().once) }),
    ],
    ['proved itself for another host', () => again(ASKED, { origin: 'http://127.0.0.1:1' })],
    [
      'names other files than it proved',
      () => again(ASKED, { said: { files: ['/etc/passwd'], open: true } }),
    ],
    [
      'passes the proof of the host itself off as its own',
      async () => {
        const { answer } = await post('/prove', { nonce })
        return post('/again', { nonce, asked: ASKED, proof: answer.value.proof })
      },
    ],
  ])('is not taken for one that %s', async (_who, ask) => {
    expect(await ask()).toMatchObject(refused(401, 'http.proof'))
    expect(handedOver).toEqual([])
  })

  it('gives its proofs for one purpose each', () => {
    const proofs = (['host', 'start', 'answer'] as const).map((purpose) => proofOf('secret', purpose, 'a'))
    expect(new Set(proofs).size).toBe(3)
    expect(proofOf('secret', 'host', 'a', 'b')).not.toBe(proofOf('secret', 'host', 'ab'))
  })

  it('is heard once: what somebody overheard is worth nothing', async () => {
    await again(ASKED)
    expect(await again(ASKED)).toMatchObject(refused(401, 'http.proof'))
    expect(handedOver).toHaveLength(1)
  })

  it.each(['/prove', '/again'])(
    'is refused at %s with anything but what is asked for there',
    async (path) => {
      expect(await post(path, { files: 'all' })).toMatchObject(refused(400, 'http.malformed'))
      const many = { files: Array<string>(101).fill('a'), open: true }
      expect(await post(path, { nonce, asked: many, proof: '' })).toMatchObject(
        refused(400, 'http.malformed'),
      )
      expect(await post(path, { nonce: 'a'.repeat(2 * 1024 * 1024) })).toMatchObject(
        refused(413, 'http.too_large'),
      )
    },
  )

  it.each(['/prove', '/again'])('does not come from a page of another site to %s', async (path) => {
    expect(await post(path, { nonce }, { origin: 'http://evil.example' })).toMatchObject(
      refused(403, 'http.foreign_origin'),
    )
  })
})
