import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonShape } from '#main/hosts/cli/json-shape.ts'
import { COMMANDS } from '#main/hosts/cli/registry.ts'
import { answerOf, textOf, tierwise } from './support.ts'

const names = [...COMMANDS.keys()]

describe('help', () => {
  test('names every command of the product', async () => {
    const text = await textOf(['--help'])
    expect(names.filter((name) => !text.includes(`  ${name} `))).toEqual([])
    expect(await textOf(['help'])).toBe(text)
    expect(await textOf(['-h'])).toBe(text)
  })

  test.each(names)('of %s has usage, every option, an example and the JSON', async (name) => {
    const text = await textOf([name, '--help'])
    expect(text).toMatch(new RegExp(`^tierwise ${name}\\b`))
    const options = [...Object.keys(COMMANDS.get(name)?.options ?? {}), 'json', 'help']
    for (const option of options) expect(text).toContain(`\n  --${option} `)
    expect(text).toContain(`\nExample:\n  tierwise ${name}`)
    expect(text).toMatch(/\nJSON:\n {2}\S/)
    expect(await textOf(['help', name])).toBe(text)
    expect(await textOf(['help', '--json', name])).toBe(text)
  })

  test('asked for beside anything else is what is answered', async () => {
    expect(await textOf(['compare', '--nonsense', '--help'])).toBe(await textOf(['help', 'compare']))
  })

  test.each([...COMMANDS])(
    'the example of %s is carried out and answers what its help says',
    async (name, command) => {
      const [first, ...rest] = command.example.split(' ')
      expect(first).toBe(name)
      const answer = await answerOf([name, ...rest])
      expect(command.answer.parse(answer)).toEqual(answer)
      expect((await tierwise([name, ...rest])).stdout.length).toBeGreaterThan(20)
    },
  )
})

describe('the keys of a schema', () => {
  const Row = z.strictObject({
    id: z.string(),
    parts: z.array(z.strictObject({ of: z.string() })).nullable(),
  })

  test.each([
    [z.string(), ''],
    [Row, '{id, parts: [{of}]}'],
    [z.array(Row), '[{id, parts: [{of}]}]'],
    [
      z.strictObject({ names: z.array(z.string()), row: Row.optional() }),
      '{names, row: {id, parts: [{of}]}}',
    ],
    [
      z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a') }),
          z.strictObject({ kind: z.literal('b'), n: z.int() }),
        ]),
      ),
      '[{kind} | {kind, n}]',
    ],
  ])('%#: are written as its JSON is', (schema, shape) => {
    expect(jsonShape(schema)).toBe(shape)
  })

  test('deeper than asked for are left out', () => {
    expect(jsonShape(Row, 1)).toBe('{id, parts: [{…}]}')
  })
})
