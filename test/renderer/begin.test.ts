import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '#shared/bridge.ts'
import type { Method } from '#shared/api.ts'
import { answers } from '#renderer/state/answers.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { openFirst } from '#renderer/state/first-scenario.ts'
import { startLive } from '#renderer/state/live.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { storedApi } from '../api/stored-api.ts'
import { scenarioWithMonthly } from '../store/support.ts'
import { PATIENT } from '../patience.ts'

/** The real API behind a bridge that notes what is asked. */
function notedApi() {
  const app = storedApi()
  const asked: Method[] = []
  const bridge: Bridge = {
    invoke: (method, input) => {
      asked.push(method)
      return app.answer(method, input)
    },
    subscribe: () => () => undefined,
  }
  setBackend(bridge)
  return { app, asked }
}

beforeEach(() => {
  answers.client.clear()
  useOpenScenario.setState(useOpenScenario.getInitialState(), true)
  useResults.setState(useResults.getInitialState(), true)
})

describe('the start of a window', () => {
  it('has its first figures from one answer', async () => {
    const { app, asked } = notedApi()
    const { id } = await app.ask('library.create', { name: 'May', document: scenarioWithMonthly('400000') })
    await app.ask('settings.change', { lastScenario: id })
    await openFirst(null)
    const live = startLive(answers)
    await vi.waitFor(() => expect(useResults.getState().catalog?.id).toBe('elevenlabs-2026-04'), PATIENT)
    live.stop()
    expect(useResults.getState().comparison?.usage).toBe('400000')
    expect(useResults.getState().catalogs.length).toBeGreaterThan(0)
    // Curves are drawn after the figures, and asked for by themselves.
    expect(new Set(asked.filter((method) => method !== 'analysis.curves'))).toEqual(new Set(['window.begin']))
  })

  it('makes a worked example for a newcomer', async () => {
    const { app } = notedApi()
    await openFirst(null)
    const [made] = await app.ask('library.list', { kind: 'scenario' })
    expect(made?.name).toBe('Worked example: Creator at 400,000 credits a month')
    expect(useOpenScenario.getState().document?.id).toBe(made?.id)
  })
})
