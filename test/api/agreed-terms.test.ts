import { describe, expect, test } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { RunResult } from '#shared/run-result.ts'

const api = createApi({ host: 'test' })

/** A quote: 2,000 a month for 20,000,000 credits, and 0.10 for every 1,000 beyond them. */
const QUOTE = { monthly: '2000', credits: '20000000', overagePerThousand: '0.10' }

const scenario = (customTerms: Readonly<Record<string, typeof QUOTE>>) => ({
  schemaVersion: 1,
  name: 'A quoted account',
  catalog: 'elevenlabs-2026-04',
  plan: 'enterprise',
  start: '2026-01-01',
  months: 1,
  overage: { optIn: true },
  customTerms,
  usage: { kind: 'series', credits: ['21000000'] },
})

describe('terms agreed for a custom plan', () => {
  test('are what its scenario is billed by', async () => {
    const answer = await api('scenarios.run', scenario({ enterprise: QUOTE }))
    if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join())
    const { totals, inputHash } = RunResult.parse(answer.value)
    // 2,000.00 and 1,000,000 credits beyond the quota at 0.10 per 1,000.
    expect(totals).toMatchObject({ subscription: '2000.00', overage: '100.00', total: '2100.00' })

    const listed = await api('scenarios.run', scenario({}))
    if (!listed.ok) throw new Error('The list price is not billed.')
    expect(RunResult.parse(listed.value).inputHash).not.toBe(inputHash)
  })

  test('are refused for a plan that is sold at list price, with their path', async () => {
    const refused = {
      ok: false,
      problems: [expect.objectContaining({ code: 'plan.not_custom', path: 'customTerms.pro' })],
    }
    expect(await api('scenarios.run', scenario({ pro: QUOTE }))).toEqual(refused)
    expect(await api('documents.validate', { document: scenario({ pro: QUOTE }) })).toEqual({
      ok: true,
      value: [expect.objectContaining({ path: 'customTerms.pro', severity: 'error' })],
    })
    expect(await api('analysis.bothFailures', { scenario: scenario({ pro: QUOTE }) })).toEqual({
      ok: false,
      problems: [expect.objectContaining({ path: 'scenario.customTerms.pro' })],
    })
  })

  test.each([
    ['9007199254.740992', 'at most 9007199254.740991.'],
    ['1000000000000', 'at most 9007199254.740991.'],
    ['1000000000000.50', 'at most 9007199254.740991.'],
    ['-5', 'zero or more'],
    ['1.1234567', 'at most six decimals'],
    ['1000000000000.1234567', 'at most six decimals'],
    ['lots', 'as in "94.00"'],
  ])('are refused for the right reason: %s', async (monthly, reason) => {
    expect(await api('scenarios.run', scenario({ enterprise: { ...QUOTE, monthly } }))).toEqual({
      ok: false,
      problems: [
        {
          code: 'input.invalid',
          path: 'customTerms.enterprise.monthly',
          message: expect.stringContaining(reason),
        },
      ],
    })
  })
})
