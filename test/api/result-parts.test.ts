import { expect, it } from 'vitest'
import { ResultParts } from '#main/api/result-parts.ts'
import { type OpenResult, ResultShelf } from '#main/api/result-shelf.ts'
import { runSummary, runWithDetail } from '#main/engine/index.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../engine/support/build.ts'

const catalog = catalogOf([planOf({})])
const scenario = scenarioOf(catalog, ['600'])
const billed = valueOf(runWithDetail(catalog, scenario))
const summary = runSummary(catalog, { ...billed.result, inputHash: '' }, [])
const opened = (id: string): OpenResult => ({
  catalog,
  scenario,
  summary: { ...summary, id },
  costing: { account: billed.result, detail: billed.detail },
  billed: null,
})

/** Parts of two results, each a list of what was made, with how often one was. */
function parts(rowsOf = 1, most = 1) {
  const shelf = new ResultShelf({ most: 10, mostRows: 200 })
  const [first, second] = [opened('first'), opened('second')]
  shelf.keep(first)
  shelf.keep(second)
  const made: string[] = []
  const kind = new ResultParts<string>(shelf, 'a part', () => rowsOf, most)
  const of = (open: OpenResult, account: string | null, asked: string) =>
    kind.of(open, {
      account,
      asked,
      make: () => {
        made.push(`${open.summary.id} ${account ?? 'main'} ${asked}`)
        return asked
      },
    })
  return { shelf, first, second, made, of }
}

it('a part is made once for as long as the same is asked of it', () => {
  const { first, made, of } = parts()
  expect([of(first, null, 'all'), of(first, null, 'all'), of(first, null, 'some')]).toEqual([
    'all',
    'all',
    'some',
  ])
  expect(made).toEqual(['first main all', 'first main some'])
})

it('a part is another for each result and each of its accounts', () => {
  const { first, second, made, of } = parts()
  for (let times = 0; times < 2; times++) {
    of(first, null, 'all')
    of(first, 'eu', 'all')
    of(second, null, 'all')
  }
  expect(made).toEqual(['first main all', 'first eu all', 'second main all'])
})

it('each account’s part weighs as much as it is large', () => {
  const { shelf, second, of } = parts(70)
  of(second, null, 'all')
  of(second, null, 'some')
  expect(shelf.find('first')).toBeDefined()
  shelf.find('second')
  of(second, 'eu', 'all')
  of(second, 'us', 'all')
  expect(shelf.find('first')).toBeUndefined()
})

it('of several that are kept the one goes that was asked for longest ago, and all weigh', () => {
  const { shelf, first, second, made, of } = parts(70, 2)
  for (const asked of ['a', 'b', 'a', 'c', 'a', 'b']) expect(of(first, null, asked)).toBe(asked)
  expect(made).toEqual(['first main a', 'first main b', 'first main c', 'first main b'])
  // Two of 70 rows are within the shelf's 200, and one more of another result is not.
  shelf.find('second')
  of(second, null, 'a')
  expect([shelf.find('first'), shelf.find('second')]).toEqual([undefined, second])
})
