import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { addVariants, MOST_COMPARED, variantsOf } from '#renderer/state/account-edits/variants.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow, editAccount, editContent } from '#renderer/state/draft.ts'
import { openScenario } from '#renderer/state/edits.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { keepAsVariant, keptIn } from '#renderer/state/keep-variant.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

describe('an account that is kept as a variant', () => {
  beforeEach(async () => {
    setBackend(fakeLibrary(content({ catalog: 'elevenlabs-2026-04', plan: 'creator' })).bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    useResults.setState({ catalog: elevenLabs202604 })
    answers.client.clear()
    await openScenario(SCENARIO_ID)
  })
  // Other tests share the state.
  afterAll(() => useResults.setState(useResults.getInitialState(), true))

  const now = () => {
    const found = contentNow()
    if (found === null) throw new Error('No scenario is open.')
    return found
  }
  const names = () => variantsOf(now()).map(({ name }) => name)

  it('is there once it is kept, and stays as it is when the account changes', () => {
    expect(keptIn(now(), elevenLabs202604)).toBe(null)
    keepAsVariant()
    expect(names()).toEqual(['Creator as it is now'])
    expect(keptIn(now(), elevenLabs202604)).toBe('Creator as it is now')
    editAccount('Move to Pro', (account) => ({ ...account, plan: 'pro' }))
    expect(keptIn(now(), elevenLabs202604)).toBe(null)
    expect(variantsOf(now())[0]).toMatchObject({ plan: 'creator', catalog: 'elevenlabs-2026-04' })
    keepAsVariant()
    expect(names()).toEqual(['Creator as it is now', 'Pro as it is now'])
  })

  it('is known whatever it was called since', () => {
    keepAsVariant()
    const label = 'Call it otherwise'
    editContent({
      label,
      of: label,
      change: (before) => ({
        ...before,
        variants: { list: variantsOf(before).map((one) => ({ ...one, name: 'Mine' })), baseline: null },
      }),
    })
    expect(keptIn(now(), elevenLabs202604)).toBe('Mine')
  })

  it('is not kept where there is no room for more', () => {
    const label = 'Fill up'
    const more = Array.from({ length: MOST_COMPARED }, (_, place) => ({ name: `V${String(place)}` }))
    editContent({ label, of: label, change: (before) => addVariants(before, more) })
    keepAsVariant()
    expect(names()).toEqual(more.map(({ name }) => name))
  })
})
