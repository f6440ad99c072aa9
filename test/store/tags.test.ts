import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '#main/store/index.ts'
import { About } from '#shared/about.ts'
import { alter } from './damaged-file.ts'
import { namesIn, newStore, scenarioUsing, storeIn, temporaryFolder, valueOf } from './support.ts'

function tagged(store: Store, name: string, ...tags: readonly string[]): string {
  const { kind, content } = scenarioUsing('1')
  const about = About.parse({ tags, question: 'Which "tags"?' })
  return valueOf(store.library.create({ name, document: { kind, content: { ...content, about } } })).id
}

const told = (store: Store) =>
  valueOf(store.library.tags()).map(({ tag, scenarios }) => `${tag} ${String(scenarios)}`)

const having = (store: Store, tag: string) => namesIn(store, { kind: 'scenario', tag }).toSorted()

describe('tags', () => {
  it('are told by their letters, each with how many scenarios have it', () => {
    const store = newStore()
    tagged(store, 'May', 'renewal', 'Acme')
    tagged(store, 'June', 'renewal', 'renewal', 'billing')
    tagged(store, 'July')
    valueOf(store.library.create({ name: 'August', document: scenarioUsing('1') }))
    expect(told(store)).toEqual(['Acme 1', 'billing 1', 'renewal 2'])
  })

  it('are those of the newest state of what is in use', () => {
    const store = newStore()
    const may = tagged(store, 'May', 'old')
    const june = tagged(store, 'June', 'binned')
    const { kind, content } = scenarioUsing('1')
    const document = { kind, content: { ...content, about: About.parse({ tags: ['new'] }) } }
    valueOf(store.library.edit({ id: may, base: 1, label: 'Tag', document }))
    valueOf(store.library.delete(june))
    expect(told(store)).toEqual(['new 1'])
    expect([having(store, 'old'), having(store, 'new'), having(store, 'binned')]).toEqual([[], ['May'], []])
    expect(namesIn(store, { kind: 'scenario', tag: 'binned', deleted: true })).toEqual(['June'])
  })

  it('find the scenarios that have them whole, whatever else is looked for', () => {
    const store = newStore()
    tagged(store, 'May', 'renewal')
    tagged(store, 'June', 'renewals', 'May')
    expect(having(store, 'renewal')).toEqual(['May'])
    expect(having(store, 'question')).toEqual([])
    expect(namesIn(store, { kind: 'scenario', tag: 'renewal', search: 'june' })).toEqual([])
    expect(namesIn(store, { kind: 'scenario', tag: null }).toSorted()).toEqual(['June', 'May'])
  })

  it('of a damaged scenario are none, and those of the others are told', () => {
    const folder = temporaryFolder()
    const before = storeIn(folder)
    const id = tagged(before, 'May', 'lost')
    tagged(before, 'June', 'found')
    before.close()
    const text = `{"about":{"tags":["lost"]`
    alter(join(folder, 'tierwise.db'), `UPDATE revisions SET content = '${text}' WHERE document = '${id}'`)
    const store = storeIn(folder)
    expect(told(store)).toEqual(['found 1'])
    expect(having(store, 'lost')).toEqual([])
  })
})
