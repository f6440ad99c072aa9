import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { COMMAND_GROUPS, COMMANDS } from '#shared/commands.ts'
import type { FakeElectron, FakeOptions } from '../../fakes/electron.ts'
import { choose, chooseMenuItem, menuItem, menuItems, menusOf } from '../../fakes/menu.ts'
import { makeScenario } from '../../fakes/scenario-file.ts'
import { callMain, onlyWindow, openPage, settle, startShell } from '../../fakes/shell.ts'
import { PATIENT } from '../../patience.ts'

const menu = (electron: FakeElectron, label: string) =>
  menusOf(electron).find((item) => item.label === label)?.submenu ?? []

async function start(options: FakeOptions = {}) {
  const electron = await startShell(options)
  await vi.waitUntil(() => electron.menus.length > 0, PATIENT)
  return electron
}

describe('the native menus', () => {
  it('are the groups of the commands, with the system’s own where it expects them', async () => {
    const names = (electron: FakeElectron) => menusOf(electron).map(({ label, role }) => label ?? role)
    const [help, ...others] = [...COMMAND_GROUPS].toReversed()
    const groups = others.toReversed()
    expect(names(await start())).toEqual([...groups, 'windowMenu', help])
    expect(names(await start({ platform: 'darwin' }))).toEqual(['appMenu', ...groups, 'windowMenu', help])
  })

  it('hold every command once, under its own name and with its own chord', async () => {
    const electron = await start()
    for (const { id, label, accelerator } of COMMANDS) {
      const found = menuItems(electron).filter((other) => other.id === id)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ label, ...(accelerator === null ? {} : { accelerator }) })
    }
  })

  it('only show a chord: the page handles the key', async () => {
    const own = menuItems(await start()).filter(({ accelerator }) => accelerator !== undefined)
    expect(own.length).toBeGreaterThan(0)
    for (const { registerAccelerator } of own) expect(registerAccelerator).toBe(false)
  })

  it('never take a single key, which would be lost for typing', async () => {
    const chords = menuItems(await start({ platform: 'darwin' })).flatMap(
      ({ accelerator }) => accelerator ?? [],
    )
    expect(chords.filter((chord) => !chord.includes('+'))).toEqual([])
  })

  it.each(['cut', 'copy', 'paste', 'selectAll'])('leave %s to the system', async (role) => {
    expect(menu(await start(), 'Edit').map((own) => own.role)).toContain(role)
  })

  it.each([
    ['linux', 'quit'],
    ['win32', 'quit'],
    ['darwin', 'close'],
  ] as const)('end File on %s with %s', async (platform, role) => {
    expect(menu(await start({ platform }), 'File').at(-1)?.role).toBe(role)
  })
})

describe('a chosen command', () => {
  it('is told to the page', async () => {
    const electron = await start()
    const { heard } = openPage(electron)
    await settle()
    chooseMenuItem(electron, 'help')
    expect(heard).toEqual([{ kind: 'command', id: 'help' }])
    expect(onlyWindow(electron).calls).toContain('focus')
  })

  it('opens the window again where it was closed, whose page then hears of it', async () => {
    const electron = await start({ platform: 'darwin' })
    openPage(electron)
    await settle()
    onlyWindow(electron).close()
    chooseMenuItem(electron, 'help')
    expect(electron.windows).toHaveLength(2)
    const { heard } = openPage(electron)
    await settle()
    expect(heard).toEqual([{ kind: 'command', id: 'help' }])
  })
})

describe('a chord that the page left to the field that is typed in', () => {
  it.each(['undo', 'redo'])('does the field’s own %s', async (edit) => {
    const electron = await start({ platform: 'darwin' })
    const { heard } = openPage(electron)
    await settle()
    choose(menuItem(electron, `history.${edit}`), true)
    expect(onlyWindow(electron).webContents.edits).toEqual([edit])
    expect(heard).toEqual([])
  })

  it('does nothing else', async () => {
    const electron = await start({ platform: 'darwin' })
    const { heard } = openPage(electron)
    await settle()
    choose(menuItem(electron, 'scenario.new'), true)
    expect(onlyWindow(electron).webContents.edits).toEqual([])
    expect(heard).toEqual([])
  })
})

describe('Open Recent', () => {
  const recent = (electron: FakeElectron) =>
    menu(electron, 'File').find(({ label }) => label === 'Open Recent')

  it('is grey before there is anything', async () => {
    expect(recent(await start())).toMatchObject({ enabled: false, submenu: [] })
  })

  it('lists our own files on every platform, the newest first, and opens them', async () => {
    const electron = await start()
    for (const name of ['three.tierwise', 'one & two.tierwise']) {
      const file = join(electron.folder, name)
      writeFileSync(file, '')
      electron.dialogs.answer({ canceled: false, filePaths: [file] })
      await callMain(electron, 'files.openBundle', {})
    }
    const labels = () => recent(electron)?.submenu?.map(({ label }) => label)
    await vi.waitFor(() => expect(labels()).toEqual(['one && two.tierwise', 'three.tierwise']), PATIENT)
    const { heard } = openPage(electron)
    choose(recent(electron)?.submenu?.[1] ?? {})
    await vi.waitUntil(() => heard.length > 0, PATIENT)
    expect(heard).toContainEqual({
      kind: 'openFailed',
      file: join(electron.folder, 'three.tierwise'),
      message: 'This is not a Tierwise file, or it is damaged: it does not hold JSON.',
    })
  })
})

describe('undo and redo', () => {
  const label = (electron: FakeElectron, id: string) => menuItem(electron, id).label

  it('say what they would do to the scenario that is shown', async () => {
    const electron = await start()
    const id = await makeScenario(electron, 'May')
    await callMain(electron, 'settings.change', { lastScenario: id })
    await callMain(electron, 'library.rename', { id, name: 'Agents & more' })
    await vi.waitUntil(() => label(electron, 'history.undo') !== 'Undo', PATIENT)
    const state = await callMain(electron, 'history.state', { scope: id })
    const { undo } = z.object({ value: z.object({ undo: z.string() }) }).parse(state).value
    expect(undo).toContain('Agents & more')
    expect(label(electron, 'history.undo')).toBe(`Undo ${undo.replace('&', '&&')}`)
    expect(label(electron, 'history.redo')).toBe('Redo')

    await callMain(electron, 'history.undo', { scope: id })
    await vi.waitUntil(() => label(electron, 'history.redo') !== 'Redo', PATIENT)
    expect(label(electron, 'history.redo')).toBe(`Redo ${undo.replace('&', '&&')}`)
  })

  it('are drawn again only when they say something else', async () => {
    const electron = await start()
    const before = electron.menus.length
    await callMain(electron, 'settings.change', { theme: 'dark' })
    await settle()
    expect(electron.menus).toHaveLength(before)
  })
})
