import { describe, expect, it } from 'vitest'
import { readBundle } from '#main/export/bundle.ts'
import { ScenarioVariants } from '#shared/analysis.ts'
import { bytesOf, textOf } from '../fakes/bytes-of.ts'
import { scenarioUsing, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

const VARIANTS = ScenarioVariants.parse({
  list: [
    { name: 'As it is' },
    { name: 'On October’s prices', catalog: 'elevenlabs-2026-10', usageFactor: '1.08', addedChanges: [] },
  ],
  baseline: 1,
})

function withVariants() {
  const { kind, content } = scenarioUsing('400000')
  return { kind, content: { ...content, variants: VARIANTS } }
}

describe('variants kept with a scenario', () => {
  it('are beside the account as it is where none of them is said to be the baseline', () => {
    expect(ScenarioVariants.parse({ list: [{ name: 'Pro', plan: 'pro' }] }).baseline).toBe(null)
  })

  it('are there when it is opened, and stay when the scenario is edited', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: withVariants() })
    expect(await ask('library.get', { id })).toMatchObject({ content: { variants: VARIANTS } })
    const { content } = await ask('window.begin', { scenario: id }).then(
      ({ opened }) => opened?.document ?? Promise.reject(new Error('Nothing was opened.')),
    )
    const document = { kind: 'scenario' as const, content: { ...content, shows: 'plan' as const } }
    await ask('library.edit', { id, base: 1, label: 'Show the plan', document })
    expect(await ask('library.get', { id })).toMatchObject({ content: { variants: VARIANTS, shows: 'plan' } })
  })

  it('are taken back by undo', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: scenarioUsing('400000') })
    await ask('library.edit', { id, base: 1, label: 'Add a variant', document: withVariants() })
    await ask('history.undo', { scope: id })
    const { content } = await ask('library.get', { id })
    expect(content).not.toHaveProperty('variants')
  })

  it('go with its file, which has the hash of the scenario without them', async () => {
    const { ask } = storedApi()
    const files = []
    for (const document of [scenarioUsing('400000'), withVariants()]) {
      const { id } = await ask('library.create', { name: 'May', document })
      files.push(textOf(await ask('bundles.export', { id })))
    }
    const [plain, compared] = files.map((text) => valueOf(readBundle(text)))
    expect(compared?.content.variants).toEqual(VARIANTS)
    expect(compared?.inputHash).toBe(plain?.inputHash)
    const elsewhere = storedApi()
    const outcome = await elsewhere.ask('bundles.import', { file: bytesOf(files[1] ?? '') })
    if (outcome.kind !== 'imported') throw new Error('It was not imported.')
    expect(textOf(await elsewhere.ask('bundles.export', { id: outcome.document.id }))).toBe(files[1])
  })

  it('are not written for a scenario that has none', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: scenarioUsing('400000') })
    const { file } = await ask('bundles.export', { id })
    expect(JSON.parse(textOf({ file })).content).not.toHaveProperty('variants')
  })
})
