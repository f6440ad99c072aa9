import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { api } from '#shared/api.ts'
import { loadMain, loadPreload, PRELOAD } from '../fakes/built-bundles.ts'
import { fakeElectron } from '../fakes/electron.ts'

async function openPage() {
  const electron = fakeElectron()
  await loadMain(electron)
  await electron.becomeReady()
  const exposed = loadPreload(electron, { url: 'app://bundle/' })
  const invoke = exposed.get('tierwise')?.invoke
  if (!invoke) throw new Error('the preload exposes no window.tierwise.invoke')
  return { electron, exposed, invoke }
}

describe('the preload', () => {
  it('exposes window.tierwise.invoke and nothing else', async () => {
    const { exposed } = await openPage()
    expect([...exposed.keys()]).toEqual(['tierwise'])
    expect(Object.keys(exposed.get('tierwise') ?? {})).toEqual(['invoke'])
  })

  it.each(Object.keys(api))('passes %s on to the main process', async (method) => {
    const { invoke } = await openPage()
    expect(await invoke(method, 'no such input')).toMatchObject({
      ok: false,
      problems: [{ code: 'input.invalid' }],
    })
  })

  it.each(['app.quit', 'toString', '__proto__', 'constructor', ''])(
    'refuses the unknown method "%s" itself',
    async (method) => {
      const { electron, invoke } = await openPage()
      electron.listeners.clear()
      expect(await invoke(method, {})).toEqual({
        ok: false,
        problems: [{ code: 'api.unknown_method', message: `There is no method "${method}".`, path: '' }],
      })
    },
  )

  it('is one small plain script: no schemas, no modules, nothing of Node', () => {
    const script = readFileSync(PRELOAD, 'utf8')
    expect(script.length).toBeLessThan(4096)
    expect([...script.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
    expect(script).not.toMatch(/^\s*(import|export)\b/m)
  })
})
