import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/api.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import {
  billed,
  cancelRun,
  heardOfOpening,
  runAgain,
  showAccount,
  startAccountRun,
  useAccountRun,
} from '#renderer/state/account-run.ts'
import { answers } from '#renderer/state/answers.ts'
import { settled } from '#renderer/queries/open-results.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { editAccount } from '#renderer/state/draft.ts'
import { openScenario, saveNow } from '#renderer/state/edits.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { askWhy, useWhy } from '#renderer/state/why.ts'
import { fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'
import { summaryOf } from './support/summaries.ts'

const WINDOW = { account: null, offset: 0, limit: 1 }
const named = (id: string): ResultSummary => ({ ...summaryOf(), id })
/** What was asked but for the job, of which each has its own. */
function stateOf(asked: Input<'results.open'> | undefined) {
  if (!asked) throw new Error('It was not asked.')
  const { job: _job, ...state } = asked
  return state
}

const shown = () => useAccountRun.getState()

describe('the run of the account on screen', () => {
  let asked: Input<'results.open'>[]
  let cancelled: string[]
  let waiting: ((answer: Result<ResultSummary>) => void)[]
  let gone: Set<string>
  let stop: () => void

  const answer = async (result: Result<ResultSummary>) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.shift()?.(result)
  }
  const seats = (extraSeats: number) =>
    editAccount('Buy seats', (account) => ({ ...account, extraSeats }), 'extraSeats')

  beforeEach(async () => {
    asked = []
    cancelled = []
    waiting = []
    gone = new Set()
    const library = fakeLibrary(content(), {
      'results.open': (input) => {
        asked.push(input)
        return new Promise((resolve) => waiting.push(resolve))
      },
      'results.cancel': ({ token }) => {
        cancelled.push(token)
        return succeed({ cancelled: true })
      },
      'results.grants': ({ id }) =>
        gone.has(id)
          ? refuse({ code: 'result.gone', message: 'Not kept.', path: 'id' })
          : succeed({ total: 0, rows: [] }),
    })
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    useAccountRun.setState({
      opened: null,
      isNewest: false,
      isAwaited: false,
      refused: [],
      progress: null,
      months: 0,
      account: null,
    })
    answers.client.clear()
    await openScenario(SCENARIO_ID)
    stop = startAccountRun()
  })
  afterEach(() => stop())

  it('is of the account as it is, with the events that its document has', async () => {
    await answer(succeed(named('a')))
    await expect.poll(() => shown().opened?.id).toBe('a')
    expect(asked).toMatchObject([
      { document: SCENARIO_ID, scenario: { plan: 'creator', usageEvents: { kept: 0 } } },
    ])
  })

  it('follows every change, on this screen and on Compare, once', async () => {
    await answer(succeed(named('a')))
    seats(2)
    await answer(succeed(named('b')))
    setInputs({ usage: 500_000 })
    await answer(succeed(named('c')))
    await expect.poll(() => shown().opened?.id).toBe('c')
    // To keep what was changed changes nothing.
    await saveNow()
    expect(asked.map(({ scenario }) => [scenario.extraSeats, scenario.usage])).toMatchObject([
      [0, { monthly: '400000' }],
      [2, { monthly: '400000' }],
      [2, { monthly: '500000' }],
    ])
  })

  it('goes on with the newest change only, however many there were', async () => {
    seats(1)
    seats(2)
    seats(3)
    await answer(succeed(named('a')))
    await answer(succeed(named('b')))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(asked.map(({ scenario }) => scenario.extraSeats)).toEqual([0, 3])
  })

  it('is waited for until it is of the account as it is, and not of the one before', async () => {
    await answer(succeed(named('a')))
    await expect.poll(() => shown().isNewest).toBe(true)
    expect(await billed()).toBe(true)
    seats(1)
    const waited = billed()
    await expect.poll(() => shown().isAwaited).toBe(true)
    expect(shown().isNewest).toBe(false)
    seats(2)
    await answer(succeed(named('b')))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(shown()).toMatchObject({ isNewest: false, isAwaited: true })
    await answer(succeed(named('c')))
    expect(await waited).toBe(true)
    expect(shown().opened?.id).toBe('c')
  })

  it('is told to be of another account where this one cannot be billed, or nobody answers', async () => {
    await answer(succeed(named('a')))
    seats(9)
    const refusal = billed()
    await answer(refuse({ code: 'seats.none', message: 'None for sale.', path: 'scenario.extraSeats' }))
    expect(await refusal).toBe(false)
    seats(8)
    const silence = billed()
    await answer(refuse({ code: UNREACHABLE, message: '', path: '' }))
    expect(await silence).toBe(false)
    seats(7)
    const mended = billed()
    await answer(succeed(named('b')))
    expect(await mended).toBe(true)
  })

  it('is waited for by nobody where no account is shown', async () => {
    seats(1)
    stop()
    expect(await billed()).toBe(true)
  })

  it('lets go of the parts of results before it', async () => {
    await answer(succeed(named('a')))
    await expect.poll(() => shown().opened?.id).toBe('a')
    await answers.ask('results.grants', { id: 'a', ...WINDOW })
    seats(1)
    await answer(succeed(named('b')))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(answers.last('results.grants', { id: 'a', ...WINDOW })).toBeUndefined()
  })

  it('keeps the last figures where an account cannot be billed, and says why at the field', async () => {
    await answer(succeed(named('a')))
    seats(9)
    await answer(refuse({ code: 'seats.none', message: 'None for sale.', path: 'scenario.extraSeats' }))
    await expect
      .poll(() => shown().refused)
      .toEqual([{ code: 'seats.none', message: 'None for sale.', path: 'extraSeats' }])
    expect(shown().opened?.id).toBe('a')
    seats(0)
    await answer(succeed(named('b')))
    await expect.poll(() => shown().refused).toEqual([])
  })

  it('takes that nobody answers for no refusal, and bills the account once somebody does', async () => {
    await answer(succeed(named('a')))
    seats(1)
    useConnection.setState({ reach: 'silent' })
    await answer(refuse({ code: UNREACHABLE, message: 'Gone.', path: '' }))
    await new Promise((resolve) => setTimeout(resolve))
    useConnection.setState({ reach: 'answers' })
    await answer(succeed(named('b')))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(shown().refused).toEqual([])
    expect(asked.map(({ scenario }) => scenario.extraSeats)).toEqual([0, 1, 1])
  })

  it('bills no account that is half of one state and half of another', async () => {
    await answer(succeed(named('a')))
    editAccount('Write out two months', (account) => ({
      ...account,
      months: 2,
      usage: { kind: 'series', credits: ['100', '300'] },
    }))
    await answer(succeed(named('b')))
    // The figure a month that stands for them comes later, and is nothing to bill.
    await expect.poll(() => useInputs.getState().usage).toBe(200)
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(asked.map(({ scenario }) => scenario.usage.kind)).toEqual(['pattern', 'series'])
  })

  it('is once more of the same account where it was called off', async () => {
    await answer(refuse({ code: 'result.cancelled', message: 'Called off.', path: '' }))
    await expect.poll(() => shown().refused.length).toBe(1)
    runAgain()
    await answer(succeed(named('a')))
    await expect.poll(() => shown().opened?.id).toBe('a')
    expect(shown().refused).toEqual([])
    expect(stateOf(asked[1])).toEqual(stateOf(asked[0]))
  })

  it('is not of a screen that was left', async () => {
    await expect.poll(() => waiting.length).toBe(1)
    stop()
    await answer(succeed(named('a')))
    await Promise.resolve()
    expect(shown().opened).toBeNull()
  })

  it('ends what was asked why when the screen is left', () => {
    askWhy({ kind: 'balance', period: 1 })
    stop()
    expect(useWhy.getState().now).toBeNull()
  })

  it('says of how many months its figures are', async () => {
    await answer(succeed(named('a')))
    await expect.poll(() => shown().months).toBe(12)
    setInputs({ months: 24 })
    expect(shown().months).toBe(12)
    await answer(succeed(named('b')))
    await expect.poll(() => shown().months).toBe(24)
  })

  it('opens a result again that is not kept any more, for whoever asks of it', async () => {
    await answer(succeed(named('a')))
    await expect.poll(() => shown().opened?.id).toBe('a')
    gone.add('a')
    const rows = answers.ask('results.grants', { id: 'a', ...WINDOW })
    await expect.poll(() => waiting.length).toBe(1)
    gone.delete('a')
    await answer(succeed(named('a')))
    expect(await rows).toEqual(succeed({ total: 0, rows: [] }))
    // No job: it is no newer state, and calls off nothing.
    expect(asked[1]).toEqual(stateOf(asked[0]))
  })

  it('opens nothing again for a result that is shown no more', async () => {
    await answer(succeed(named('a')))
    gone.add('old')
    expect(await answers.ask('results.grants', { id: 'old', ...WINDOW })).toMatchObject({ ok: false })
    expect(asked).toHaveLength(1)
  })

  it('looks at an account of its own only for as long as there is one', async () => {
    const [separate] = [{ ...summaryOf(), account: 'eu', workspace: 'eu' }]
    await answer(succeed({ ...named('a'), separateAccounts: [separate] }))
    await expect.poll(() => shown().opened?.id).toBe('a')
    showAccount('eu')
    seats(1)
    await answer(succeed({ ...named('b'), separateAccounts: [separate] }))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(shown().account).toBe('eu')
    seats(2)
    await answer(succeed(named('c')))
    await expect.poll(() => shown().opened?.id).toBe('c')
    expect(shown().account).toBeNull()
  })

  it('tells how far a run is until it has ended, and nothing of what another window asked', async () => {
    await expect.poll(() => asked.length).toBe(1)
    const token = asked[0]?.job?.token ?? ''
    heardOfOpening(token, 0.4)
    heardOfOpening('the-job-of-another-window', 0.7)
    expect(shown().progress).toBe(0.4)
    heardOfOpening('the-job-of-another-window', 1)
    expect(shown().progress).toBe(0.4)
    heardOfOpening(token, 1)
    expect(shown().progress).toBeNull()
  })

  it('is called off by what this window knows it by', async () => {
    await expect.poll(() => asked.length).toBe(1)
    cancelRun()
    await expect.poll(() => cancelled).toEqual([asked[0]?.job?.token])
  })

  it('is settled for whoever waits once the newest state is shown', async () => {
    seats(1)
    let isSettled = false
    void settled().then(() => (isSettled = true))
    await answer(succeed(named('a')))
    await expect.poll(() => asked.length).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isSettled).toBe(false)
    await answer(succeed(named('b')))
    await expect.poll(() => isSettled).toBe(true)
    expect(shown().opened?.id).toBe('b')
  })

  it('asks for nothing any more once it is stopped', async () => {
    await answer(succeed(named('a')))
    stop()
    seats(5)
    await Promise.resolve()
    expect(asked).toHaveLength(1)
  })
})
