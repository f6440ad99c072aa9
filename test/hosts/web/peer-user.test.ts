import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { userIn } from '#main/hosts/web/peer-user.ts'
import { send } from '../../fakes/http.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41015 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 41016 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 41017 1 0000000000000000 20 4 30 10 -1
   3: 0500007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1003        0 41018 1 0000000000000000 20 4 30 10 -1
   4: 0200007F:C002 0200007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 41018 1 0000000000000000 20 4 30 10 -1
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

  it('is not told by nothing', () => {
    expect(userIn('', at(0xc001))).toBeUndefined()
  })
})

const [USER, OTHER] = [12_345, 54_321]
const SERVER = new URL('../../../src-main/hosts/web/server.ts', import.meta.url)

/** Only root can start programs as two users, and they must be let into this folder. */
function canStartAsOthers(): boolean {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return false
  const look = `require('node:fs').accessSync(${JSON.stringify(fileURLToPath(SERVER))})`
  return spawnSync(process.execPath, ['--eval', look], { uid: USER, gid: USER, cwd: '/' }).status === 0
}

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
  const run = (code: string, uid: number, ...args: readonly string[]) =>
    spawn(process.execPath, ['--input-type=module', '--eval', code, ...args], { uid, gid: uid, cwd: '/' })

  it('lets them in from nowhere, and neither uses it up nor ends what it gave', async () => {
    const host = run(HOST, USER)
    const [printed] = await once(host.stdout, 'data')
    const address = String(printed).trim()
    const enterAs = async (uid: number, from = '127.0.0.1'): Promise<unknown> =>
      JSON.parse(await text(run(ENTER, uid, address, from).stdout))
    const refused = { ok: false, problems: [{ code: 'http.other_user' }] }
    expect(await enterAs(OTHER)).toMatchObject(refused)
    expect(await enterAs(OTHER, '127.0.0.5')).toMatchObject(refused)

    const entered = z.object({ value: z.object({ token: z.string() }) }).parse(await enterAs(USER))
    expect(await enterAs(OTHER)).toMatchObject(refused)
    const { origin } = new URL(address)
    const headers = { 'content-type': 'application/json', 'x-tierwise-token': entered.value.token }
    const answer = await send(origin, { method: 'POST', path: '/api/app.info', headers, body: '{}' })
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: 'answered' })

    expect(await enterAs(0)).toMatchObject({ ok: false, problems: [{ code: 'http.ticket_twice' }] })
    host.kill()
  })
})
