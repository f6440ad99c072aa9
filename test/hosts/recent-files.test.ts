import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { AskKept } from '#main/api/services.ts'
import { recentFiles } from '#main/hosts/recent-files.ts'
import { succeed } from '#shared/problem.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/store.ts'

/** Settings that are kept by a thread, which answers after a while. */
function settingsInThread(): AskKept {
  let settings: Settings = DEFAULT_SETTINGS
  return async (method, input) => {
    await nextTurn()
    if (method === 'own.changeSettings') settings = Settings.parse({ ...settings, ...Object(input) })
    return succeed(settings)
  }
}

it('remembers and forgets each of the files that are opened at the same time', async () => {
  const recent = recentFiles(settingsInThread())
  await recent.remember('/old/gone.tierwise')
  await Promise.all([
    recent.remember('/a/1.tierwise'),
    recent.forget('/old/gone.tierwise'),
    recent.remember('/b/2.tierwise'),
    recent.visit('/c/3.csv'),
  ])
  expect(await recent.list()).toEqual(['/b/2.tierwise', '/a/1.tierwise'])
  expect(await recent.folder()).toBe('/c')
})

it('goes on after a change that could not be made', async () => {
  let isBroken = true
  const kept = settingsInThread()
  const recent = recentFiles((method, input) =>
    isBroken ? Promise.reject(new Error('A defect')) : kept(method, input),
  )
  await expect(recent.remember('/a/1.tierwise')).rejects.toThrow('A defect')
  isBroken = false
  await recent.remember('/b/2.tierwise')
  expect(await recent.list()).toEqual(['/b/2.tierwise'])
})
