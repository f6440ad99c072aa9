import { afterEach, describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { answers } from '#renderer/state/answers.ts'
import { contentNow } from '#renderer/state/draft.ts'
import { openScenario } from '#renderer/state/edits.ts'
import { isExampleUsage } from '#renderer/state/example-usage.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { newestCatalog } from '#renderer/state/library-actions.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { changeUsageKind } from '#renderer/state/usage-kind.ts'
import { fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

const FLAT = { kind: 'flat' } as const
const figure = (monthly: string) => ({ usage: { kind: 'pattern', monthly, pattern: FLAT } as const })
const ABOUT = {
  question: '',
  lookFor: '',
  tags: [],
  notes: '',
  customer: '',
  internal: { question: false, plans: [] },
  example: null,
  branchOf: null,
}

describe('the figure that a new scenario is made with', () => {
  afterEach(() => useResults.setState(useResults.getInitialState(), true))

  it('is an example until another one is set or something is asked of it', () => {
    expect(isExampleUsage(content(figure('400000')))).toBe(true)
    expect(isExampleUsage(content(figure('400001')))).toBe(false)
    const growth = { kind: 'growth', percent: '5' } as const
    expect(isExampleUsage(content({ usage: { kind: 'pattern', monthly: '400000', pattern: growth } }))).toBe(
      false,
    )
    const asked = { ...content(figure('400000')), about: { ...ABOUT, question: 'Overage or upgrade?' } }
    expect(isExampleUsage(asked)).toBe(false)
    expect(isExampleUsage({ ...content(figure('400000')), about: ABOUT })).toBe(true)
    expect(isExampleUsage({ ...content(figure('400000')), about: { ...ABOUT, example: 'rollover' } })).toBe(
      false,
    )
    expect(isExampleUsage(null)).toBe(false)
  })

  it.each([
    ['streams', { kind: 'streams', streams: [] }],
    ['series', { kind: 'series', credits: ['0', '0'] }],
  ] as const)('is gone once usage is said as %s', async (kind, usage) => {
    setBackend(fakeLibrary(content({ ...figure('400000'), months: 2 })).bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    answers.client.clear()
    await openScenario(SCENARIO_ID)
    await changeUsageKind(kind, { product: 'text-to-speech', model: 'English v1' })
    expect(contentNow()?.scenario.usage).toEqual(usage)
  })

  it('is billed by the newest of the catalogues in force', () => {
    expect(newestCatalog('2026-12-01')).toBe('elevenlabs-2026-04')
    const catalogs = presets.map(({ id, name, description = '', currency, date }) => ({
      id,
      name,
      description,
      currency,
      plans: [],
      source: '',
      date,
    }))
    useResults.setState({ catalogs })
    expect(newestCatalog('2026-12-01')).toBe('elevenlabs-2026-10')
    // October's is of the third.
    expect(newestCatalog('2026-10-03')).toBe('elevenlabs-2026-10')
    expect(newestCatalog('2026-10-02')).not.toBe('elevenlabs-2026-10')
  })
})
