import { describe, expect, it } from 'vitest'
import type { UsageStream } from '#shared/usage.ts'
import {
  addStreams,
  changeStream,
  duplicateStream,
  removeStream,
  replaceStreams,
} from '#renderer/state/account-edits/streams.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from '../support/scenarios.ts'

const stream = (id: string, changes: Partial<UsageStream> = {}): UsageStream => ({
  id,
  product: 'tts',
  model: 'v2',
  monthly: '100',
  pattern: { kind: 'growth', percent: '5' },
  ...changes,
})
const using = (...streams: UsageStream[]): WindowAccount =>
  content({ usage: { kind: 'streams', streams } }).scenario
const streamsIn = ({ usage }: WindowAccount) => (usage.kind === 'streams' ? usage.streams : [])
const [A, B] = [stream('a'), stream('b', { member: 'Ann', apiKey: 'bot', workspace: 'eu' })]

describe('streams', () => {
  it('are added below the others, each with an id of its own and the same every month', () => {
    const as = { product: 'tts', model: 'v3', monthly: '7' }
    const account = addStreams(using(A, stream('tts')), [as, as, { ...as, member: 'Ann' }])
    const flat = { kind: 'flat' }
    expect(streamsIn(account)).toEqual([
      A,
      stream('tts'),
      { ...as, id: 'tts 2', pattern: flat },
      { ...as, id: 'tts 3', pattern: flat },
      { ...as, id: 'Ann · tts', member: 'Ann', pattern: flat },
    ])
  })

  it('take the place of all there were, and leave usage alone that is not by product', () => {
    const as = { product: 'tts', model: 'v3', monthly: '7' }
    expect(streamsIn(replaceStreams(using(A, B), [as]))).toEqual([
      { ...as, id: 'tts', pattern: { kind: 'flat' } },
    ])
    const whole = content().scenario
    expect(replaceStreams(whole, [as])).toBe(whole)
  })

  it('are changed in one field, or lose whom they were of', () => {
    const account = using(A, B)
    expect(streamsIn(changeStream(account, { place: 1, id: 'b' }, { monthly: '8' }))).toEqual([
      A,
      { ...B, monthly: '8' },
    ])
    const [, nobodys] = streamsIn(
      changeStream(
        account,
        { place: 1, id: 'b' },
        { member: undefined, apiKey: undefined, workspace: undefined },
      ),
    )
    expect(nobodys).toStrictEqual(stream('b'))
  })

  it('are found where they have moved to, and by their place where two have one id', () => {
    const double = using(A, B, stream('b', { monthly: '9' }))
    expect(streamsIn(removeStream(double, { place: 2, id: 'b' }))).toEqual([A, B])
    expect(streamsIn(removeStream(double, { place: 1, id: 'b' }))).toEqual([A, stream('b', { monthly: '9' })])
    // Another window deleted the one before it.
    expect(streamsIn(changeStream(using(B), { place: 1, id: 'b' }, { monthly: '8' }))).toEqual([
      { ...B, monthly: '8' },
    ])
  })

  it('are doubled right below themselves, alike in all but the id', () => {
    expect(streamsIn(duplicateStream(using(B, A), { place: 0, id: 'b' }))).toEqual([
      B,
      { ...B, id: 'b 2' },
      A,
    ])
  })

  it('leave the account as it is where there is none to change', () => {
    const gone = { place: 0, id: 'gone' }
    for (const account of [using(A), content().scenario]) {
      expect(changeStream(account, gone, { monthly: '8' })).toBe(account)
      expect(duplicateStream(account, gone)).toBe(account)
      expect(removeStream(account, gone)).toBe(account)
      expect(addStreams(account, [])).toBe(account)
    }
    const ofFigures = content().scenario
    expect(addStreams(ofFigures, [{ product: 'tts', model: 'v2', monthly: '1' }])).toBe(ofFigures)
  })
})
