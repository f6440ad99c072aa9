import { assert, property, string } from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCREENS } from '#shared/screens.ts'
import type { DocumentSummary } from '#shared/library.ts'
import { rowByKey } from '#renderer/commands/Palette.tsx'
import type { Entry } from '#renderer/commands/entry.ts'
import { entriesHere } from '#renderer/commands/palette-entries.ts'
import { listing } from '#renderer/commands/palette-list.ts'
import { match, wordsOf } from '#renderer/commands/palette-match.ts'
import { commands } from '#renderer/commands/registry.ts'
import { answers } from '#renderer/state/answers.ts'
import { offerExport } from '#renderer/state/exportables.ts'
import { EMPTY_LIBRARY, useLibrary } from '#renderer/state/library.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { useRoute } from '#renderer/state/route.ts'
import { SETTINGS_SECTIONS } from '#renderer/state/settings-sections.ts'
import { useView } from '#renderer/state/view.ts'
import { worked } from './support/samples.ts'
import { content } from './support/scenarios.ts'

const platform = { focusField: () => undefined, goToPart: () => undefined }

/** A label with what was typed of it in brackets; null where it does not match. */
function marked(typed: string, label: string, beside = ''): string | null {
  const found = match(wordsOf(typed), label, beside)
  if (!found) return null
  return found.marks.toReversed().reduce((text, { start, end }) => {
    return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
  }, label)
}

const entry = (label: string, changes: Partial<Entry> = {}): Entry => ({
  id: label,
  label,
  group: 'File',
  detail: '',
  words: '',
  keys: [],
  unavailable: null,
  run: () => undefined,
  ...changes,
})

const labels = (entries: readonly Entry[], typed: string, chosen: readonly string[] = []) =>
  listing(entries, typed, chosen).rows.map((row) => row.entry.label)

describe('what is typed into the palette', () => {
  it.each([
    ['scen du', 'Duplicate the scenario', '[Du]plicate the [scen]ario'],
    ['DUP', 'Duplicate the scenario', '[Dup]licate the scenario'],
    ['cafe', 'Angebot Café Nord', 'Angebot [Café] Nord'],
    ['über', 'Uber', '[Uber]'],
    ['ond', 'Second wind', 'Sec[ond] wind'],
    // A word's beginning is what was meant, though the letters stand in another word before it.
    ['on', 'Common on', 'Common [on]'],
    ['scen scenario', 'New scenario', 'New [scenario]'],
    ['ﬁ', 'The ﬁnal offer', 'The [ﬁ]nal offer'],
    ['', 'Anything', 'Anything'],
  ])('“%s” is found in “%s” as %s', (typed, label, expected) => {
    expect(marked(typed, label)).toBe(expected)
  })

  it('is not found where one of its words is not', () => {
    expect(marked('dup plan', 'Duplicate the scenario')).toBeNull()
  })

  it('is found in the group and marks nothing then', () => {
    expect(marked('file dup', 'Duplicate the scenario', 'File')).toBe('[Dup]licate the scenario')
    expect(marked('file', 'Duplicate the scenario', 'File')).toBe('Duplicate the scenario')
  })

  it('marks only places that are in the label, in order and apart, whatever is typed in whatever name', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (typed, label) => {
        let last = -1
        for (const { start, end } of match(wordsOf(typed), label, '')?.marks ?? []) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(label.length)
          last = end
        }
      }),
    )
  })

  it('finds every name by itself', () => {
    assert(
      property(string({ unit: 'grapheme' }), (name) => {
        expect(match(wordsOf(name), name, '')).not.toBeNull()
      }),
    )
  })
})

describe('the list of the palette', () => {
  it('has the best match first: at the start, at a word, inside one, in the group', () => {
    const all = [
      entry('Something', { group: 'Version' }),
      entry('Inversion'),
      entry('Name the version'),
      entry('Versions'),
    ]
    expect(labels(all, 'vers')).toEqual(['Versions', 'Name the version', 'Inversion', 'Something'])
  })

  it('has what works before what does not, and then what was chosen last, where they match alike', () => {
    const all = [entry('Undo one', { unavailable: 'nothing' }), entry('Undo two'), entry('Undo three')]
    expect(labels(all, 'undo', ['Undo three'])).toEqual(['Undo three', 'Undo two', 'Undo one'])
    expect(labels(all, 'undo')).toEqual(['Undo two', 'Undo three', 'Undo one'])
  })

  it('begins with what was chosen last, at most five, before anything is typed', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((label) => entry(label))
    const { rows } = listing(all, '  ', ['g', 'gone', 'f', 'e', 'd', 'c', 'b'])
    expect(rows.map((row) => row.entry.label)).toEqual(['g', 'f', 'e', 'd', 'c', 'a', 'b'])
    expect(rows.map(({ heading }) => heading)).toEqual(['Recent', null, null, null, null, 'File', null])
  })

  it('leaves out what does not work until it is asked for', () => {
    const all = [entry('Undo', { unavailable: 'nothing' }), entry('Redo')]
    expect(labels(all, '', ['Undo'])).toEqual(['Redo'])
    expect(labels(all, 'undo')).toEqual(['Undo'])
  })

  it('draws no more than a hundred and says how many there are besides', () => {
    const all = Array.from({ length: 1000 }, (_, place) => entry(`Quote ${String(place)}`))
    const { rows, more } = listing(all, 'quote', [])
    expect([rows.length, more]).toEqual([100, 900])
    expect(listing(all.slice(0, 100), 'quote', []).more).toBe(0)
  })

  it('is walked by the arrow keys, around its ends, and by pages within them', () => {
    expect(rowByKey('ArrowDown', 0, 3)).toBe(1)
    expect(rowByKey('ArrowDown', 2, 3)).toBe(0)
    expect(rowByKey('ArrowUp', 0, 3)).toBe(2)
    expect(rowByKey('ArrowUp', 2, 3)).toBe(1)
    expect(rowByKey('PageDown', 1, 20)).toBe(9)
    expect(rowByKey('PageDown', 1, 3)).toBe(2)
    expect(rowByKey('PageUp', 9, 20)).toBe(1)
    expect(rowByKey('PageUp', 2, 3)).toBe(0)
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']) expect(rowByKey(key, 0, 0)).toBe(0)
    expect(rowByKey('a', 0, 3)).toBeUndefined()
  })
})

const OPEN_ID = '3f0c0f52-0d6e-4a6b-9a35-000000000001'
const scenario = (id: string, name: string, updatedAt: string): DocumentSummary => ({
  id,
  kind: 'scenario',
  name,
  revision: 1,
  createdAt: updatedAt,
  updatedAt,
  deletedAt: null,
})
const OLDER = scenario(OPEN_ID, 'Acme', '2026-11-01T12:00:00.000Z')
const NEWER = scenario('3f0c0f52-0d6e-4a6b-9a35-000000000002', 'Zeta', '2026-11-20T12:00:00.000Z')

const named = (id: string): Entry | undefined => entriesHere([]).find((one) => one.id === id)
const why = (id: string) => named(id)?.unavailable

describe('the palette offers', () => {
  beforeEach(() => {
    useRoute.setState({ screen: 'compare', scenario: null })
    useResults.setState({ comparison: worked() })
    useLibrary.setState(EMPTY_LIBRARY, true)
    useOpenScenario.setState(NOTHING_OPEN, true)
    answers.client.clear()
  })

  const openOne = () => {
    useOpenScenario.setState({ document: { ...OLDER, kind: 'scenario', content: content() } })
  }

  it('every command but itself, and every rank that a plan has by that plan', () => {
    const offered = entriesHere([]).map(({ id }) => id)
    const plans = worked().plans.length
    const expected = commands
      .map(({ id }) => id)
      .filter((id) => id !== 'palette.open')
      .filter((id) => !id.startsWith('plan.focus.') || Number(id.at(-1)) <= plans)
    expect(offered.filter((id) => !id.includes(':'))).toEqual(expected)
    expect(named('plan.focus.2')?.label).toBe('Show Creator month by month')
  })

  it.each([
    ['ledger', 'Show the ledger'],
    ['invoice', 'Show the invoices'],
    ['print invoice', 'Print an invoice…'],
    ['upgrade', 'Find the best day to upgrade'],
    ['people', 'Edit the people'],
    ['basic ceiling', 'Show the seats'],
    ['attribution', 'Show the costs'],
    ['burn-down', 'Show the credits'],
    ['alerts', 'Show the events'],
    ['discount', 'Edit the plan and terms'],
    ['api key', 'Add an API key'],
    ['add person', 'Add a person'],
    ['add workspace', 'Add a workspace'],
    ['add change', 'Add a dated change…'],
    ['variant', 'Show the variants'],
    ['best date', 'Find the best day to upgrade'],
    ['xlsx', 'Save the result as a workbook (XLSX)…'],
  ])('what is typed as “%s”: %s', (typed, label) => {
    openOne()
    useRoute.setState({ screen: 'account' })
    expect(labels(entriesHere([]), typed)[0]).toBe(label)
  })

  it('a scenario by its name before all that can be done with it', () => {
    openOne()
    const all = entriesHere([OLDER])
    expect(labels(all, 'acme')[0]).toBe('Acme')
    expect(labels(all, 'ledger acme')).toEqual(['Show the ledger'])
  })

  it('nothing of an account where no scenario is open', () => {
    expect(why('account.show.ledger')).toBe('no scenario is open')
    expect(why('account.invoice')).toBe('no scenario is open')
    expect(named('account.show.ledger')?.detail).toBe('')
    openOne()
    expect(named('account.show.ledger')).toMatchObject({ detail: 'of Acme', unavailable: null })
    expect(why('account.next')).toBe('on Account')
  })

  it('what a view of an account can save, its further parts by their names', () => {
    openOne()
    useRoute.setState({ screen: 'account', view: 'variants' })
    expect(why('account.csv')).toBe('no figures yet')
    expect(why('account.table')).toBe('no chart in this view')
    const table = (name: string) => ({ name, tsv: () => '', csv: () => '' })
    const part = { about: '', section: () => null, turn: null }
    const ends = [
      offerExport('variants', { ...part, name: 'Variants by rank', tables: [table('Variants by rank')] }),
      offerExport('failures', {
        ...part,
        name: 'Both failures',
        tables: [table('Both failures'), { ...table('Usage'), tsv: null }],
      }),
    ]
    expect(why('account.csv')).toBeNull()
    const saved = entriesHere([]).filter(({ id }) => id.startsWith('export:'))
    expect(saved.map(({ label }) => label)).toEqual([
      'Save Both failures as CSV…',
      'Copy Both failures',
      'Save Usage as CSV…',
    ])
    for (const end of ends) end()
  })

  it('all that works, in the list that is there before anything is typed', () => {
    openOne()
    for (const screen of SCREENS.map(({ id }) => id)) {
      useRoute.setState({ screen })
      expect(listing(entriesHere([]), '', []).more).toBe(0)
    }
  })

  it('every screen and every section of the settings as a place', () => {
    const places = entriesHere([]).filter(({ group }) => group === 'Go to')
    expect(places.map(({ label }) => label)).toEqual(SCREENS.map(({ name }) => name))
    const sections = entriesHere([]).filter(({ group }) => group === 'Settings')
    expect(sections.map(({ label }) => label)).toEqual(Object.values(SETTINGS_SECTIONS))
    named('section:backups')?.run(platform)
    expect([useRoute.getState().screen, useView.getState().section]).toEqual(['settings', 'backups'])
  })

  it('every scenario by its name, the one changed last first, and says which is open', () => {
    openOne()
    const scenarios = entriesHere([OLDER, NEWER]).filter(({ group }) => group === 'Scenarios')
    expect(scenarios.map(({ label, detail }) => `${label}, ${detail.slice(0, 7)}`)).toEqual([
      'Zeta, changed',
      'Acme, open',
    ])
  })

  it('the keys of a command where it is, its chord before its letter', () => {
    expect(named('overage.toggle')?.keys).toEqual(['O'])
    expect(named('scenario.print')?.keys).toEqual(['Ctrl', 'P'])
    expect(named('scenario.delete')?.keys).toEqual([])
    useRoute.setState({ screen: 'scenarios' })
    expect(named('scenario.delete')?.keys).toEqual(['Delete'])
  })

  it('what is for other screens greyed, with their names', () => {
    useRoute.setState({ screen: 'settings' })
    expect(why('overage.toggle')).toBe('on Compare')
    expect(why('scenario.export')).toBe('on Compare, Account and Scenarios')
    expect(why('theme.next')).toBeNull()
  })

  it('nothing but what can be done to the page before a customer, and no other scenario', () => {
    openOne()
    useRoute.setState({ screen: 'present' })
    expect(entriesHere([OLDER, NEWER]).map(({ id }) => id)).toEqual([
      'scenario.print',
      'present.reset',
      'present.leave',
      'part.next',
      'part.previous',
      'theme.next',
      'help',
    ])
  })

  it('what is done to a scenario only where there is one', () => {
    expect(why('go.present')).toBe('no scenario is open')
    expect(why('scenario.duplicate')).toBe('no scenario is open')
    openOne()
    expect(why('scenario.duplicate')).toBeNull()
    useRoute.setState({ screen: 'scenarios' })
    expect(why('scenario.duplicate')).toBe('no scenario is selected')
    useLibrary.setState({ selected: OPEN_ID })
    expect(why('scenario.duplicate')).toBeNull()
    useLibrary.setState({ bin: true })
    expect(why('scenario.duplicate')).toBe('not in the bin')
  })

  it('undo and redo with what they would do, each of its own', () => {
    openOne()
    expect([why('history.undo'), why('history.redo')]).toEqual(['nothing to undo', 'nothing to redo'])
    answers.keep(
      'history.state',
      { scope: OPEN_ID },
      { ok: true, value: { undo: 'Change usage to 500,000', redo: null } },
    )
    answers.keep('history.state', { scope: 'library' }, { ok: true, value: { undo: null, redo: 'Delete' } })
    expect(named('history.undo')).toMatchObject({ detail: 'Change usage to 500,000', unavailable: null })
    expect(why('history.redo')).toBe('nothing to redo')
    useRoute.setState({ screen: 'scenarios' })
    expect(why('history.undo')).toBe('nothing to undo')
    expect(named('history.redo')).toMatchObject({ detail: 'Delete', unavailable: null })
  })
})
