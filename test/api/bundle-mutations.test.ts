import { expect, it } from 'vitest'
import { bytesOf, textOf } from '../fakes/bytes-of.ts'
import { scenarioUsing, valueOf } from '../store/support.ts'
import { mutated } from '../fakes/mutations.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { WRITTEN_OUT } from './cases.ts'
import { storedApi } from './stored-api.ts'

const MUTATIONS = 1000

type Numbers = () => number
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Values that code trips over when it takes them for something else. */
// prettier-ignore
const ODD: readonly Json[] = [
  null, true, 0, -1, 1e308, 2 ** 53, 0.1, '', '-1', '1e400', 'NaN', '9'.repeat(400), 'x'.repeat(100_000),
  [], {}, [[[]]], { length: 1e9 }, { toString: 1 }, { toJSON: 1 },
]

it(`refuses or opens ${MUTATIONS} damaged files, and never touches what is there`, async () => {
  const random = seededNumbers(44)
  const { ask, answer, store } = storedApi()
  const { kind, content } = scenarioUsing('400000')
  const { id } = await ask('library.create', { name: 'May', document: scenarioUsing('400000') })
  const carried = { ...content, scenario: { ...content.scenario, catalog: WRITTEN_OUT } }
  const second = await ask('library.create', { name: 'June', document: { kind, content: carried } })
  const before = [await ask('library.get', { id }), await ask('library.get', { id: second.id })]
  const texts = [
    textOf(await ask('bundles.export', { id })),
    textOf(await ask('bundles.export', { id: second.id })),
  ]

  const seen = { refused: 0, opened: 0 }
  for (let number = 0; number < MUTATIONS; number++) {
    const text = damagedText(texts[number % 2] ?? '', random)
    const outcome = await answer('bundles.import', {
      file: bytesOf(text),
      onExisting: random() < 0.5 ? 'ask' : 'copy',
    })
    seen[outcome.ok ? 'opened' : 'refused']++
  }
  expect(seen.refused).toBeGreaterThan(MUTATIONS / 2)
  expect([await ask('library.get', { id }), await ask('library.get', { id: second.id })]).toEqual(before)
  expect(valueOf(store.check()).findings).toEqual([])
}, 120_000)

function damagedText(text: string, random: Numbers): string {
  const kind = random()
  if (kind < 0.4) return mutated(Buffer.from(text), random).toString()
  if (kind < 0.5) return nested(text, random)
  return JSON.stringify(withOddValue(JSON.parse(text), random))
}

function nested(text: string, random: Numbers): string {
  const depth = Math.floor(random() * 200_000)
  const [open, close] = random() < 0.5 ? ['[', ']'] : ['{"x":', '}']
  return text.replace(/"400000"/, `${open.repeat(depth)}1${close.repeat(depth)}`)
}

/** Goes down into a value by chance, and puts something there that does not belong. */
function withOddValue(value: Json, random: Numbers): Json {
  if (typeof value !== 'object' || value === null || random() < 0.15) return odd(value, random)
  const keys = Object.keys(value)
  const key = keys[Math.floor(random() * keys.length)]
  if (key === undefined) return odd(value, random)
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? withOddValue(item, random) : item))
  if (random() < 0.1) return without(value, key)
  return { ...value, [key]: withOddValue(value[key] ?? null, random) }
}

function odd(value: Json, random: Numbers): Json {
  if (random() < 0.2) return JSON.parse(`{"__proto__": {"polluted": true}, "constructor": 1}`)
  if (random() < 0.2) return [value, value]
  return ODD[Math.floor(random() * ODD.length)] ?? null
}

const without = (value: { [key: string]: Json }, key: string): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
