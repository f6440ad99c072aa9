import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { loadMain } from '../../fakes/built-bundles.ts'
import { fakeElectron, type FakeElectron } from '../../fakes/electron.ts'
import { makeScenario, writeScenarioFile } from '../../fakes/scenario-file.ts'
import { callMain, openPage, startShell } from '../../fakes/shell.ts'
import { PATIENT } from '../../patience.ts'

let folder: string
let file: string
let id: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-files-'))
  const author = await startShell()
  id = await makeScenario(author, 'Agents in May')
  file = await writeScenarioFile(author, id, folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** What a new page of the application hears about files, once it hears anything. */
async function heardBy(electron: FakeElectron): Promise<readonly unknown[]> {
  const { heard } = openPage(electron)
  const openings = () => heard.filter((event) => /"kind":"open/.test(JSON.stringify(event)))
  await vi.waitUntil(() => openings().length > 0, PATIENT)
  return openings()
}
const handOver = (electron: FakeElectron, ...files: readonly string[]) =>
  electron.app.emit('second-instance', {}, [], '', { files })
const names = async (electron: FakeElectron) => {
  const list = await callMain(electron, 'library.list', { kind: 'scenario' })
  return [...JSON.stringify(list).matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name)
}
const recent = (electron: FakeElectron) => callMain(electron, 'settings.get', {})

describe('a file to open', () => {
  it.each(['linux', 'win32'] as const)(
    'on the command line on %s is imported and shown',
    async (platform) => {
      const electron = await startShell({ platform, args: ['--flag', file] })
      expect(await heardBy(electron)).toEqual([{ kind: 'open', id }])
      expect(await names(electron)).toEqual(['Agents in May'])
    },
  )

  it('named by its address, as Linux desktops do on a double click, is shown too', async () => {
    const spaced = join(folder, 'Agents in May, 100 %.tierwise')
    copyFileSync(file, spaced)
    const addresses = [pathToFileURL(spaced).href, 'file://elsewhere/x.tierwise']
    const electron = await startShell({ args: addresses })
    expect(await heardBy(electron)).toEqual([{ kind: 'open', id }])
  })

  it('from the dock on macOS, before the application is ready, is shown when it is', async () => {
    const electron = fakeElectron({ platform: 'darwin' })
    await loadMain(electron)
    let prevented = false
    electron.app.emit('open-file', { preventDefault: () => (prevented = true) }, file)
    expect(prevented).toBe(true)
    await electron.becomeReady()
    expect(await heardBy(electron)).toEqual([{ kind: 'open', id }])
  })

  it('handed over by a second start is shown in the first, whatever folder that was in', async () => {
    const second = await startShell({ firstInstance: false, args: [file] })
    expect(second.handedOver).toEqual([{ files: [file] }])
    const first = await startShell()
    first.app.emit('second-instance', {}, ['anything', file], '/elsewhere', second.handedOver[0])
    expect(await heardBy(first)).toEqual([{ kind: 'open', id }])
  })

  it.each([null, undefined, 'text', { files: 'x' }, { files: [7] }])(
    'is not taken from a second start that hands over %j',
    async (data) => {
      const electron = await startShell()
      electron.app.emit('second-instance', {}, [file, file], '', data)
      handOver(electron, file)
      expect(await heardBy(electron)).toEqual([{ kind: 'open', id }])
    },
  )

  it('waits for a page that listens, and is told to one page once', async () => {
    const electron = await startShell({ args: [file] })
    const first = await heardBy(electron)
    handOver(electron, join(folder, 'gone.tierwise'))
    expect(first).toEqual([{ kind: 'open', id }])
    expect(await heardBy(electron)).toMatchObject([{ kind: 'openFailed' }])
  })

  it.each([
    ['linux', false],
    ['win32', true],
    ['darwin', true],
  ] as const)('is recent afterwards, on %s also to the system: %s', async (platform, told) => {
    const electron = await startShell({ platform, args: [file] })
    await heardBy(electron)
    expect(await recent(electron)).toMatchObject({ value: { recentFiles: [file], lastFolder: folder } })
    expect(electron.recentDocuments).toEqual(told ? [file] : [])
  })
})

describe('a file whose scenario is in the library already', () => {
  /** Opens the file again, answers with the button of this number, and waits until that is done. */
  async function openAgain(response: number, prepare = async (_electron: FakeElectron) => {}) {
    const electron = await startShell({ args: [file] })
    await heardBy(electron)
    await prepare(electron)
    electron.dialogs.answer({ response })
    handOver(electron, file, join(folder, 'gone.tierwise'))
    const { heard } = openPage(electron)
    await vi.waitUntil(() => JSON.stringify(heard).includes('openFailed'), PATIENT)
    return { electron, asked: electron.dialogs.asked[0]?.options }
  }

  it('is asked about, and with Cancel left as it is', async () => {
    const { electron, asked } = await openAgain(3)
    expect(asked).toMatchObject({
      message: '“Agents in May” is in the library already.',
      detail: `What should be done with the file “${basename(file)}”?`,
      buttons: ['Show the one in the library', 'Replace it with the file', 'Import as a copy', 'Cancel'],
      cancelId: 3,
    })
    expect(await names(electron)).toEqual(['Agents in May'])
  })

  it('can be shown as it is in the library', async () => {
    const { electron } = await openAgain(0, async (running) => {
      await callMain(running, 'library.rename', { id, name: 'Mine' })
    })
    expect(await names(electron)).toEqual(['Mine'])
  })

  it('can be replaced by the file', async () => {
    const { electron } = await openAgain(1, async (running) => {
      await callMain(running, 'library.rename', { id, name: 'Mine' })
    })
    expect(await names(electron)).toEqual(['Agents in May'])
  })

  it('can be kept beside a copy', async () => {
    const { electron } = await openAgain(2)
    expect(await names(electron)).toHaveLength(2)
  })

  it('cannot be shown from the bin, but taken out of it', async () => {
    const { electron, asked } = await openAgain(0, async (running) => {
      await callMain(running, 'library.delete', { id })
    })
    expect(asked).toMatchObject({
      message: '“Agents in May” is in the bin already.',
      buttons: ['Replace it with the file', 'Import as a copy', 'Cancel'],
    })
    expect(await names(electron)).toEqual(['Agents in May'])
  })
})

describe('many files', () => {
  it('of more than a hundred the first are opened, and the rest is told of', async () => {
    const electron = await startShell()
    const { heard } = openPage(electron)
    const missing = Array.from({ length: 119 }, (_, index) => join(folder, `gone-${String(index)}.tierwise`))
    handOver(electron, file, ...missing)
    await vi.waitUntil(() => JSON.stringify(heard).includes('120 files'), PATIENT)
    const openings = heard.filter((event) => /"kind":"open/.test(JSON.stringify(event)))
    expect(openings).toHaveLength(101)
    expect(openings[0]).toEqual({ kind: 'open', id })
    expect(openings[100]).toEqual({
      kind: 'openFailed',
      file: '20 of 120 files',
      message: 'Tierwise opens 100 at a time; the others are as they were.',
    })
  })

  it('one that breaks something is logged and told of, and the next is opened', async () => {
    const electron = await startShell({ platform: 'darwin' })
    const { heard } = openPage(electron)
    Object.assign(electron.module.app ?? {}, {
      addRecentDocument: () => {
        throw new Error('the dock is gone')
      },
    })
    handOver(electron, file, join(folder, 'gone.tierwise'))
    await vi.waitUntil(() => JSON.stringify(heard).includes('gone.tierwise'), PATIENT)
    expect(heard).toContainEqual({
      kind: 'openFailed',
      file,
      message: 'Something went wrong inside Tierwise.',
    })
    expect(readFileSync(join(electron.folder, 'logs', 'tierwise.log'), 'utf8')).toContain('the dock is gone')
  })
})

describe('a file that cannot be opened', () => {
  const opening = async (path: string) => {
    const electron = await startShell({ args: [path] })
    return heardBy(electron)
  }

  it('is told of where it does not exist', async () => {
    const missing = join(folder, 'gone.tierwise')
    expect(await opening(missing)).toEqual([
      { kind: 'openFailed', file: missing, message: '“gone.tierwise” could not be read: it does not exist.' },
    ])
  })

  it('is told of where it is damaged', async () => {
    const damaged = write('damaged.tierwise', '{"format":"tierwise"')
    expect(await opening(damaged)).toMatchObject([{ kind: 'openFailed', file: damaged }])
  })

  it('is told of, and not read, where it is larger than any bundle', async () => {
    const large = write('large.tierwise', '')
    truncateSync(large, MOST_BUNDLE_BYTES + 1)
    expect(await opening(large)).toEqual([
      {
        kind: 'openFailed',
        file: large,
        message: '“large.tierwise” could not be read: it is larger than 32 MB.',
      },
    ])
  })

  it('is recent no more', async () => {
    const electron = await startShell()
    const missing = join(folder, 'gone.tierwise')
    for (const opened of [file, missing]) {
      writeFileSync(missing, '')
      electron.dialogs.answer({ canceled: false, filePaths: [opened] })
      await callMain(electron, 'files.openBundle', {})
    }
    expect(await recent(electron)).toMatchObject({ value: { recentFiles: [missing, file] } })
    rmSync(missing)
    handOver(electron, missing)
    await heardBy(electron)
    expect(await recent(electron)).toMatchObject({ value: { recentFiles: [file] } })
  })

  it('is not tried where it is no scenario’s file', async () => {
    const electron = await startShell({ args: [write('notes.txt', ''), file] })
    expect(await heardBy(electron)).toEqual([{ kind: 'open', id }])
  })
})
