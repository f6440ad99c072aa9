import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { bytesOf } from '../../fakes/bytes-of.ts'
import type { FakeElectron } from '../../fakes/electron.ts'
import { makeScenario } from '../../fakes/scenario-file.ts'
import { callMain, onlyWindow, startShell } from '../../fakes/shell.ts'

let folder: string
let electron: FakeElectron
let id: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-dialogs-'))
})
beforeEach(async () => {
  electron = await startShell()
  id = await makeScenario(electron, 'Agents: May/June')
})
afterAll(() => rmSync(folder, { recursive: true }))

const saved = (file: string) => ({ canceled: false, filePath: file })
const settings = () => callMain(electron, 'settings.get', {})

describe('saving a scenario', () => {
  it('asks where, beginning in Documents with a name every file system takes', async () => {
    electron.dialogs.answer({ canceled: true, filePath: '' })
    expect(await callMain(electron, 'files.saveBundle', { id })).toEqual({ ok: true, value: null })
    expect(electron.dialogs.asked).toEqual([
      {
        kind: 'save',
        options: {
          defaultPath: join(electron.folder, 'Documents', 'Agents- May-June.tierwise'),
          filters: [{ name: 'Tierwise scenario', extensions: ['tierwise'] }],
        },
      },
    ])
  })

  it('writes the whole file, and nothing else beside it', async () => {
    const own = mkdtempSync(join(folder, 'own-'))
    const file = join(own, 'may.tierwise')
    electron.dialogs.answer(saved(file))
    expect(await callMain(electron, 'files.saveBundle', { id })).toEqual({ ok: true, value: { file } })
    expect(await callMain(electron, 'bundles.export', { id })).toMatchObject({
      value: { file: new Uint8Array(readFileSync(file)) },
    })
    expect(readdirSync(own)).toEqual(['may.tierwise'])
  })

  it('remembers the file and its folder, where the next dialog begins', async () => {
    const file = join(folder, 'may.tierwise')
    electron.dialogs.answer(saved(file), { canceled: true, filePaths: [] })
    await callMain(electron, 'files.saveBundle', { id })
    expect(await settings()).toMatchObject({ value: { recentFiles: [file], lastFolder: folder } })
    await callMain(electron, 'files.openBundle', {})
    expect(electron.dialogs.asked.at(-1)).toMatchObject({ kind: 'open', options: { defaultPath: folder } })
  })

  it('leaves what is there alone, and says why, when it cannot be written', async () => {
    const file = join(folder, 'no-such-folder', 'may.tierwise')
    electron.dialogs.answer(saved(file))
    expect(await callMain(electron, 'files.saveBundle', { id })).toEqual({
      ok: false,
      problems: [
        {
          code: 'file.not_written',
          message: '“may.tierwise” could not be saved: it does not exist.',
          path: '',
        },
      ],
    })
    expect(await settings()).toMatchObject({ value: { recentFiles: [] } })
  })
})

describe('opening a scenario', () => {
  const open = (file: string) => {
    electron.dialogs.answer({ canceled: false, filePaths: [file] })
    return callMain(electron, 'files.openBundle', {})
  }

  it('answers the bytes of the chosen file, and remembers it', async () => {
    const file = join(folder, 'open.tierwise')
    writeFileSync(file, 'whatever it holds')
    expect(await open(file)).toEqual({
      ok: true,
      value: { name: 'open.tierwise', file: bytesOf('whatever it holds') },
    })
    expect(await settings()).toMatchObject({ value: { recentFiles: [file], lastFolder: folder } })
  })

  it('keeps the ten newest, each once', async () => {
    const files = Array.from({ length: 11 }, (_, index) => join(folder, `${index}.tierwise`))
    for (const file of files) {
      writeFileSync(file, '')
      await open(file)
    }
    await open(files[5] ?? '')
    const newest = [5, 10, 9, 8, 7, 6, 4, 3, 2, 1].map((index) => files[index])
    expect(await settings()).toMatchObject({ value: { recentFiles: newest } })
  })

  it.each([
    ['that is gone', (file: string) => rmSync(file), 'it does not exist'],
    [
      'too large to be one',
      (file: string) => truncateSync(file, MOST_BUNDLE_BYTES + 1),
      'it is larger than 32 MB',
    ],
  ])('refuses one %s', async (_what, change, why) => {
    const file = join(folder, 'other.tierwise')
    writeFileSync(file, '')
    change(file)
    expect(await open(file)).toMatchObject({
      ok: false,
      problems: [{ code: 'file.unreadable', message: `“other.tierwise” could not be read: ${why}.` }],
    })
  })

  it('refuses a folder', async () => {
    expect(await open(folder)).toMatchObject({ ok: false, problems: [{ code: 'file.unreadable' }] })
  })

  it('answers null when the person changes their mind', async () => {
    electron.dialogs.answer({ canceled: true, filePaths: [] })
    expect(await callMain(electron, 'files.openBundle', {})).toEqual({ ok: true, value: null })
  })
})

describe('saving a file of a page', () => {
  const save = (kind: string, name = 'Agents: May/June, cost by usage') =>
    callMain(electron, 'files.save', { name, kind, file: bytesOf('a,b') })

  it.each([
    ['csv', 'CSV'],
    ['svg', 'SVG picture'],
    ['png', 'PNG picture'],
    ['xlsx', 'Excel workbook'],
    ['pdf', 'PDF'],
  ])('asks where for a %s, by a name that every file system takes', async (kind, typeName) => {
    electron.dialogs.answer({ canceled: true, filePath: '' })
    expect(await save(kind)).toEqual({ ok: true, value: null })
    expect(electron.dialogs.asked).toEqual([
      {
        kind: 'save',
        options: {
          defaultPath: join(electron.folder, 'Documents', `Agents- May-June, cost by usage.${kind}`),
          filters: [{ name: typeName, extensions: [kind] }],
        },
      },
    ])
  })

  it.each(['exe', 'html', 'tierwise', 'CSV', '', '../csv'])('refuses “%s” and asks nothing', async (kind) => {
    expect(await save(kind)).toMatchObject({ ok: false })
    expect(electron.dialogs.asked).toEqual([])
  })

  it('writes the bytes as they are, and remembers the folder but no scenario', async () => {
    const file = join(folder, 'costs.csv')
    electron.dialogs.answer(saved(file))
    expect(await save('csv')).toEqual({ ok: true, value: { file } })
    expect(readFileSync(file, 'utf8')).toBe('a,b')
    expect(await settings()).toMatchObject({ value: { recentFiles: [], lastFolder: folder } })
  })

  it('refuses more than 64 MB', async () => {
    const file = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(await callMain(electron, 'files.save', { name: 'May', kind: 'csv', file })).toMatchObject({
      ok: false,
      problems: [{ message: 'Expected a file of at most 64 MB.' }],
    })
  })
})

describe('printing', () => {
  it('makes a PDF of the page that is shown, with its backgrounds and in its own paper size', async () => {
    const file = join(folder, 'may.pdf')
    electron.dialogs.answer(saved(file))
    expect(await callMain(electron, 'files.printPdf', { name: 'May' })).toEqual({ ok: true, value: { file } })
    expect(onlyWindow(electron).webContents.printed).toEqual([
      { printBackground: true, preferCSSPageSize: true },
    ])
    expect(readFileSync(file, 'utf8')).toBe('%PDF')
  })

  it('remembers the folder, but no PDF among the scenarios', async () => {
    electron.dialogs.answer(saved(join(folder, 'may.pdf')))
    await callMain(electron, 'files.printPdf', { name: 'May' })
    expect(await settings()).toMatchObject({ value: { recentFiles: [], lastFolder: folder } })
  })

  it('suggests no name that leads to another folder', async () => {
    electron.dialogs.answer({ canceled: true, filePath: '' })
    await callMain(electron, 'files.printPdf', { name: '../../May' })
    expect(electron.dialogs.asked[0]?.options.defaultPath).toBe(join(electron.folder, 'Documents', 'May.pdf'))
  })

  it('says so when the page cannot be printed, and asks for no file', async () => {
    onlyWindow(electron).webContents.pdf = () => Promise.reject(new Error('Failed to generate PDF'))
    expect(await callMain(electron, 'files.printPdf', { name: 'May' })).toMatchObject({
      ok: false,
      problems: [{ code: 'print.failed', message: 'The page could not be printed: Failed to generate PDF.' }],
    })
    expect(electron.dialogs.asked).toEqual([])
  })
})

it('shows the folder of the documents in the file manager', async () => {
  expect(await callMain(electron, 'files.showStore', {})).toEqual({ ok: true, value: {} })
  expect(electron.opened).toEqual([electron.folder])
  expect(existsSync(electron.folder)).toBe(true)
})
