import { beforeEach, expect, it, vi } from 'vitest'
import type { Bridge } from '#shared/bridge.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/store.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { setBackend } from '#renderer/state/backend.ts'
import {
  changeSettings,
  hearSettings,
  loadSettings,
  showSettings,
  useSettings,
} from '#renderer/state/settings.ts'

/** Answers the changes that are asked for, in the order in which they are. */
let answers: ((answer: Result<Settings>) => void)[]
/** What the store has, or a promise of it. */
let stored: Settings | Promise<Settings>

beforeEach(() => {
  answers = []
  stored = DEFAULT_SETTINGS
  const invoke: Bridge['invoke'] = async (method) => {
    if (method === 'settings.get') return JSON.parse(JSON.stringify(succeed(await stored)))
    if (method !== 'settings.change') return refuse({ code: 'x', message: 'Not asked here.', path: '' })
    const said = await new Promise<Result<Settings>>((resolve) => answers.push(resolve))
    return JSON.parse(JSON.stringify(said))
  }
  setBackend({ invoke, subscribe: () => () => undefined })
  showSettings(DEFAULT_SETTINGS)
})

const theme = () => useSettings.getState().theme

/** Answers the next change, once it is asked for. */
async function answer(said: Result<Settings>): Promise<void> {
  await vi.waitFor(() => expect(answers).not.toEqual([]))
  answers.shift()?.(said)
}

const full = refuse({ code: 'store.full', message: 'The disk is full.', path: '' })

/** Another window changed something, and this one hears of it. */
function changedElsewhere(settings: Settings): Promise<void> {
  stored = settings
  return hearSettings(settings)
}

it('shows a change at once, and keeps to it when an answer to an earlier one or an event comes meanwhile', async () => {
  const first = changeSettings({ lastScenario: 'a' })
  const second = changeSettings({ theme: 'dark' })
  expect(theme()).toBe('dark')
  await answer(succeed({ ...DEFAULT_SETTINGS, lastScenario: 'a' }))
  await first
  expect(theme()).toBe('dark')
  const heard = changedElsewhere({ ...DEFAULT_SETTINGS, lastScenario: 'a' })
  expect(theme()).toBe('dark')
  stored = { ...DEFAULT_SETTINGS, lastScenario: 'a', theme: 'dark' }
  await answer(succeed(stored))
  await Promise.all([second, heard])
  expect(useSettings.getState()).toMatchObject({ theme: 'dark', lastScenario: 'a' })
})

it('asks for a change once the one before it is answered', async () => {
  const first = changeSettings({ theme: 'dark' })
  const second = changeSettings({ theme: 'light' })
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  await answer(succeed({ ...DEFAULT_SETTINGS, theme: 'dark' }))
  await first
  expect(theme()).toBe('light')
  await answer(succeed({ ...DEFAULT_SETTINGS, theme: 'light' }))
  await second
  expect(theme()).toBe('light')
})

it('takes a change back that is refused, and follows the store again', async () => {
  const change = changeSettings({ theme: 'dark' })
  await answer(full)
  await change
  expect(theme()).toBe('system')
  await changedElsewhere({ ...DEFAULT_SETTINGS, theme: 'light' })
  expect(theme()).toBe('light')
})

it('shows what the store has once every change that was under way is refused', async () => {
  await changedElsewhere({ ...DEFAULT_SETTINGS, theme: 'light' })
  const changes = [changeSettings({ theme: 'dark' }), changeSettings({ theme: 'system' })]
  const heard = changedElsewhere({ ...DEFAULT_SETTINGS, theme: 'light', lastScenario: 'a' })
  expect(theme()).toBe('system')
  await answer(full)
  await answer(full)
  await Promise.all([...changes, heard])
  expect(useSettings.getState()).toMatchObject({ theme: 'light', lastScenario: 'a' })
})

it('learns of a change elsewhere that was the same as one of its own that is refused', async () => {
  const change = changeSettings({ theme: 'dark' })
  await changedElsewhere({ ...DEFAULT_SETTINGS, theme: 'dark' })
  await answer(full)
  await change
  expect(theme()).toBe('dark')
})

it('is not taken back by an event of an earlier change that arrives after the answer to a later one', async () => {
  const opened = { ...DEFAULT_SETTINGS, openInputs: ['usage'] }
  const closed = { ...DEFAULT_SETTINGS, openInputs: [] }
  const change = changeSettings({ openInputs: ['usage'] })
  await answer(succeed(opened))
  await change
  stored = opened
  await hearSettings(closed)
  expect(useSettings.getState().openInputs).toEqual(['usage'])
})

it('is not taken back by an answer to what was asked before a change', async () => {
  let tell: (settings: Settings) => void = () => undefined
  stored = new Promise((resolve) => {
    tell = resolve
  })
  const read = loadSettings()
  const change = changeSettings({ theme: 'dark' })
  tell(DEFAULT_SETTINGS)
  await read
  expect(theme()).toBe('dark')
  await answer(succeed({ ...DEFAULT_SETTINGS, theme: 'dark' }))
  await change
  expect(theme()).toBe('dark')
})
