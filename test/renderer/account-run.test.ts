import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/api.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import { heardOfOpening, showAccount, startAccountRun, useAccountRun } from '#renderer/state/account-run.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { editAccount } from '#renderer/state/draft.ts'
import { openScenario, saveNow } from '#renderer/state/edits.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'
import { summaryOf } from './support/summaries.ts'

const WINDOW = { account: null, offset: 0, limit: 1 }
const named = (id: string): ResultSummary => ({ ...summaryOf(), id })
const shown = () => useAccountRun.getState()

describe('the run of the account on screen', () => {
  let asked: Input<'results.open'>[]
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
    waiting = []
    gone = new Set()
    const library = fakeLibrary(content(), {
      'results.open': (input) => {
        asked.push(input)
        return new Promise((resolve) => waiting.push(resolve))
      },
      'results.grants': ({ id }) =>
        gone.has(id)
          ? refuse({ code: 'result.gone', message: 'Not kept.', path: 'id' })
          : succeed({ total: 0, rows: [] }),
    })
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    useAccountRun.setState({ opened: null, refused: [], progress: null, account: null })
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

  it('takes that nobody answers for no refusal', async () => {
    await answer(succeed(named('a')))
    seats(1)
    await answer(refuse({ code: UNREACHABLE, message: 'Gone.', path: '' }))
    seats(2)
    await answer(succeed(named('b')))
    await expect.poll(() => shown().opened?.id).toBe('b')
    expect(shown().refused).toEqual([])
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
    expect(asked[1]).toEqual(asked[0])
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

  it('tells how far a run is until it has ended', () => {
    heardOfOpening(0.4)
    expect(shown().progress).toBe(0.4)
    heardOfOpening(1)
    expect(shown().progress).toBeNull()
  })

  it('asks for nothing any more once it is stopped', async () => {
    await answer(succeed(named('a')))
    stop()
    seats(5)
    expect(asked).toHaveLength(1)
  })
})
