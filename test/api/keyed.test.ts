import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { FORBIDDEN_KEYS } from '#shared/keyed.ts'
import { scenarioUsing } from '../store/support.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'
import { storedApi } from './stored-api.ts'

/** As JSON makes it: a key of the object itself, also where it is `__proto__`. */
const keyedBy = (key: string, value: unknown): unknown => JSON.parse(`{"${key}":${JSON.stringify(value)}}`)

const [source] = Object.values(WRITTEN_OUT.sources)

describe.each([...FORBIDDEN_KEYS])('the id %s', (key) => {
  const refused = (path: string) => ({
    ok: false,
    problems: [{ code: 'input.invalid', message: `"${key}" cannot be an id here.`, path: `${path}.${key}` }],
  })

  it('is refused for a source of a catalogue that would be kept', async () => {
    const { kind, content } = scenarioUsing('1')
    const catalog: unknown = JSON.parse(
      JSON.stringify(WRITTEN_OUT).replace('"sources":{', `"sources":{"${key}":${JSON.stringify(source)},`),
    )
    const document = { kind, content: { ...content, scenario: { ...content.scenario, catalog } } }
    const answer = await storedApi().api('library.create', { name: 'Odd', document })
    expect(answer).toEqual(refused('document.content.scenario.catalog.sources'))
  })

  it('is refused for a plan with agreed terms', async () => {
    const call = createApi({ host: 'test' })
    const customTerms = keyedBy(key, { monthly: '5' })
    expect(await call('scenarios.run', { ...SCENARIO, customTerms })).toEqual(refused('customTerms'))
    expect(await call('analysis.compare', { catalog: SCENARIO.catalog, usage: '1', customTerms })).toEqual(
      refused('customTerms'),
    )
  })
})

it('the schema of a catalogue still says what a source is', async () => {
  const answer = await createApi({ host: 'test' })('documents.schema', { name: 'catalog' })
  expect(answer).toMatchObject({
    value: {
      properties: {
        sources: { type: 'object', additionalProperties: { required: ['title', 'date', 'basis'] } },
      },
    },
  })
})
