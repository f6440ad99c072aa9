import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { NEWEST_SCHEMA } from '#main/store/migrations/index.ts'
import type { FakeElectron, FakeOptions } from '../../fakes/electron.ts'
import { heldBuild, letGoOn } from '../../fakes/held-build.ts'
import { callMain, onlyWindow, openPage, OURS, startShell } from '../../fakes/shell.ts'
import { PATIENT } from '../../patience.ts'
import { folderOfVersion } from '../../store/older-store.ts'
import { storeIn, valueOf } from '../../store/support.ts'

const CALL_OFF = /<a href="([^"]+)"/

/** The built application at a migration that is half done, once it shows that; as on a system, the last window is told of. */
async function startHeld(options: FakeOptions = {}): Promise<FakeElectron> {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-opening-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  folderOfVersion(1, folder)
  const electron = await startShell({ folder, ...options }, undefined, heldBuild().main)
  onlyWindow(electron).on('closed', () => electron.app.emit('window-all-closed'))
  return electron
}

async function get({ protocols }: FakeElectron, path: string): Promise<Response> {
  const handler = protocols.get('app')
  if (!handler) throw new Error('app: is not handled')
  return handler(new Request(new URL(path, OURS)))
}

/** The window's page, as it reads on until there is such a text. */
async function pageWith(electron: FakeElectron, text: string): Promise<string> {
  const { body } = await get(electron, onlyWindow(electron).webContents.url)
  let page = ''
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    page += part
    if (page.includes(text)) return page
  }
  throw new Error(`The page ends without “${text}”: ${page}`)
}

const goneOn = async (electron: FakeElectron) => {
  letGoOn(electron.folder)
  await vi.waitUntil(() => electron.windows.length > 1, PATIENT)
}

it('shows in a small window, without a preload or a script, how far it is with documents of an older version', async () => {
  const electron = await startHeld()
  const { options, calls } = onlyWindow(electron)
  expect(options).toMatchObject({
    resizable: false,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  expect(options.webPreferences).not.toHaveProperty('preload')
  const page = await pageWith(electron, 'value="50"')
  expect(page).toContain('<progress aria-labelledby="what" max="100" value="50"></progress><span>50 %</span>')
  expect(page).toContain('<h1 id="what">Bringing your documents up to this version</h1>')
  expect(page).not.toMatch(/<script|javascript:| on\w+=/)
  await vi.waitUntil(() => calls.includes('progress 0.5'), PATIENT)
  const { headers } = await get(electron, '/opening')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
})

it('goes by itself when it is done, and then the main window opens', async () => {
  const electron = await startHeld()
  await goneOn(electron)
  expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, false])
  expect(electron.windows[1]?.webContents.url).toBe(OURS)
  expect(electron.log).not.toContain('quit')
  expect(await callMain(electron, 'store.info', {})).toMatchObject({
    value: { schemaVersion: NEWEST_SCHEMA, documents: 2 },
  })
  expect((await get(electron, '/opening')).status).toBe(404)
  expect((await get(electron, '/opening/call-off')).status).toBe(404)
})

it.each([
  [
    'the link in it',
    async (electron: FakeElectron) => {
      const [, link = ''] = CALL_OFF.exec(await pageWith(electron, '</a>')) ?? []
      expect(await (await get(electron, link)).text()).toContain(
        'Tierwise ends in a moment. Everything in your documents is kept',
      )
    },
  ],
  ['closing it', (electron: FakeElectron) => onlyWindow(electron).close()],
  ['quitting', (electron: FakeElectron) => electron.quit()],
])('is called off by %s, and then the application quits quietly', async (_by, callOff) => {
  const electron = await startHeld()
  const window = onlyWindow(electron)
  await callOff(electron)
  await vi.waitUntil(() => electron.log.includes('quit'), PATIENT)
  await electron.quit()
  expect(electron.windows).toEqual([window])
  expect(window.destroyed).toBe(true)
  expect({ exits: electron.exits, errors: electron.dialogs.errors }).toEqual({ exits: [], errors: [] })
  // Bytes 60 to 63 are the number of the version.
  expect(readFileSync(join(electron.folder, 'tierwise.db')).readUInt32BE(60)).toBe(1)

  const info = valueOf(storeIn(electron.folder).info())
  expect(info).toMatchObject({ schemaVersion: NEWEST_SCHEMA, documents: 2, trouble: null })
})

it('is brought to the front by a second start, whose files are opened when it is done', async () => {
  const electron = await startHeld()
  const small = onlyWindow(electron)
  small.minimized = true
  const file = join(electron.folder, 'gone.tierwise')
  electron.app.emit('second-instance', {}, [], '', { files: [file] })
  expect(small.calls).toEqual(expect.arrayContaining(['restore', 'focus']))
  expect(electron.windows).toHaveLength(1)
  await goneOn(electron)
  const { heard } = openPage(electron)
  await vi.waitFor(
    () => expect(heard).toContainEqual(expect.objectContaining({ kind: 'openFailed', file })),
    PATIENT,
  )
})
