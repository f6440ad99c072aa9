import { describe, expect, it } from 'vitest'
import { chordText, commandOfChord, keysOf } from '#renderer/commands/accelerators.ts'
import { bytes } from '#renderer/format/bytes.ts'
import { freeName } from '#renderer/state/free-name.ts'
import { routeOf } from '#renderer/state/route.ts'

const chord = (key: string, held: 'ctrl' | 'meta' | 'none', shiftKey = false) => ({
  key,
  ctrlKey: held === 'ctrl',
  metaKey: held === 'meta',
  shiftKey,
  altKey: false,
})

describe('chords', () => {
  it('are Ctrl on most systems and Command on a Mac', () => {
    expect(commandOfChord(chord('z', 'ctrl'), false)?.id).toBe('history.undo')
    expect(commandOfChord(chord('z', 'meta'), true)?.id).toBe('history.undo')
    expect(commandOfChord(chord('z', 'ctrl'), true)).toBeUndefined()
    expect(commandOfChord(chord('z', 'none'), false)).toBeUndefined()
  })

  it('redo as Shift with undo, and as Y', () => {
    expect(commandOfChord(chord('Z', 'ctrl', true), false)?.id).toBe('history.redo')
    expect(commandOfChord(chord('y', 'ctrl'), false)?.id).toBe('history.redo')
  })

  it('are named as the system names its keys', () => {
    expect(chordText('CmdOrCtrl+Shift+Z', false)).toBe('Ctrl+Shift+Z')
    expect(chordText('CmdOrCtrl+Shift+Z', true)).toBe('⌘⇧Z')
    expect(keysOf('CmdOrCtrl+,', false)).toEqual(['Ctrl', ','])
  })
})

describe('addresses', () => {
  it('stay what they are, for people keep them', () => {
    expect(routeOf('#/')).toEqual({ screen: 'compare', scenario: null, view: null })
    expect(routeOf('#/scenario/3f0c')).toEqual({ screen: 'compare', scenario: '3f0c', view: null })
    expect(routeOf('#/scenarios')).toEqual({ screen: 'scenarios', scenario: null, view: null })
    expect(routeOf('#/account')).toEqual({ screen: 'account', scenario: null, view: null })
    expect(routeOf('#/account/3f0c/ledger')).toEqual({ screen: 'account', scenario: '3f0c', view: 'ledger' })
    expect(routeOf('#/settings')).toEqual({ screen: 'settings', scenario: null, view: null })
  })

  it('that are none lead to the Compare screen', () => {
    for (const hash of ['', '#', '#/nowhere', '#/nowhere/3f0c', '#/scenario/', '#token=abc'])
      expect(routeOf(hash)).toEqual({ screen: 'compare', scenario: null, view: null })
  })
})

describe('names and sizes', () => {
  it('of a new scenario are free', () => {
    expect(freeName('New scenario', new Set())).toBe('New scenario')
    expect(freeName('New scenario', new Set(['New scenario', 'New scenario 2']))).toBe('New scenario 3')
  })

  it('of files are short', () => {
    expect(bytes(999)).toBe('999 bytes')
    expect(bytes(86_500)).toBe('86.5 KB')
    expect(bytes(12_345_678)).toBe('12.3 MB')
  })
})
