import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { presets } from '#main/catalogs/index.ts'
import { ENGINE_VERSION } from '#main/engine/index.ts'
import { readBundle, writeBundle } from '#main/export/bundle.ts'
import { MOST_TEXT, MOST_VALUES } from '#shared/bounds.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import type { ScenarioBundle } from '#shared/bundle.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { bytesOf, textOf } from '../fakes/bytes-of.ts'
import { companyWith, namesIn, problemOf, scenarioUsing, valueOf } from '../store/support.ts'
import { WRITTEN_OUT } from './cases.ts'
import { storedApi } from './stored-api.ts'

/** An application with one scenario, and that scenario as a file. */
async function exported(document = scenarioUsing('400000')) {
  const app = storedApi()
  const { id } = await app.ask('library.create', { name: 'Agents in May', document })
  const { file, fileName } = await app.ask('bundles.export', { id })
  return { app, id, text: textOf({ file }), fileName }
}

/** What is said of such a scenario as it is kept. */
const contentUsing = (credits: string) => ({
  scenario: { name: 'Agents in May', usage: { kind: 'series', credits: [credits] } },
  shows: 'cheapest',
})

const onOwnCatalog = () => {
  const { kind, content } = scenarioUsing('400000')
  return { kind, content: { ...content, scenario: { ...content.scenario, catalog: WRITTEN_OUT } } }
}

/** The same file with something changed in it, and a hash that fits again where it is asked for. */
function altered(text: string, change: (bundle: ScenarioBundle) => ScenarioBundle): string {
  const { hash: _fitsNoMore, ...bundle } = change(valueOf(readBundle(text)))
  return writeBundle(bundle)
}

describe('a scenario as a file', () => {
  it('carries its catalogue, the engine version and the hash that its run names', async () => {
    const { app, id, text, fileName } = await exported()
    const bundle = valueOf(readBundle(text))
    const { inputHash: hash } = await app.ask(
      'scenarios.run',
      scenarioUsing('400000', 'Agents in May').content.scenario,
    )
    expect(fileName).toBe('Agents in May.tierwise')
    expect(bundle).toMatchObject({
      id,
      name: 'Agents in May',
      engineVersion: ENGINE_VERSION,
      inputHash: hash,
    })
    expect(bundle.catalog).toEqual(presets[0])
    expect(bundle.content).toEqual(scenarioUsing('400000', 'Agents in May').content)
  })

  it.each([
    ['on a preset', scenarioUsing],
    ['on a catalogue of its own', onOwnCatalog],
  ])('comes back byte for byte after it was imported elsewhere, %s', async (_what, document) => {
    const { text } = await exported(document('400000'))
    const elsewhere = storedApi()
    const outcome = await elsewhere.ask('bundles.import', { file: bytesOf(text) })
    if (outcome.kind !== 'imported') throw new Error('It was not imported.')
    expect(outcome.notices).toEqual([])
    expect(textOf(await elsewhere.ask('bundles.export', { id: outcome.document.id }))).toBe(text)
  })

  it('is read as it was by a version that has more to say by default', async () => {
    const { text } = await exported()
    const { hash: _fitsNoMore, ...bundle } = valueOf(readBundle(text))
    const { shows: _left, ...content } = bundle.content
    const older = JSON.stringify({ ...bundle, content })
    const hash = createHash('sha256')
      .update(canonicalJson(JSON.parse(older)))
      .digest('hex')
    const written = JSON.stringify({ ...JSON.parse(older), hash })
    expect(await storedApi().ask('bundles.import', { file: bytesOf(written) })).toMatchObject({
      kind: 'imported',
    })
  })

  it('is made of a scenario that compares with overage but stays on a plan that sells none', async () => {
    const { kind, content } = scenarioUsing('1')
    const scenario = { ...content.scenario, plan: 'starter', overage: { optIn: true } }
    const { text } = await exported({ kind, content: { ...content, scenario } })
    const elsewhere = storedApi()
    expect(await elsewhere.ask('bundles.import', { file: bytesOf(text) })).toMatchObject({ kind: 'imported' })
  })

  it('bears the name a person sees, inside as outside, and the hash of a run under that name', async () => {
    const { app, id } = await exported()
    await app.ask('library.rename', { id, name: 'Agents in June?' })
    const { file, fileName } = await app.ask('bundles.export', { id })
    const text = textOf({ file })
    const bundle = valueOf(readBundle(text))
    expect(fileName).toBe('Agents in June.tierwise')
    expect([bundle.name, bundle.content.scenario.name]).toEqual(['Agents in June?', 'Agents in June?'])
    const run = await app.ask('scenarios.run', scenarioUsing('400000', 'Agents in June?').content.scenario)
    expect(bundle.inputHash).toBe(run.inputHash)
  })

  it('is not made of what is no scenario, or cannot be billed', async () => {
    const { ask, answer } = storedApi()
    const company = await ask('library.create', { name: 'Acme', document: companyWith('x') })
    expect(problemOf(await answer('bundles.export', { id: company.id })).code).toBe('bundle.not_a_scenario')
    const { kind, content } = scenarioUsing('1')
    const scenario = { ...content.scenario, plan: 'gold' }
    const broken = await ask('library.create', {
      name: 'Gold',
      document: { kind, content: { ...content, scenario } },
    })
    expect(problemOf(await answer('bundles.export', { id: broken.id }))).toMatchObject({
      path: 'content.scenario.plan',
    })
  })
})

describe('a scenario too large for a file', () => {
  it('is not made into one that could be opened nowhere', async () => {
    const { ask, answer } = storedApi()
    const { kind, content } = scenarioUsing('1')
    const [plan] = WRITTEN_OUT.plans
    if (!plan) throw new Error('It has no plans.')
    const [feature] = plan.features
    if (!feature) throw new Error('Its plan has no features.')
    const long = { ...feature, value: 'x'.repeat(MOST_TEXT) }
    // The catalogue is in the file twice.
    const features = Array.from({ length: Math.ceil(MOST_BUNDLE_BYTES / 2 / MOST_TEXT) }, () => long)
    const catalog = { ...WRITTEN_OUT, plans: [{ ...plan, features }, ...WRITTEN_OUT.plans.slice(1)] }
    const { id } = await ask('library.create', {
      name: 'Large',
      document: { kind, content: { ...content, scenario: { ...content.scenario, catalog } } },
    })
    expect(problemOf(await answer('bundles.export', { id }))).toMatchObject({
      code: 'bundle.too_large',
      message: expect.stringContaining('32 MB'),
    })
  })
})

describe('importing', () => {
  it('says of a file that is no text in UTF-8 what it is', async () => {
    const file = new Uint8Array(Buffer.from('\uFEFF{}', 'utf16le'))
    expect(problemOf(await storedApi().answer('bundles.import', { file }))).toEqual({
      code: 'file.unreadable',
      message: 'The file could not be read: it is text in UTF-16, and Tierwise reads UTF-8.',
      path: '',
    })
  })

  it('asks before it touches what is there', async () => {
    const { app, id, text } = await exported()
    await app.ask('library.edit', { id, base: 1, label: 'Change', document: scenarioUsing('9') })
    expect(await app.ask('bundles.import', { file: bytesOf(text) })).toMatchObject({
      kind: 'exists',
      name: 'Agents in May',
    })
    expect((await app.ask('library.get', { id })).content).toMatchObject(contentUsing('9'))
  })

  it('replaces as one edit, which can be undone', async () => {
    const { app, id, text } = await exported()
    await app.ask('library.edit', { id, base: 1, label: 'Change', document: scenarioUsing('9') })
    await app.ask('bundles.import', { file: bytesOf(text), onExisting: 'replace' })
    expect((await app.ask('library.get', { id })).content).toMatchObject(contentUsing('400000'))
    expect((await app.ask('history.undo', { scope: id })).label).toBe('Import “Agents in May” again')
    expect((await app.ask('library.get', { id })).content).toMatchObject(contentUsing('9'))
  })

  it('takes what it replaces out of the bin', async () => {
    const { app, id, text } = await exported()
    await app.ask('library.delete', { id })
    expect(await app.ask('bundles.import', { file: bytesOf(text) })).toMatchObject({
      kind: 'exists',
      existing: { id },
    })
    await app.ask('bundles.import', { file: bytesOf(text), onExisting: 'replace' })
    expect(namesIn(app.store, { kind: 'scenario' })).toEqual(['Agents in May'])
    expect((await app.ask('history.undo', { scope: 'library' })).label).toBe('Restore “Agents in May”')
  })

  it('makes a copy under a name of its own', async () => {
    const { app, id, text } = await exported()
    const outcome = await app.ask('bundles.import', { file: bytesOf(text), onExisting: 'copy' })
    if (outcome.kind !== 'imported') throw new Error('It was not imported.')
    expect(outcome.document.name).toBe('Agents in May 2')
    expect(outcome.document.id).not.toBe(id)
    expect((await app.ask('history.state', { scope: 'library' })).undo).toBe('Import “Agents in May 2”')
  })

  it('keeps the figures of a preset that is another here, whole', async () => {
    const { text } = await exported()
    const older = altered(text, (bundle) => ({
      ...bundle,
      engineVersion: '0.0.1',
      catalog: { ...bundle.catalog, description: 'As it was last year' },
    }))
    const { ask } = storedApi()
    const outcome = await ask('bundles.import', { file: bytesOf(older) })
    if (outcome.kind !== 'imported') throw new Error('It was not imported.')
    expect(outcome.notices.map(({ code }) => code)).toEqual(['bundle.other_engine', 'bundle.own_catalog'])
    const { content } = await ask('library.get', { id: outcome.document.id })
    expect(content).toMatchObject({ scenario: { catalog: { description: 'As it was last year' } } })
  })
})

describe('a file that is not as it should be', () => {
  const Json = z.record(z.string(), z.unknown())
  const changed = (text: string, change: Record<string, unknown>) =>
    JSON.stringify({ ...Json.parse(JSON.parse(text)), ...change })

  it.each<[string, (text: string) => string, { code: string; path: string }]>([
    ['is no JSON', (text) => text.slice(1), { code: 'bundle.not_json', path: '' }],
    ['is empty', () => '', { code: 'bundle.not_json', path: '' }],
    ['is something else', () => '{"format":"other"}', { code: 'bundle.unknown', path: 'format' }],
    ['is a list', () => '[]', { code: 'bundle.unknown', path: '' }],
    [
      'is newer',
      (text) => changed(text, { schemaVersion: 2, extra: 1 }),
      { code: 'bundle.newer', path: 'schemaVersion' },
    ],
    ['has no id', (text) => changed(text, { id: 'x' }), { code: 'input.invalid', path: 'id' }],
    [
      'has a field too many',
      (text) => changed(text, { extra: 1 }),
      { code: 'input.unknown_field', path: 'extra' },
    ],
    ...(
      [
        ['hash', 'x'],
        ['inputHash', 'x'],
        ['name', 'Agents in June'],
        ['id', '0198c1f2-7c3e-7000-8000-000000000001'],
        ['engineVersion', '9.9.9'],
      ] as const
    ).map(([field, value]): [string, (text: string) => string, { code: string; path: string }] => [
      `has another ${field}`,
      (text) => changed(text, { [field]: value }),
      { code: 'bundle.hash_mismatch', path: 'hash' },
    ]),
    [
      'shows another plan',
      (text) => text.replace('"shows": "cheapest"', '"shows": "plan"'),
      { code: 'bundle.hash_mismatch', path: 'hash' },
    ],
    [
      'says no more what it showed',
      (text) => text.replace(/,\s*"shows": "cheapest"/, ''),
      { code: 'bundle.hash_mismatch', path: 'hash' },
    ],
    [
      'was edited by hand',
      (text) => text.replace('"400000"', '"300000"'),
      { code: 'bundle.hash_mismatch', path: 'hash' },
    ],
    [
      'is nested too deeply',
      () => `{"format":${'['.repeat(1_000_000)}`,
      { code: 'bundle.too_deep', path: '' },
    ],
    [
      'holds more values than any of ours',
      () => `{"format":[0${',0'.repeat(MOST_VALUES)}]}`,
      { code: 'bundle.too_many_values', path: '' },
    ],
    [
      'is wrong in more places than anybody reads',
      (text) => text.replace('"usageEvents": []', `"usageEvents": [0${',0'.repeat(130_000)}]`),
      { code: 'input.invalid', path: 'content.scenario.usageEvents.0' },
    ],
    [
      'has a list longer than anybody writes',
      (text) => text.replace('"grants": []', `"grants": [0${',0'.repeat(900_000)}]`),
      { code: 'input.invalid', path: 'content.scenario.grants' },
    ],
    [
      'reaches for a prototype',
      (text) => text.replace('"content": {', '"content": { "__proto__": {"x": 1},'),
      { code: 'bundle.forbidden_key', path: 'content.__proto__' },
    ],
    [
      'has two catalogues',
      (text) =>
        altered(text, ({ content, ...bundle }) => ({
          ...bundle,
          content: { ...content, scenario: { ...content.scenario, catalog: WRITTEN_OUT } },
        })),
      { code: 'bundle.two_catalogs', path: 'content.scenario.catalog' },
    ],
    [
      'contradicts itself in its catalogue',
      (text) => altered(text, (bundle) => ({ ...bundle, catalog: { ...bundle.catalog, sources: {} } })),
      { code: 'catalog.unknown_source', path: expect.stringMatching(/^catalog\./) },
    ],
    [
      'bills a plan that is not in its catalogue',
      (text) =>
        altered(text, ({ content, ...bundle }) => ({
          ...bundle,
          content: { ...content, scenario: { ...content.scenario, plan: 'gold' } },
        })),
      { code: expect.any(String), path: 'content.scenario.plan' },
    ],
  ])('is refused with what and where when it %s', async (_what, break_, problem) => {
    const { text } = await exported()
    const { answer, store, told } = storedApi()
    expect(problemOf(await answer('bundles.import', { file: bytesOf(break_(text)) }))).toMatchObject(problem)
    expect(valueOf(store.info()).documents).toBe(0)
    expect(told).toEqual([])
  })
})
