import { describe, expect, it } from 'vitest'
import { accountInWords, accountRefused } from '#renderer/finding/account-in-words.ts'
import {
  changesInLine,
  limitsInLine,
  peopleInLine,
  termsInLine,
  usageInLine,
  workspacesInLine,
} from '#renderer/finding/account-parts.ts'
import { accountTerms } from '#renderer/finding/account-terms.ts'
import { content } from './support/scenarios.ts'
import { summaryOf } from './support/summaries.ts'

const account = (changes: Parameters<typeof content>[0] = {}) => content(changes).scenario
const pattern = (monthly: string) => ({
  kind: 'pattern' as const,
  monthly,
  pattern: { kind: 'flat' as const },
})

describe('what an account comes to', () => {
  it('is its price, and that all work is served', () => {
    expect(accountInWords(summaryOf(), 1)).toEqual({
      headline: 'Creator, billed monthly: $22.00 in one month',
      detail: 'All work is served.',
    })
  })

  it('is what is blocked past the quota of 100,000 credits, and in how many periods', () => {
    const { headline, detail } = accountInWords(
      summaryOf({ months: 3, usage: { kind: 'series', credits: ['100000', '130000', '90000'] } }),
      3,
    )
    expect(headline).toBe('Creator, billed monthly: $66.00 in 3 months')
    expect(detail).toContain('Work of 30,000 credits is blocked, in 1 of 3 billing periods.')
  })

  it('is what expired unused', () => {
    // 10,000 of January live two further periods and expire as April begins.
    const usage = { kind: 'series' as const, credits: ['90000', '100000', '100000'] }
    expect(accountInWords(summaryOf({ months: 3, usage }), 3).detail).toMatch(/^All work is served\./)
    expect(
      accountInWords(
        { ...summaryOf(), totals: { ...summaryOf().totals, expiredCredits: '5', forfeitedCredits: '7' } },
        1,
      ).detail,
    ).toBe('All work is served. 5 credits expire unused and 7 credits are forfeited.')
  })

  it('is what could not be made on its date', () => {
    const refusals = [{ code: 'x', message: 'No pack “Large”.', path: 'changes.0' }]
    expect(accountInWords({ ...summaryOf(), refusals }, 1).detail).toContain(
      '1 dated change could not be made: No pack “Large”.',
    )
  })

  it('is why it cannot be billed, and whose figures are shown', () => {
    const problems = [
      { code: 'a', message: 'Too few seats.', path: 'members' },
      { code: 'b', message: 'Unknown.', path: 'plan' },
      { code: 'c', message: 'Unknown too.', path: 'plan' },
    ]
    expect(accountRefused(problems, 'Enterprise')).toEqual({
      headline: 'The account cannot be billed as it is',
      detail: '',
    })
    const ended = [{ code: 'result.cancelled', message: 'It was cancelled.', path: '' }]
    expect(accountRefused(ended, 'Pro')).toEqual({
      headline: 'The account was not billed',
      detail: 'It was cancelled. The figures below are of Pro, before the last change.',
    })
  })

  it('rests on a catalogue, a time and what its prices and usage rest on', () => {
    expect(accountTerms(summaryOf())).toBe(
      'ElevenLabs, April 2026 · 1 Jan 2026 to 1 Feb 2026 · prices published, usage assumed',
    )
  })
})

describe('the parts of an account in a line', () => {
  it('say what usage there is', () => {
    expect(usageInLine(account({ usage: pattern('250000') }))).toBe('250,000 a month, flat')
    expect(
      usageInLine(account({ usage: { kind: 'series', credits: ['1', '2'] }, usageEvents: { kept: 3 } })),
    ).toBe('2 months written out, 3 events')
    expect(usageInLine(account({ usage: { kind: 'streams', streams: [] } }))).toBe('none')
  })

  it('say on what terms', () => {
    expect(
      termsInLine(account({ months: 6, trial: { days: 7, credits: '1', creditsExpire: true } }), 'Pro'),
    ).toBe('Pro, monthly, 6 months, trial')
  })

  it('say who there is', () => {
    expect(peopleInLine(account())).toBe('nobody named')
    expect(
      peopleInLine(
        account({
          members: [
            { id: 'a', role: 'admin', seat: 'full', locked: false },
            { id: 'b', role: 'member', seat: 'basic', locked: true },
          ],
        }),
      ),
    ).toBe('1 Full, 1 Basic, 1 locked')
  })

  it('say what else there is', () => {
    expect([workspacesInLine(account()), limitsInLine(account()), changesInLine(account())]).toEqual([
      'one, unnamed',
      'none',
      'none',
    ])
    expect(
      limitsInLine(
        account({ apiKeys: [{ id: 'k', limit: null }], groups: [{ id: 'g', members: [], limit: null }] }),
      ),
    ).toBe('1 group, 1 key')
    expect(changesInLine(account({ changes: [{ kind: 'cancel', on: '2026-12-01' }] }))).toBe('1 change')
  })
})
