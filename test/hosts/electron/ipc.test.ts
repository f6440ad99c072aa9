import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import type { FakeElectron, Sender } from '../../fakes/electron.ts'
import { FOREIGN } from '../../fakes/foreign.ts'
import { callMain, onlyWindow, OURS, startShell } from '../../fakes/shell.ts'

const FORBIDDEN = { ok: false, problems: [{ code: 'ipc.forbidden', path: '' }] }
const CHANNELS = ['tierwise:invoke', 'tierwise:event']

let electron: FakeElectron
beforeAll(async () => {
  electron = await startShell()
})

const ask = (sender: Sender | null, channel: string) => electron.invokeAs(sender, channel, 'app.info', {})

describe('who may use IPC (item 17)', () => {
  it('there are two channels and no other', () => {
    expect([...electron.listeners.keys()]).toEqual(CHANNELS)
  })

  it('the page itself', async () => {
    expect(await ask({ url: `${OURS}index.html#/compare` }, 'tierwise:invoke')).toMatchObject({
      ok: true,
      value: { host: 'electron', hasDialogs: true },
    })
  })

  describe.each(CHANNELS)('on %s', (channel) => {
    it.each(FOREIGN)('no page at %s', async (url) => {
      expect(await ask({ url }, channel)).toMatchObject(FORBIDDEN)
    })

    it('no frame inside the page, not even one of ours', async () => {
      expect(await ask({ url: OURS, parent: {} }, channel)).toMatchObject(FORBIDDEN)
    })

    it('no frame that is gone', async () => {
      expect(await ask(null, channel)).toMatchObject(FORBIDDEN)
    })
  })

  it('whoever is refused hears no events either', async () => {
    for (const url of FOREIGN) await ask({ url }, 'tierwise:event')
    await ask({ url: OURS, parent: {} }, 'tierwise:event')
    await callMain(electron, 'settings.change', { theme: 'light' })
    expect(onlyWindow(electron).webContents.sent).toEqual([])
  })
})

describe('what is sent over IPC', () => {
  it.each([{ recentFiles: ['/etc/passwd.tierwise'] }, { lastFolder: '/etc' }])(
    'says not which files were opened and where: %j',
    async (change) => {
      const before = await callMain(electron, 'settings.get', {})
      expect(await callMain(electron, 'settings.change', { theme: 'dark', ...change })).toMatchObject({
        ok: false,
        problems: [{ code: 'input.unknown_field', path: Object.keys(change)[0] }],
      })
      expect(await callMain(electron, 'settings.get', {})).toEqual(before)
    },
  )

  it.each([undefined, null, 7, {}, ['app.info', 1], 'toString', '__proto__'])(
    'takes %j for no method',
    async (method) => {
      expect(await electron.invokeAs({ url: OURS }, 'tierwise:invoke', method, {})).toMatchObject({
        ok: false,
        problems: [{ code: 'api.unknown_method' }],
      })
    },
  )

  it.each([undefined, null, 7, 'text', [], { id: 7 }, { id: 'x', more: true }, new Map([['id', 'x']])])(
    'refuses the malformed input %j',
    async (input) => {
      const answer = await callMain(electron, 'library.get', input)
      expect(answer).toMatchObject({ ok: false })
      expect(JSON.stringify(answer)).toMatch(/"code":"input\.(invalid|unknown_field)"/)
    },
  )

  it('refuses a file larger than any bundle', async () => {
    const file = new Uint8Array(MOST_BUNDLE_BYTES + 1)
    expect(await callMain(electron, 'bundles.import', { file })).toMatchObject({
      ok: false,
      problems: [{ code: 'input.invalid', message: 'Expected a file of at most 32 MB.', path: 'file' }],
    })
  })

  it('refuses what refers to itself', async () => {
    const input: Record<string, unknown> = {}
    input.document = input
    expect(await callMain(electron, 'documents.validate', input)).toMatchObject({ ok: true })
    expect(await callMain(electron, 'scenarios.run', input)).toMatchObject({ ok: false })
  })
})
