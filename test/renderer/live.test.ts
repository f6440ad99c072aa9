import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, Invoke, Method, Output } from '#shared/api.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import { createAnswers } from '#renderer/queries/answers.ts'
import { startLive } from '#renderer/state/live.ts'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { LANDING, setCatalog, setInputs, setQuote, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_REFUSED, useResults } from '#renderer/state/results.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { curves, worked } from './support/samples.ts'

type Call = { readonly method: Method; readonly input: unknown }
type Answers = { [M in Method]?: (input: Input<M>) => Result<Output<M>> }

const LOST = refuse({ code: UNREACHABLE, message: 'gone', path: '' })

/** An engine that answers what a test tells it to. */
function fakeEngine(answers: Answers): { readonly invoke: Invoke; readonly calls: Call[] } {
  const calls: Call[] = []
  const invoke: Invoke = (method, input) => {
    calls.push({ method, input })
    const answer = answers[method]
    return Promise.resolve(
      answer ? answer(input) : refuse({ code: 'test.unasked', message: method, path: '' }),
    )
  }
  return { invoke, calls }
}

const sound: Answers = {
  'analysis.compare': ({ usage }) => succeed(worked({ usage })),
  'analysis.curves': ({ upTo }) => succeed(curves({ upTo })),
  'catalogs.list': () => succeed([]),
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 5))
const inputsOf = (calls: readonly Call[], method: Method) =>
  calls.filter((call) => call.method === method).map((call) => call.input)

describe('the live comparison', () => {
  let running: ReturnType<typeof startLive> | undefined
  const start = (invoke: Invoke) => {
    running = startLive(createAnswers(invoke))
    return running
  }

  afterEach(() => running?.stop())

  beforeEach(() => {
    useInputs.setState(LANDING)
    useView.setState({ range: 'auto', heldRange: null, sliding: false, fittedRange: null, hover: null })
    useResults.setState({
      comparison: null,
      curves: null,
      reach: null,
      preview: null,
      refused: NOTHING_REFUSED,
    })
  })

  it('asks for everything the landing screen needs', async () => {
    const { invoke, calls } = fakeEngine(sound)
    start(invoke)
    await quiet()
    expect(useResults.getState().comparison?.usage).toBe('400000')
    expect(useResults.getState().curves?.upTo).toBe('1000000')
    expect(useResults.getState().reach?.upTo).toBe('20000000')
    expect(inputsOf(calls, 'catalogs.get')).toEqual([{ id: 'elevenlabs-2026-04' }])
  })

  it('looks past the largest quota for who takes over, once it knows the catalogue', async () => {
    // Enterprise has 22,000,000 credits a month: the slider ends before every plan blocks.
    const { invoke } = fakeEngine({ ...sound, 'catalogs.get': () => succeed(elevenLabs202604) })
    start(invoke)
    await quiet()
    expect(useResults.getState().reach?.upTo).toBe('50000000')
    setQuote('enterprise', { credits: '100000000' })
    await quiet()
    expect(useResults.getState().reach?.upTo).toBe('500000000')
  })

  it('looks as far as can be billed, and tells nothing of other terms where nothing can', async () => {
    const { invoke, calls } = fakeEngine({
      ...sound,
      'analysis.curves': ({ months }) =>
        months === 120
          ? refuse({ code: 'amount.out_of_bounds', message: 'Too large.', path: 'customTerms' })
          : succeed(curves({ upTo: '8000000' })),
    })
    start(invoke)
    await quiet()
    expect(useResults.getState().reach?.upTo).toBe('8000000')
    for (const asked of inputsOf(calls, 'analysis.curves')) expect(asked).toMatchObject({ shorten: true })
    setInputs({ months: 120 })
    await quiet()
    // Not even the range on screen: what was found for 12 months is not told of 120.
    expect(useResults.getState().reach).toBeNull()
  })

  it('asks for no new curves while a drag stays in their range', async () => {
    const { invoke, calls } = fakeEngine(sound)
    start(invoke)
    await quiet()
    const before = inputsOf(calls, 'analysis.curves').length
    for (const usage of [410_000, 420_000, 500_000]) setInputs({ usage })
    await quiet()
    expect(inputsOf(calls, 'analysis.curves')).toHaveLength(before)
    expect(useResults.getState().comparison?.usage).toBe('500000')
  })

  it('lets the engine end a fitted range where months can still be added up, and refuse a chosen one', async () => {
    const tooLarge = refuse({ code: 'amount.out_of_bounds', message: 'Too large.', path: 'upTo' })
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.curves': ({ shorten }) => (shorten === true ? succeed(curves({ upTo: '500000' })) : tooLarge),
    })
    start(invoke)
    await quiet()
    expect(useResults.getState().curves?.upTo).toBe('500000')
    expect(useResults.getState().refused.curves).toEqual([])
    setView({ range: 2_000_000 })
    await quiet()
    expect(useResults.getState().refused.curves).toHaveLength(1)
  })

  it('keeps the range while the usage moves, and fits it when that rests', async () => {
    vi.useFakeTimers()
    start(fakeEngine(sound).invoke)
    for (const usage of [500_000, 700_000]) setInputs({ usage })
    await vi.advanceTimersByTimeAsync(200)
    expect(useResults.getState().curves?.upTo).toBe('1000000')
    await vi.advanceTimersByTimeAsync(200)
    expect(useResults.getState().curves?.upTo).toBe('2000000')
    setView({ sliding: true })
    setInputs({ usage: 400_000 })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(useResults.getState().curves?.upTo).toBe('2000000')
    setView({ sliding: false })
    await vi.advanceTimersByTimeAsync(400)
    expect(useResults.getState().curves?.upTo).toBe('1000000')
    vi.useRealTimers()
  })

  it('asks again for both curves when a term changes, and keeps those of a range it has seen', async () => {
    const { invoke, calls } = fakeEngine(sound)
    start(invoke)
    await quiet()
    const seen = () => inputsOf(calls, 'analysis.curves').length
    expect(seen()).toBe(2)
    setView({ range: 2_000_000 })
    await quiet()
    setView({ range: 'auto' })
    await quiet()
    expect(seen()).toBe(3)
    setInputs({ overage: false })
    await quiet()
    expect(seen()).toBe(5)
  })

  it('keeps the last figures and names the problem when inputs are refused', async () => {
    const problem = { code: 'input.invalid', message: 'No.', path: 'customTerms.enterprise.monthly' }
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.compare': (input) =>
        input.customTerms?.['enterprise'] ? refuse(problem) : succeed(worked({ usage: input.usage })),
    })
    start(invoke)
    await quiet()
    setQuote('enterprise', { monthly: 'abc' })
    await quiet()
    expect(useResults.getState().refused.compare).toEqual([problem])
    expect(useResults.getState().comparison?.usage).toBe('400000')
  })

  it('keeps the last figures while nobody answers, which is no refusal, and asks for everything on retry', async () => {
    let gone = false
    const unless = <T>(answer: Result<T>): Result<T> => (gone ? LOST : answer)
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.compare': ({ usage }) => unless(succeed(worked({ usage }))),
      'analysis.curves': ({ upTo }) => unless(succeed(curves({ upTo }))),
    })
    const { retry } = start(invoke)
    await quiet()
    gone = true
    setInputs({ usage: 500_000 })
    await quiet()
    expect(useResults.getState().comparison?.usage).toBe('400000')
    expect(useResults.getState().refused.compare).toEqual([])
    gone = false
    retry()
    await quiet()
    expect(useResults.getState().comparison?.usage).toBe('500000')
  })

  it('drops the focus with the catalogue, and keeps quotes by catalogue', async () => {
    const { invoke, calls } = fakeEngine(sound)
    start(invoke)
    setInputs({ focus: 'business' })
    setQuote('enterprise', { monthly: '900' })
    setCatalog('dodo-elevenlabs')
    await quiet()
    expect(inputsOf(calls, 'analysis.compare').at(-1)).toMatchObject({
      catalog: 'dodo-elevenlabs',
      focus: null,
      customTerms: {},
    })
  })

  it('prices the usage under the pointer beside the one that is set', async () => {
    const { invoke } = fakeEngine(sound)
    start(invoke)
    setView({ hover: 686_000 })
    await quiet()
    expect(useResults.getState().preview?.usage).toBe('686000')
    expect(useResults.getState().comparison?.usage).toBe('400000')
  })

  it('asks for the usage under the pointer again when a term changes, and forgets it with the pointer', async () => {
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.compare': ({ usage, overage }) => succeed(worked({ usage, months: overage ? 12 : 3 })),
    })
    start(invoke)
    setView({ hover: 686_000 })
    await quiet()
    setInputs({ overage: false })
    expect(useResults.getState().preview).toBeNull()
    await quiet()
    expect(useResults.getState().preview).toMatchObject({ usage: '686000', months: 3 })
    setView({ hover: null })
    expect(useResults.getState().preview).toBeNull()
  })

  it('asks ahead for the usages a slide comes to next, and shows one of them in the very moment it is set', async () => {
    const { invoke, calls } = fakeEngine({
      ...sound,
      'analysis.compareMany': ({ usages }) => succeed(usages.map((usage) => succeed(worked({ usage })))),
    })
    start(invoke)
    await quiet()
    setView({ sliding: true })
    await quiet()
    const asked = inputsOf(calls, 'analysis.compare').length
    // The steps of the slider from 400,000 on: by 10,000 up to 500,000, then by 20,000.
    for (const usage of [410_000, 390_000, 540_000]) {
      setInputs({ usage })
      expect(useResults.getState().comparison?.usage).toBe(String(usage))
    }
    expect(inputsOf(calls, 'analysis.compare')).toHaveLength(asked)
    setInputs({ overage: false, usage: 410_000 })
    expect(useResults.getState().comparison?.usage).toBe('540000')
    await quiet()
    expect(useResults.getState().comparison?.usage).toBe('410000')
    setView({ sliding: false })
  })

  it('asks for nothing ahead while nothing is held', async () => {
    const { invoke, calls } = fakeEngine(sound)
    start(invoke)
    setInputs({ usage: 410_000 })
    await quiet()
    expect(inputsOf(calls, 'analysis.compareMany')).toEqual([])
  })

  it('keeps what each kind of question is refused for, until that kind is answered', async () => {
    const problem = { code: 'input.invalid', message: 'Too much.', path: 'upTo' }
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.curves': ({ upTo, overage }) =>
        overage === true ? refuse(problem) : succeed(curves({ upTo })),
    })
    start(invoke)
    await quiet()
    setInputs({ usage: 410_000 })
    await quiet()
    expect(useResults.getState().refused).toMatchObject({ compare: [], curves: [problem] })
    setInputs({ overage: false })
    await quiet()
    expect(useResults.getState().refused.curves).toEqual([])
  })

  it('does not report a refusal of inputs that have changed since', async () => {
    const problem = { code: 'input.invalid', message: 'No.', path: 'usage' }
    const { invoke } = fakeEngine({
      ...sound,
      'analysis.compare': ({ usage }) => (usage === '1' ? refuse(problem) : succeed(worked({ usage }))),
    })
    start(invoke)
    await quiet()
    const seen: number[] = []
    const leave = useResults.subscribe(({ refused }) => seen.push(refused.compare.length))
    setInputs({ usage: 1 })
    setInputs({ usage: 2 })
    await quiet()
    leave()
    expect(useResults.getState().comparison?.usage).toBe('2')
    expect(Math.max(...seen)).toBe(0)
  })
})
