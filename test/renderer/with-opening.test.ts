import { QueryObserver } from '@tanstack/query-core'
import { expect, it, onTestFinished } from 'vitest'
import type { Invoke } from '#shared/api.ts'
import { refuse, type Result, succeed } from '#shared/result.ts'
import { createAnswers } from '#renderer/queries/answers.ts'
import { openedAs } from '#renderer/queries/with-opening.ts'

const GONE = refuse({ code: 'result.gone', message: 'Gone.', path: 'id' })
const OPENING = 'the-token-of-the-opening'
const ASKED = { variants: [{ name: 'Creator' }, { name: 'Twice', usageFactor: '2' }], baseline: 0 }

/** A window that shows the variants of the result `a`, and of what it has asked since. */
async function showing(answerOf: (id: unknown) => Result<unknown> = (id) => succeed([id])) {
  const asked: unknown[] = []
  const invoke: Invoke = (method, input) => {
    const id: unknown = Reflect.get(Object(input), 'id')
    if (method === 'results.variants') asked.push(id)
    return Promise.resolve(JSON.parse(JSON.stringify(answerOf(id))))
  }
  const answers = createAnswers(invoke)
  const shown = new QueryObserver(
    answers.client,
    answers.optionsOf('results.variants', { id: 'a', ...ASKED }),
  )
  onTestFinished(shown.subscribe(() => undefined))
  await answers.ask('results.variants', { id: 'a', ...ASKED })
  asked.length = 0
  const of = (id: string, what: typeof ASKED = ASKED) => answers.ask('results.variants', { id, ...what })
  return { answers, asked, of }
}

it('variants that are on screen are asked for with the opening of the next result, and not once more', async () => {
  const { answers, asked, of } = await showing()
  answers.askAhead('a', OPENING)
  openedAs(OPENING, 'b')
  expect(await of('b')).toEqual(succeed([OPENING]))
  expect(asked).toEqual([OPENING])
})

it('nothing is asked with an opening where none are on screen of the result before', async () => {
  const { answers, asked } = await showing()
  answers.askAhead('z', OPENING)
  expect(asked).toEqual([])
})

it('other variants, or those of another result, are asked for by themselves', async () => {
  const { answers, asked, of } = await showing()
  answers.askAhead('a', OPENING)
  expect(await of('c')).toEqual(succeed(['c']))
  openedAs(OPENING, 'b')
  expect(await of('b', { ...ASKED, baseline: 1 })).toEqual(succeed(['b']))
  expect(asked).toEqual([OPENING, 'c', 'b'])
  openedAs('of-another-opening-of-it', 'd')
  expect(await of('d')).toEqual(succeed(['d']))
})

it('what was refused with the opening is asked for once it is open', async () => {
  const { answers, asked, of } = await showing((id) => (id === OPENING ? GONE : succeed([id])))
  answers.askAhead('a', OPENING)
  openedAs(OPENING, 'b')
  expect(await of('b')).toEqual(succeed(['b']))
  expect(asked).toEqual([OPENING, 'b'])
})
