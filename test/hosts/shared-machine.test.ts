import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#main/store/index.ts'
import { enter, enterAt } from '../fakes/http.ts'
import { addressIn, fakeBrowser, startProgram, stopProgram } from '../fakes/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.skipIf(process.platform === 'win32')('npm start on a machine with other users', () => {
  it('starts the browser with nothing that is worth reading: the ticket is in a file of this user alone', async () => {
    const { env, opened } = fakeBrowser(folder)
    const { child, printed, address } = await startProgram(folder, ['--web'], env)
    const given = await opened()
    expect(given).toMatch(/^file:\/\/\/\S+\.html$/)
    const page = fileURLToPath(given)
    expect([page, dirname(page)].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o700])
    const ticket = addressIn(readFileSync(page, 'utf8'))
    for (const one of [ticket, address])
      expect(given).not.toContain(new URL(one).hash.replace('#ticket=', ''))

    await enterAt(ticket)
    await expect.poll(() => existsSync(page)).toBe(false)
    expect((await enter(ticket)).status).toBe(401)
    await expect.poll(printed).toContain('The address of a page was opened a second time.')
    await stopProgram(child)
  })

  it('leaves no page behind that was never opened', async () => {
    const { env, opened } = fakeBrowser(folder)
    const { child } = await startProgram(folder, ['--web'], env)
    const page = fileURLToPath(await opened())
    expect(existsSync(page)).toBe(true)
    await stopProgram(child)
    expect(existsSync(dirname(page))).toBe(false)
  })

  it('shows another address once the one in the terminal was used, which a click makes an argument', async () => {
    const { child, printed, address } = await startProgram(folder, ['--web', '--no-open'])
    await enterAt(address)
    await expect.poll(printed).toContain('For another window, Tierwise is at http')
    const next = addressIn(printed().split('For another window')[1] ?? '')
    expect((await enter(next)).status).toBe(200)
    expect((await enter(address)).status).toBe(401)
    await stopProgram(child)
  })

  it('shows what runs already by a page of its own', async () => {
    const { env, opened } = fakeBrowser(folder)
    const first = await startProgram(folder, ['--web', '--no-open'])
    const second = await startProgram(folder, ['--web'], env)
    const page = fileURLToPath(await opened())
    expect(second.child.exitCode).toBe(0)
    await enterAt(addressIn(readFileSync(page, 'utf8')))
    await expect.poll(() => existsSync(page)).toBe(false)
    await stopProgram(first.child)
  })

  it('opens nothing where another program has the port of a host that is gone', async () => {
    const { env, hasOpened } = fakeBrowser(folder)
    const other = openStore({ folder: join(folder, 'Tierwise') })
    if (!other.ok) throw new Error('the store of an empty folder does not open')
    const heard: string[] = []
    const impostor = createServer((request, response) => {
      heard.push(request.url ?? '')
      const whereabouts = {
        address: 'http://127.0.0.1:9/',
        page: 'http://127.0.0.1:9/',
        once: 'http://127.0.0.1:9/',
      }
      response.end(JSON.stringify({ ok: true, value: { ...whereabouts, proof: 'trust me', whereabouts } }))
    })
    await new Promise<void>((resolveListening) => impostor.listen(0, '127.0.0.1', resolveListening))
    const at = impostor.address()
    const origin = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
    const left = JSON.stringify({ version: 2, origin, secret: 'of-an-earlier-start' })
    writeFileSync(join(folder, 'Tierwise/running.json'), left, { mode: 0o600 })
    const second = await startProgram(folder, ['--web'], env)
    expect(second.child.exitCode).toBe(1)
    expect(second.printed()).not.toContain('http')
    expect(heard).toEqual(['/prove'])
    expect(hasOpened()).toBe(false)

    other.value.close()
    const third = await startProgram(folder, ['--web', '--no-open'])
    expect((await enter(third.address)).status).toBe(200)
    expect(readFileSync(join(folder, 'Tierwise/running.json'), 'utf8')).not.toContain(origin)
    expect(heard).toEqual(['/prove'])
    await stopProgram(third.child)
    impostor.close()
  })

  it('keeps documents in a folder that a group shares, and leaves the folder to the group', async () => {
    const data = join(folder, 'Tierwise')
    mkdirSync(data)
    chmodSync(data, 0o2775)
    const { child } = await startProgram(folder, ['--web', '--no-open'])
    expect(statSync(data).mode & 0o7777).toBe(0o2775)
    for (const name of ['tierwise.db', 'running.json'])
      expect(statSync(join(data, name)).mode & 0o777).toBe(0o600)
    await stopProgram(child)
  })
})
