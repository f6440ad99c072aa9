import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { presets } from '#main/catalogs/index.ts'
import { Diagnostic, type Problem } from '#shared/problem.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

const api = createApi({ host: 'test' })

async function validate(document: unknown): Promise<readonly Diagnostic[]> {
  const answer = await api('documents.validate', { document })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return z.array(Diagnostic).parse(answer.value)
}

const pathsOf = (problems: readonly Problem[]) => problems.map(({ path }) => path)

describe('validating a document', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('finds %s sound', async (_id, preset) => {
    expect((await validate(preset)).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('advises where more costs less and of a plan never the cheapest, in a scenario only on its own plan', async () => {
    const enterprise = /^plans\.6\.(seats\.purchase|price\.monthly)\./
    const paths = pathsOf(await validate(WRITTEN_OUT))
    expect(paths).toHaveLength(3)
    for (const path of paths) expect(path).toMatch(enterprise)
    const onEnterprise = { ...SCENARIO, catalog: WRITTEN_OUT, plan: 'enterprise' }
    expect(pathsOf(await validate(onEnterprise))).toEqual(paths.map((path) => `catalog.${path}`))
  })

  it('finds a sound scenario sound, its catalogue named or written out', async () => {
    expect(await validate(SCENARIO)).toEqual([])
    expect(await validate({ ...SCENARIO, catalog: WRITTEN_OUT })).toEqual([])
  })

  it('reports everything wrong with a scenario at once', async () => {
    const problems = await validate({ ...SCENARIO, months: 0, start: 'soon', unknown: 1 })
    expect(pathsOf(problems).toSorted()).toEqual(['months', 'start', 'unknown'])
  })

  it('reports a plan the catalogue does not have', async () => {
    expect(pathsOf(await validate({ ...SCENARIO, plan: 'gold' }))).toEqual(['plan'])
  })

  it('reports an unknown catalogue', async () => {
    expect(await validate({ ...SCENARIO, catalog: 'nowhere' })).toMatchObject([
      { code: 'catalog.unknown', path: 'catalog' },
    ])
  })

  it('reads a catalogue with mistakes as a catalogue', async () => {
    const { id: _id, ...nameless } = WRITTEN_OUT
    expect(pathsOf(await validate(nameless))).toEqual(['id'])
    expect(pathsOf(await validate({ ...WRITTEN_OUT, currency: 'dollars' }))).toEqual(['currency'])
  })

  it('points at a source no catalogue entry has, within the scenario too', async () => {
    const sources = {}
    const alone = await validate({ ...WRITTEN_OUT, sources })
    const within = await validate({ ...SCENARIO, catalog: { ...WRITTEN_OUT, sources } })
    expect(alone.length).toBeGreaterThan(0)
    const inCatalog = ({ path, more }: Diagnostic) => (more === undefined ? `catalog.${path}` : '')
    expect(within).toEqual(alone.map((problem) => ({ ...problem, path: inCatalog(problem) })))
  })

  it.each([null, 7, 'text', [], {}, { name: 'neither' }])('takes %j for neither', async (document) => {
    expect(await validate(document)).toMatchObject([{ code: 'document.unknown_kind', path: '' }])
  })
})

const Schema = z.looseObject({
  $schema: z.string(),
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
})

async function schema(name: string) {
  const answer = await api('documents.schema', { name })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return Schema.parse(answer.value)
}

describe('the schemas', () => {
  it('of a scenario asks for no field that has a default', async () => {
    const { properties, required } = await schema('scenario')
    expect(required).toEqual(expect.arrayContaining(['schemaVersion', 'catalog', 'plan', 'start', 'usage']))
    expect(required).not.toContain('billing')
    expect(Object.keys(properties)).toContain('billing')
  })

  it('of a catalogue lists its plans', async () => {
    expect((await schema('catalog')).required).toContain('plans')
  })

  it('of a result promises every field, the hash of its input among them', async () => {
    const { properties, required } = await schema('result')
    expect(required).toEqual(Object.keys(properties))
    expect(required).toContain('inputHash')
  })
})
