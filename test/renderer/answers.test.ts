import { QueryObserver } from '@tanstack/query-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api, type Input, type Invoke, type Method } from '#shared/api.ts'
import { Scenario } from '#shared/scenario.ts'
import { refuse, type Result, succeed } from '#shared/result.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import { askingAhead, COMPARISONS } from '#renderer/queries/ahead.ts'
import { createAnswers, isUnreachable } from '#renderer/queries/answers.ts'
import { QUESTIONS } from '#renderer/queries/questions.ts'
import { LANDING } from '#renderer/state/inputs.ts'
import { compareInput } from '#renderer/state/compare-input.ts'
import { worked } from './support/samples.ts'
import { content } from './support/scenarios.ts'

type Call = readonly [method: Method, input: unknown]

/** A host whose answers a test gives when it wants; it notes what it was asked. */
function host(answer: (method: Method, input: never) => Result<unknown>) {
  const calls: Call[] = []
  const invoke: Invoke = async (method, input) => {
    calls.push([method, input])
    await Promise.resolve()
    return JSON.parse(JSON.stringify(Reflect.apply(answer, undefined, [method, input])))
  }
  return { answers: createAnswers(invoke), calls }
}

const comparisonOf = (usage: string) => succeed(worked({ usage }))
const at = (usage: number) => compareInput(LANDING, usage)
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('what the API answered', () => {
  it('is asked for once, however many want it and in whatever order its input names its fields', async () => {
    const { answers, calls } = host(() => succeed([]))
    const both = [answers.ask('library.revision', { id: 'a', revision: 2 })]
    both.push(answers.ask('library.revision', { revision: 2, id: 'a' }))
    await Promise.all(both)
    await answers.ask('library.revision', { id: 'a', revision: 2 })
    expect(calls).toHaveLength(1)
    expect(answers.known('library.revision', { revision: 2, id: 'a' })).toEqual(succeed([]))
    expect(answers.known('library.revision', { revision: 3, id: 'a' })).toBeUndefined()
  })

  it('keeps a refusal like any other answer', async () => {
    const no = refuse({ code: 'amount.out_of_bounds', message: 'Too large.', path: 'usage' })
    const { answers, calls } = host(() => no)
    expect(await answers.ask('analysis.compare', at(1))).toEqual(no)
    expect(await answers.ask('analysis.compare', at(1))).toEqual(no)
    expect(calls).toHaveLength(1)
  })

  it.each([
    'result.gone',
    'result.cancelled',
    'result.too_many',
    'result.broke_down',
    'result.out_of_memory',
  ])('does not keep what became of an open result: %s', async (code) => {
    const window = { id: 'a', account: null, offset: 0, limit: 1 }
    const momentary = refuse({ code, message: 'Not now.', path: '' })
    const answered = succeed({ total: 0, rows: [] })
    let answer: Result<unknown> = momentary
    const { answers, calls } = host(() => answer)
    expect(await answers.ask('results.grants', window)).toEqual(momentary)
    answer = answered
    expect(await answers.ask('results.grants', window)).toEqual(answered)
    expect(await answers.ask('results.grants', window)).toEqual(answered)
    expect(calls).toHaveLength(2)
  })

  it.each(['http.token', 'http.ended', 'host.stopping'])(
    'does not keep that the store could not be read, nor that this window gets no answer: %s',
    async (code) => {
      const failed = refuse({ code: 'store.failed', message: 'The disk failed.', path: '' })
      const foreign = refuse({ code, message: 'No answer.', path: '' })
      let answer: Result<unknown> = failed
      const { answers } = host(() => answer)
      expect(await answers.ask('store.info', {})).toEqual(failed)
      answer = foreign
      expect(await answers.ask('catalogs.list', {})).toEqual(foreign)
      answer = succeed([])
      expect(await answers.ask('store.info', {})).toEqual(succeed([]))
      expect(await answers.ask('catalogs.list', {})).toEqual(succeed([]))
    },
  )

  it('takes a host that stops for one that does not answer, and no other that refuses', () => {
    const refusedFor = (code: string) => [{ code, message: 'No.', path: '' }]
    const silent = [UNREACHABLE, 'host.stopping', 'http.token', 'http.ended', 'store.full'].filter((code) =>
      isUnreachable(refusedFor(code)),
    )
    expect(silent).toEqual([UNREACHABLE, 'host.stopping'])
  })

  it('says that nobody answered and keeps nothing of it', async () => {
    const lost = refuse({ code: UNREACHABLE, message: 'Tierwise does not answer.', path: '' })
    let gone = true
    const { answers } = host(() => (gone ? lost : succeed([])))
    expect(await answers.ask('catalogs.list', {})).toEqual(lost)
    expect(answers.known('catalogs.list', {})).toBeUndefined()
    gone = false
    expect(await answers.ask('catalogs.list', {})).toEqual(succeed([]))
  })

  it('asks anew for what is of the store once that has changed, and not for what rests on its input alone', async () => {
    const { answers, calls } = host(() => succeed([]))
    const askBoth = async () => {
      await answers.ask('library.revisions', { id: 'a' })
      await answers.ask('catalogs.list', {})
    }
    await askBoth()
    await answers.outdate('all of the store')
    expect(answers.known('library.revisions', { id: 'a' })).toBeUndefined()
    await askBoth()
    expect(calls.map(([method]) => method)).toEqual([
      'library.revisions',
      'catalogs.list',
      'library.revisions',
    ])
  })
})

const accountOf = (months: number) => Scenario.parse({ ...content().scenario, usageEvents: [], months })

describe('what is asked about whole accounts', () => {
  const held = (answers: ReturnType<typeof createAnswers>) => answers.client.getQueryCache().getAll().length

  it('is let go of at once where nobody shows it, with its account', async () => {
    const { answers } = host(() => succeed('100'))
    for (let months = 1; months <= 36; months++)
      await answers.ask('scenarios.monthlyUsage', accountOf(months))
    await quiet()
    expect(held(answers)).toBe(0)
  })

  it('is there once where it is shown of one account after the other', async () => {
    const { answers } = host(() => succeed('100'))
    const observer = new QueryObserver(
      answers.client,
      answers.optionsOf('scenarios.monthlyUsage', accountOf(1)),
    )
    const leave = observer.subscribe(() => undefined)
    for (let months = 2; months <= 36; months++) {
      observer.setOptions(answers.optionsOf('scenarios.monthlyUsage', accountOf(months)))
      await quiet()
      expect(held(answers)).toBe(1)
    }
    leave()
    await quiet()
    expect(held(answers)).toBe(0)
  })

  it('is every question that takes one', () => {
    const takesAccount = Object.entries(QUESTIONS).filter(([question]) => {
      const call = Object.entries(api).find(([method]) => method === question)
      const text = call ? JSON.stringify(z.toJSONSchema(call[1].input, { unrepresentable: 'any' })) : ''
      return text.includes('"usageEvents"')
    })
    expect(takesAccount.length).toBeGreaterThan(8)
    for (const [question, { kept }] of takesAccount)
      expect([question, kept]).toEqual([question, 'while shown'])
  })

  it('leaves other answers for a while, and those about a result for as long as it is the newest', async () => {
    const { answers } = host(() => succeed([]))
    const part = (id: string) => ({ id, account: null, offset: 0, limit: 1 })
    await answers.ask('catalogs.list', {})
    await answers.ask('results.grants', part('old'))
    await answers.ask('results.grants', part('shown'))
    await answers.ask('results.grants', part('new'))
    const observer = new QueryObserver(answers.client, answers.optionsOf('results.grants', part('shown')))
    const leave = observer.subscribe(() => undefined)
    answers.keepPartsOf('new')
    await quiet()
    expect(answers.last('results.grants', part('old'))).toBeUndefined()
    for (const id of ['shown', 'new']) expect(answers.last('results.grants', part(id))).toEqual(succeed([]))
    expect(answers.last('catalogs.list', {})).toEqual(succeed([]))
    leave()
  })
})

describe('what is out of date', () => {
  it('are the questions that a call of this window bears on, and no others', async () => {
    const { answers, calls } = host(() => succeed([]))
    await answers.ask('secrets.state', { id: 'elevenlabs' })
    await answers.ask('history.state', { scope: 'library' })
    await answers.call('secrets.clear', { id: 'elevenlabs' })
    expect(answers.known('secrets.state', { id: 'elevenlabs' })).toBeUndefined()
    expect(answers.last('secrets.state', { id: 'elevenlabs' })).toEqual(succeed([]))
    expect(answers.known('history.state', { scope: 'library' })).toEqual(succeed([]))
    // Nobody shows it: it is asked for again when somebody wants to know.
    expect(calls).toHaveLength(3)
  })

  it('are they too where the call was refused, for things may not be as this window has them; not where nobody answered', async () => {
    let answer: Result<unknown> = succeed([])
    const { answers } = host(() => answer)
    await answers.ask('library.revisions', { id: 'a' })
    answer = refuse({ code: UNREACHABLE, message: '', path: '' })
    await answers.call('library.delete', { id: 'a' })
    expect(answers.known('library.revisions', { id: 'a' })).toEqual(succeed([]))
    answer = refuse({ code: 'document.deleted', message: 'It is in the bin.', path: 'id' })
    await answers.call('library.delete', { id: 'a' })
    expect(answers.known('library.revisions', { id: 'a' })).toBeUndefined()
  })

  it('is what was asked before the change and answered after it', async () => {
    const held = Promise.withResolvers<undefined>()
    let stored = 'before'
    const answers = createAnswers(async () => {
      const read = stored
      await held.promise
      return JSON.parse(JSON.stringify(succeed([read])))
    })
    const early = answers.ask('library.revisions', { id: 'a' })
    stored = 'after'
    const told = answers.outdate(['library.revisions'])
    held.resolve(undefined)
    await Promise.all([early, told])
    expect(answers.known('library.revisions', { id: 'a' })).toBeUndefined()
    expect(await answers.ask('library.revisions', { id: 'a' })).toEqual(succeed(['after']))
  })

  it('is asked for all the same by who wants to know while nobody shows it any more', async () => {
    const held = Promise.withResolvers<undefined>()
    const slow = createAnswers(async () => {
      await held.promise
      return JSON.parse(JSON.stringify(succeed([])))
    })
    const shown = new QueryObserver(
      slow.client,
      slow.optionsOf('library.whole', { bin: false, search: '', tag: null }),
    )
    const leave = shown.subscribe(() => undefined)
    const wanted = slow.ask('library.whole', { bin: false, search: '', tag: null })
    leave()
    held.resolve(undefined)
    expect(await wanted).toEqual(succeed([]))
  })
})

describe('a question', () => {
  const CALLS = Object.keys(QUESTIONS).filter((question) => question !== 'library.whole')

  it.each(CALLS)('%s is the call of that name, and a job where it is of a result', async (question) => {
    const { answers, calls } = host(() => succeed([]))
    await Reflect.apply(answers.ask, undefined, [question, {}])
    const isOfResult = question.startsWith('results.')
    const jobs = calls.map(([, input]) => (input instanceof Object && 'job' in input ? input.job : undefined))
    expect(calls).toEqual([[question, isOfResult ? { job: jobs[0] } : {}]])
    expect(jobs.map((job) => job !== undefined)).toEqual([isOfResult])
  })

  it('is asked of the next result while that of the one before is on screen, once each, first things first', async () => {
    const { answers, calls } = host(() => succeed([]))
    const show = (question: 'results.bothFailures' | 'results.variants', input: object) => {
      const observer = new QueryObserver<unknown, Error, unknown, unknown, readonly unknown[]>(
        answers.client,
        Reflect.apply(answers.optionsOf, undefined, [question, input]),
      )
      return observer.subscribe(() => undefined)
    }
    const leaves = [
      show('results.bothFailures', { id: 'a' }),
      show('results.variants', { id: 'a', variants: [] }),
    ]
    await answers.ask('results.grants', { id: 'a', account: null, offset: 0, limit: 1 })
    calls.length = 0
    answers.askOfNext('a', 'b')
    answers.askOfNext('a', 'b')
    answers.askOfNext('gone', 'c')
    // Grants are not on screen; variants stand above what both failures cost.
    expect(calls.map(([question, input]) => [question, Reflect.get(Object(input), 'id')])).toEqual([
      ['results.variants', 'b'],
      ['results.bothFailures', 'b'],
    ])
    for (const leave of leaves) leave()
  })
})

describe('asking ahead', () => {
  const many = (_method: Method, { usages }: Input<'analysis.compareMany'>) =>
    succeed(
      usages.map((usage) =>
        usage === '13'
          ? refuse({ code: 'amount.out_of_bounds', message: 'No.', path: 'usage' })
          : comparisonOf(usage),
      ),
    )
  const usagesOf = (calls: readonly Call[]) => calls.map(([, input]) => Reflect.get(Object(input), 'usages'))

  it('puts what is not known into one call, and keeps each answer as if it had been asked for by itself', async () => {
    const { answers, calls } = host(many)
    answers.keep('analysis.compare', at(12), comparisonOf('12'))
    const ask = askingAhead(answers, COMPARISONS)
    ask({ inputs: [11, 12, 13].map(at), goOn: () => null })
    await quiet()
    expect(usagesOf(calls)).toEqual([['11', '13']])
    expect(calls[0]?.[1]).toMatchObject({ catalog: LANDING.catalog, months: 12, focus: null })
    expect(answers.known('analysis.compare', at(11))).toEqual(comparisonOf('11'))
    expect(answers.known('analysis.compare', at(13))).toMatchObject({ ok: false })
  })

  it('goes on with sixteen at a time until nothing is left to ask, and ends where nobody answers', async () => {
    const { answers, calls } = host(many)
    const ask = askingAhead(answers, COMPARISONS)
    const forty = Array.from({ length: 40 }, (_, index) => at(100 + index))
    const ahead = (): Parameters<typeof ask>[0] => ({ inputs: forty, goOn: ahead })
    ask(ahead())
    await quiet()
    // 40 = 16 + 16 + 8.
    expect(usagesOf(calls).map((usages) => usages.length)).toEqual([16, 16, 8])

    const silent = host(() => refuse({ code: UNREACHABLE, message: '', path: '' }))
    askingAhead(silent.answers, COMPARISONS)({ inputs: forty, goOn: ahead })
    await quiet()
    expect(silent.calls).toHaveLength(1)
  })
})
