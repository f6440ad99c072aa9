import { beforeEach, describe, expect, it } from 'vitest'
import { namedUsage, shareOut as engineShareOut } from '#main/engine/index.ts'
import { succeed } from '#shared/problem.ts'
import { NamedUsageInput, ShareOutInput } from '#shared/share-out.ts'
import { newMember } from '#renderer/state/account-edits/members.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { contentNow, editAccount } from '#renderer/state/draft.ts'
import { openScenario } from '#renderer/state/edits.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { nameUsage } from '#renderer/state/named-usage.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { shareOut } from '#renderer/state/share-out.ts'
import { fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'

describe('usage that waits for the engine', () => {
  beforeEach(async () => {
    const library = fakeLibrary(content({ members: [newMember('Ben', 'basic')] }), {
      'scenarios.namedUsage': (asked) => succeed(namedUsage(NamedUsageInput.parse(asked))),
      'scenarios.shareOut': (asked) => engineShareOut(ShareOutInput.parse(asked)),
    })
    setBackend(library.bridge)
    useOpenScenario.setState(NOTHING_OPEN, true)
    useInputs.setState(LANDING, true)
    answers.client.clear()
    await openScenario(SCENARIO_ID)
  })

  const usageOnScreen = () => contentNow()?.scenario.usage

  const AS = { product: 'tts', model: 'v2' }
  const goElsewhere = () =>
    useOpenScenario.setState(({ document }) => ({ document: document && { ...document, id: 'other' } }))

  it('is shared out over no other usage that came meanwhile, and says so', async () => {
    const asked = shareOut('members', [{ id: 'Ben', parts: 1 }], AS, 'Share out')
    const usage = { kind: 'pattern', monthly: '777', pattern: { kind: 'flat' } } as const
    editAccount('Change usage', (now) => ({ ...now, usage }))
    expect(await asked).toMatchObject({ ok: false, problems: [{ code: 'usage.changed' }] })
    expect(usageOnScreen()).toEqual(usage)
  })

  it('is shared out in no other scenario that was opened meanwhile', async () => {
    const asked = shareOut('members', [{ id: 'Ben', parts: 1 }], AS, 'Share out')
    goElsewhere()
    expect(await asked).toMatchObject({ ok: false })
    expect(usageOnScreen()?.kind).toBe('pattern')
  })

  it('becomes nobody’s by name in another scenario that was opened meanwhile', async () => {
    const asked = nameUsage('Ben', '100', AS, 'Set the usage of Ben')
    await Promise.resolve()
    await Promise.resolve()
    goElsewhere()
    expect(await asked).toEqual(succeed(null))
    expect(usageOnScreen()?.kind).toBe('pattern')
  })
})
