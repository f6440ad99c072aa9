import { describe, expect, it } from 'vitest'
import { checked, must } from '#shared/checked.ts'
import { problemCount } from '#shared/problem-list.ts'
import { firstOf, parse, type Problem, ProblemList, refuseAll } from '#shared/problem.ts'
import * as z from '#shared/zod.ts'

const problem = (index: number): Problem => ({ code: 'some.code', message: `Number ${index}.`, path: '' })
const problems = (count: number) => Array.from({ length: count }, (_, index) => problem(index))

describe('a list of problems', () => {
  it('is whole up to a hundred', () => {
    expect(firstOf(problems(100))).toEqual(problems(100))
  })

  it('is its first hundred and how many more', () => {
    const more = { code: 'input.more', message: 'And 1 more.', path: '', more: 1 }
    expect(firstOf(problems(101))).toEqual([...problems(100), more])
    const list = new ProblemList()
    list.addMore(1_234_567)
    expect(list.problems.map(({ message }) => message)).toEqual(['And 1,234,567 more.'])
  })

  it('that was cut short stays as it is', () => {
    const short = firstOf(problems(500))
    expect(firstOf(short)).toEqual(short)
    expect(problemCount(short)).toBe(500)
    expect(refuseAll(short)).toEqual({ ok: false, problems: short })
  })

  it('made of some that were cut short says how many there are in all', () => {
    const list = new ProblemList()
    list.addAll(firstOf(problems(500)))
    list.addAll(firstOf(problems(300)))
    expect([list.problems.length, list.problems.at(-1)?.more]).toEqual([101, 700])
  })

  it('is written no further than it is told', () => {
    let written = 0
    const list = new ProblemList()
    for (let index = 0; index < 1000; index++) {
      list.add(() => {
        written++
        return problem(index)
      })
    }
    expect([written, list.problems.at(-1)?.more]).toEqual([100, 900])
  })
})

describe('input that is wrong in many places', () => {
  const MANY = 150_000
  const wrong = Array.from({ length: MANY }, () => 0)
  const keyed = Object.fromEntries(wrong.map((value, index) => [`key${index}`, value]))
  const Item = z.strictObject({ name: z.string(), list: z.array(z.string()).optional() })

  const last = (schema: z.ZodType, input: unknown) => {
    const answer = parse(schema, input)
    const all = answer.ok ? [] : answer.problems
    return [all.length, all[0]?.path, all.at(-1)?.more]
  }

  it.each([
    ['in a list', z.array(z.string()), wrong, '0', MANY - 100],
    ['in every field of its items', z.array(Item), wrong.map(() => ({ list: 0 })), '0.name', 2 * MANY - 100],
    ['in a list in a list', z.array(Item), [{ name: 'one', list: wrong }], '0.list.0', MANY - 100],
    ['in two lists', z.array(z.array(z.string())), [wrong, wrong], '0.0', 2 * MANY - 100],
    ['in one of two forms', z.union([z.string(), z.array(Item)]), wrong, '0', MANY - 100],
    [
      'in a form in a form',
      z.array(z.union([z.string(), Item])),
      wrong.map(() => ({})),
      '0.name',
      MANY - 100,
    ],
    ['in a record', z.record(z.string(), z.string()), keyed, 'key0', MANY - 100],
    ['in unknown fields', Item, { ...keyed, name: 'one' }, 'key0', MANY - 100],
    ['in unknown fields of items', z.array(Item), [keyed, keyed], '0.name', 2 * MANY + 2 - 100],
  ] as const)('%s tells a hundred and counts the rest', (_where, schema, input, first, more) => {
    expect(last(schema, input)).toEqual([101, first, more])
  })

  it('is looked at no further where the list is too long as it is', () => {
    expect(last(z.array(z.string()).min(1).max(1000), wrong)).toEqual([1, '', undefined])
  })

  it('is read as it is where nothing is wrong', () => {
    const list = Array.from({ length: 1000 }, (_, index) => ({ name: String(index) }))
    expect(parse(z.array(Item), list)).toEqual({ ok: true, value: list })
    expect(parse(z.array(Item).max(1000).default([]), undefined)).toEqual({ ok: true, value: [] })
  })
})

describe('a check beyond the format', () => {
  const Figure = z.string().regex(/^\d+$/, 'Expected a figure.')
  const Even = checked(
    Figure,
    must((text) => BigInt(text) % 2n === 0n, 'Expected an even figure.'),
  )
  const Pair = checked(z.strictObject({ low: Figure, high: Figure }), ({ low, high }) =>
    BigInt(low) <= BigInt(high) ? [] : [{ message: 'Expected more.', path: ['high'] }],
  )

  it('is asked of what is well formed', () => {
    expect(parse(Even, '4')).toEqual({ ok: true, value: '4' })
    expect(parse(Even, '5')).toMatchObject({ problems: [{ message: 'Expected an even figure.', path: '' }] })
    expect(parse(Pair, { low: '2', high: '1' })).toMatchObject({ problems: [{ path: 'high' }] })
  })

  it('is not asked of what is not', () => {
    expect(parse(Even, 'x')).toMatchObject({ problems: [{ message: 'Expected a figure.' }] })
    expect(parse(Pair, { low: 'x', high: '1' })).toMatchObject({ problems: [{ path: 'low' }] })
    expect(parse(z.array(Pair), [{ low: '2', high: 'y' }])).toMatchObject({ problems: [{ path: '0.high' }] })
  })
})
