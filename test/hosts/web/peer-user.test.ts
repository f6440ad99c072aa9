import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { userIn } from '#main/hosts/web/peer-user.ts'
import { send } from '../../fakes/http.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41015 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 41016 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 41017 1 0000000000000000 20 4 30 10 -1
   3: 0500007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1003        0 41018 1 0000000000000000 20 4 30 10 -1
   4: 0100007F:C005 0100007F:1F90 05 00000000:00000000 00:00000000 00000000  1001        0 41019 1 0000000000000000 20 4 30 10 -1
   5: 0100007F:C006 0100007F:1F90 06 00000000:00000000 03:00001273 00000000     0        0 0 3 0000000000000000
   6: 0200007F:C002 0200007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 41018 1 0000000000000000 20 4 30 10 -1
`
const MAPPED = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0000000000000000FFFF00000100007F:C003 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 41019 1 0000000000000000 20 4 30 10 -1
`
const at = (remotePort: number, remoteAddress = '127.0.0.1') => ({
  localAddress: '127.0.0.1',
  localPort: 0x1f90,
  remoteAddress,
  remotePort,
})

describe('the user at the other end of a connection', () => {
  it('is the one of its own end in the table, not of ours', () => {
    expect(userIn(TABLE, at(0xc001))).toBe(1001)
    expect(userIn(TABLE, at(0xc001, '127.0.0.5'))).toBe(1003)
  })

  it('is found where a program connected by the longer kind of address', () => {
    expect(userIn(MAPPED, at(0xc003))).toBe(1002)
  })

  it.each([0xc002, 0xc003, 0x1f90])(
    'is not told of port %i, which is none of this machine’s to us',
    (port) => {
      expect(userIn(TABLE, at(port))).toBeUndefined()
    },
  )

  it.each([
    ['has sent all that it will, as somebody may who wants no answer', 0xc005],
    ['is closed, which the kernel then lists as of root', 0xc006],
  ])('is not told of one that %s', (_what, port) => {
    expect(userIn(TABLE, at(port))).toBeUndefined()
  })

  it('is not the one of an address that only ends like theirs', () => {
    const longer = TABLE.replaceAll('0100007F', '0000000000000000000000000100007F')
    expect(userIn(longer, at(0xc001))).toBeUndefined()
  })

  it('is not told by nothing, nor of a connection that has ended', () => {
    expect(userIn('', at(0xc001))).toBeUndefined()
    const ended = {
      localAddress: undefined,
      localPort: undefined,
      remoteAddress: undefined,
      remotePort: undefined,
    }
    expect(userIn(TABLE, ended)).toBeUndefined()
  })
})

const [USER, OTHER, NOBODY] = [12_345, 54_321, 65_534]
const SERVER = new URL('../../../src-main/hosts/web/server.ts', import.meta.url)

/** Only root can start programs as two users, and they must be let into this folder. */
function canStartAsOthers(): boolean {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return false
  const look = `require('node:fs').accessSync(${JSON.stringify(fileURLToPath(SERVER))})`
  return spawnSync(process.execPath, ['--eval', look], { uid: USER, gid: USER, cwd: '/' }).status === 0
}

/** In a container some users may have no number of their own. */
const hasEveryUser = () =>
  process.platform === 'linux' &&
  /^\s*0\s+0\s+4294967295\s*$/.test(readFileSync('/proc/self/uid_map', 'utf8'))

describe.skipIf(!canStartAsOthers())('a ticket that another user of the machine has read', () => {
  const HOST = `
    const { serveOnLoopback } = await import(${JSON.stringify(SERVER.href)})
    const api = () => Promise.resolve({ ok: true, value: 'answered' })
    const host = await serveOnLoopback({ api, root: '/' })
    console.log(host.invite().address)`
  const ENTER = `
    const { request } = await import('node:http')
    const { origin, hash } = new URL(process.argv[1])
    const headers = { 'content-type': 'application/json' }
    const localAddress = process.argv[2]
    request(origin + '/enter', { method: 'POST', headers, localAddress }, (response) => response.pipe(process.stdout))
      .end(JSON.stringify({ ticket: hash.replace('#ticket=', '') }))`
  /** Asks to come in and waits for no answer: ends what it sends, or all of the connection, in the same breath. */
  const ENTER_AND_END = `
    const { connect } = await import('node:net')
    const { host, port, hash } = new URL(process.argv[1])
    const body = JSON.stringify({ ticket: hash.replace('#ticket=', '') })
    const head = ['POST /enter HTTP/1.1', 'Host: ' + host, 'Content-Type: application/json', 'Content-Length: ' + body.length]
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => undefined).on('close', () => console.log('done')).resume()
    socket[process.argv[2]](head.join('\\r\\n') + '\\r\\n\\r\\n' + body, () => process.argv[2] === 'write' && socket.destroy())`
  const run = (code: string, uid: number, ...args: readonly string[]) =>
    spawn(process.execPath, ['--input-type=module', '--eval', code, ...args], { uid, gid: uid, cwd: '/' })

  /** A host of the one user, and what every user can ask of it. */
  async function hostOfUser() {
    const host = run(HOST, USER)
    onTestFinished(() => void host.kill())
    const [printed] = await once(host.stdout, 'data')
    const address = String(printed).trim()
    const enterAs = async (uid: number, from = '127.0.0.1'): Promise<unknown> =>
      JSON.parse(await text(run(ENTER, uid, address, from).stdout))
    const enterAndEndAs = (uid: number, how: 'end' | 'write') =>
      text(run(ENTER_AND_END, uid, address, how).stdout)
    const tokenOf = (answer: unknown) =>
      z.object({ value: z.object({ token: z.string() }) }).parse(answer).value.token
    const callWith = async (token: string): Promise<unknown> => {
      const headers = { 'content-type': 'application/json', 'x-tierwise-token': token }
      const { origin } = new URL(address)
      return JSON.parse(
        (await send(origin, { method: 'POST', path: '/api/app.info', headers, body: '{}' })).body,
      )
    }
    return { enterAs, enterAndEndAs, tokenOf, callWith }
  }
  const refused = { ok: false, problems: [{ code: 'http.other_user' }] }
  const answered = { ok: true, value: 'answered' }

  it('lets them in from nowhere, and neither uses it up nor ends what it gave', async () => {
    const { enterAs, tokenOf, callWith } = await hostOfUser()
    expect(await enterAs(OTHER)).toMatchObject(refused)
    expect(await enterAs(OTHER, '127.0.0.5')).toMatchObject(refused)

    const token = tokenOf(await enterAs(USER))
    expect(await enterAs(OTHER)).toMatchObject(refused)
    expect(await callWith(token)).toEqual(answered)

    expect(await enterAs(0)).toMatchObject({ ok: false, problems: [{ code: 'http.ticket_twice' }] })
  })

  it('is as good as before where they wait for no answer', async () => {
    const { enterAs, enterAndEndAs, tokenOf, callWith } = await hostOfUser()
    for (const how of ['end', 'write'] as const) expect(await enterAndEndAs(OTHER, how)).toBe('done\n')
    const token = tokenOf(await enterAs(USER))
    for (const how of ['end', 'write', 'end', 'write'] as const) await enterAndEndAs(OTHER, how)
    // What they sent may still be on its way to being read: the host has answered whoever comes after them.
    expect(await enterAs(OTHER)).toMatchObject(refused)
    expect(await callWith(token)).toEqual(answered)
  })

  it.skipIf(!hasEveryUser())(
    'does not take nobody, who is a user too, for one without a number',
    async () => {
      const { enterAs, tokenOf } = await hostOfUser()
      expect(await enterAs(NOBODY)).toMatchObject(refused)
      expect(tokenOf(await enterAs(USER))).not.toBe('')
    },
  )
})
