import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentOf, examples, findExample } from '#main/examples/index.ts'
import type { Input, Output } from '#shared/api.ts'
import { alter } from '../store/damaged-file.ts'
import { namesIn, problemOf, storeIn, temporaryFolder } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

const ID = 'rollover-trap'
const NAME = 'The rollover trap'

type Ask = ReturnType<typeof storedApi>['ask']

const open = (ask: Ask): Promise<Output<'examples.open'>> => ask('examples.open', { id: ID })

async function edit(ask: Ask, id: string, months: number): Promise<void> {
  const { content, kind, revision } = await ask('library.get', { id })
  if (kind !== 'scenario') throw new Error('It is no scenario.')
  const usage = { kind: 'pattern' as const, monthly: '1', pattern: { kind: 'flat' as const } }
  const document: Input<'library.edit'>['document'] = {
    kind,
    content: { ...content, scenario: { ...content.scenario, months, usage } },
  }
  await ask('library.edit', { id, base: revision, label: 'Change the months', document })
}

describe('teaching examples', () => {
  it('are told in their order, without their accounts', async () => {
    const told = await storedApi().ask('examples.list', {})
    expect(told).toEqual(
      examples.map(({ id, name, question, lookFor, tags }) => ({ id, name, question, lookFor, tags })),
    )
  })

  it('become a document that says where it came from', async () => {
    const { ask, told } = storedApi()
    const { how, document } = await open(ask)
    expect([how, document.name]).toEqual(['made', NAME])
    const example = findExample(ID)
    if (!example) throw new Error('There is no such example.')
    const { content } = await ask('library.get', { id: document.id })
    const { usageEvents } = contentOf(example).scenario
    expect(content).toEqual({
      ...contentOf(example),
      scenario: { ...contentOf(example).scenario, usageEvents: { kept: usageEvents.length } },
    })
    expect(told).toEqual([
      { kind: 'document', document },
      { kind: 'history', scope: 'library' },
    ])
    expect((await ask('history.undo', { scope: 'library' })).label).toBe(`Open “${NAME}”`)
  })

  it('are the document that is there, as long as nobody changed it', async () => {
    const { ask, told } = storedApi()
    const first = await open(ask)
    told.length = 0
    expect(await open(ask)).toEqual({ how: 'found', document: first.document })
    expect(told).toEqual([])
  })

  it('are had fresh after they were edited, and the fresh one is found from then on', async () => {
    const { ask, store } = storedApi()
    const first = await open(ask)
    await edit(ask, first.document.id, 3)
    const second = await open(ask)
    expect(second).toMatchObject({ how: 'made', document: { name: `${NAME} 2` } })
    expect(await open(ask)).toEqual({ how: 'found', document: second.document })
    expect(namesIn(store, { kind: 'scenario' }).toSorted()).toEqual([NAME, `${NAME} 2`])
  })

  it('are had back out of the bin, and fresh where what lies there was changed', async () => {
    const { ask } = storedApi()
    const { document } = await open(ask)
    await ask('library.delete', { id: document.id })
    expect(await open(ask)).toMatchObject({ how: 'restored', document: { id: document.id, deletedAt: null } })
    await edit(ask, document.id, 3)
    await ask('library.delete', { id: document.id })
    expect(await open(ask)).toMatchObject({ how: 'made', document: { name: `${NAME} 2` } })
  })

  it.each([`${NAME} at Acme`, 'My rollover trap!'])(
    'are not taken for what a person calls something else: %s',
    async (name) => {
      const { ask } = storedApi()
      const { document } = await open(ask)
      await ask('library.rename', { id: document.id, name })
      expect(await open(ask)).toMatchObject({ how: 'made', document: { name: NAME } })
    },
  )

  it('are found behind copies that were changed since', async () => {
    const { ask } = storedApi()
    const { document } = await open(ask)
    const copy = await ask('library.duplicate', { id: document.id, name: `${NAME} 7` })
    await edit(ask, copy.id, 3)
    expect(await open(ask)).toEqual({ how: 'found', document })
  })

  it('are had beside one that cannot be read any more', async () => {
    const folder = temporaryFolder()
    const before = storeIn(folder)
    await open(storedApi(before).ask)
    before.close()
    alter(join(folder, 'tierwise.db'), `UPDATE revisions SET content = 'x'`)
    expect(await open(storedApi(storeIn(folder)).ask)).toMatchObject({
      how: 'made',
      document: { name: `${NAME} 2` },
    })
  })

  it('are refused by a name that none has', async () => {
    const answer = await storedApi().answer('examples.open', { id: 'toString' })
    expect(problemOf(answer)).toMatchObject({ code: 'example.unknown', path: 'id' })
  })
})
