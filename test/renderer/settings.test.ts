import { beforeEach, expect, it } from 'vitest'
import type { Bridge } from '#shared/bridge.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/store.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { changeSettings, showSettings, useSettings } from '#renderer/state/settings.ts'

/** What answers the changes that were asked for, the oldest first. */
let answers: ((answer: Result<Settings>) => void)[]

beforeEach(() => {
  answers = []
  const invoke: Bridge['invoke'] = async (method) => {
    if (method !== 'settings.change') return refuse({ code: 'x', message: 'Not asked here.', path: '' })
    const answer = await new Promise<Result<Settings>>((resolve) => answers.push(resolve))
    return JSON.parse(JSON.stringify(answer))
  }
  setBackend({ invoke, subscribe: () => () => undefined })
  showSettings(DEFAULT_SETTINGS)
})

const theme = () => useSettings.getState().theme

it('shows a change at once, and keeps to it when an answer to an earlier one or an event comes meanwhile', async () => {
  const first = changeSettings({ lastScenario: 'a' })
  const second = changeSettings({ theme: 'dark' })
  expect(theme()).toBe('dark')
  answers[0]?.(succeed({ ...DEFAULT_SETTINGS, lastScenario: 'a' }))
  await first
  expect(theme()).toBe('dark')
  showSettings({ ...DEFAULT_SETTINGS, lastScenario: 'a' })
  expect(theme()).toBe('dark')
  answers[1]?.(succeed({ ...DEFAULT_SETTINGS, lastScenario: 'a', theme: 'dark' }))
  await second
  expect(useSettings.getState()).toMatchObject({ theme: 'dark', lastScenario: 'a' })
})

it('takes a change back that is refused, and follows the store again', async () => {
  const change = changeSettings({ theme: 'dark' })
  answers[0]?.(refuse({ code: 'store.full', message: 'The disk is full.', path: '' }))
  await change
  expect(theme()).toBe('system')
  showSettings({ ...DEFAULT_SETTINGS, theme: 'light' })
  expect(theme()).toBe('light')
})

it('shows what the store has once every change that was under way is refused', async () => {
  showSettings({ ...DEFAULT_SETTINGS, theme: 'light' })
  const changes = [changeSettings({ theme: 'dark' }), changeSettings({ theme: 'system' })]
  showSettings({ ...DEFAULT_SETTINGS, theme: 'light', lastScenario: 'a' })
  expect(theme()).toBe('system')
  for (const answer of answers) answer(refuse({ code: 'store.full', message: 'The disk is full.', path: '' }))
  await Promise.all(changes)
  expect(useSettings.getState()).toMatchObject({ theme: 'light', lastScenario: 'a' })
})
