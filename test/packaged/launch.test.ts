import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { presentRuntime } from '#main/hosts/start/electron-runtime.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const PATIENCE_MS = 60_000
const runtime = presentRuntime(PROJECT, process.env)
if (!runtime.ok) {
  const why = runtime.problems.map(({ message }) => message).join(', ')
  process.stderr.write(
    `Skipping the launch in Electron: ${why}. Run \`npx install-electron\`, or name a folder with Electron in ELECTRON_OVERRIDE_DIST_PATH.\n`,
  )
}

describe.skipIf(!runtime.ok)('the built application in Electron itself', () => {
  let folder: string
  let app: ElectronApplication
  let page: Page

  const launch = async () => {
    app = await _electron.launch({
      ...(runtime.ok ? { executablePath: runtime.value } : {}),
      // Root has no user namespace to sandbox in.
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), PROJECT],
      env: { ...process.env, TIERWISE_DATA: folder },
      timeout: PATIENCE_MS,
    })
    page = await app.firstWindow({ timeout: PATIENCE_MS })
    page.setDefaultTimeout(PATIENCE_MS)
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tierwise-launch-'))
    await launch()
  }, PATIENCE_MS * 2)
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const invoke = (method: 'app.info' | 'store.info' | 'settings.get') =>
    page.evaluate((name) => window.tierwise?.invoke(name, {}), method)

  it('shows the Compare screen', { timeout: PATIENCE_MS }, async () => {
    await page.getByRole('grid').first().getByText('Creator').waitFor()
    expect(page.url()).toMatch(/^app:\/\/bundle\//)
  })

  it('answers from the main process, with its own SQLite and Node', async () => {
    expect(await invoke('app.info')).toMatchObject({
      ok: true,
      value: { host: 'electron', hasDialogs: true, runtime: { electron: expect.any(String) as string } },
    })
    expect(await invoke('store.info')).toMatchObject({ ok: true, value: { folder, trouble: null } })
  })

  it('does long calls in worker threads', async () => {
    const scenario = {
      schemaVersion: 1 as const,
      name: 'One month',
      catalog: 'elevenlabs-2026-04',
      plan: 'creator',
      start: '2026-01-01',
      months: 1,
      usage: { kind: 'series' as const, credits: ['1'] },
    }
    await page.evaluate(
      (input) => window.tierwise?.invoke('runs.start', { method: 'scenarios.run', input }),
      scenario,
    )
    const runs = () => page.evaluate(() => window.tierwise?.invoke('runs.list', {}))
    await vi.waitUntil(async () => !/"(?:waiting|running)"/.test(JSON.stringify(await runs())), PATIENCE_MS)
    expect(await runs()).toMatchObject({ value: [{ status: 'done' }] })
  })

  it('gives the page neither Node nor Electron', async () => {
    const found = await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))
    expect(found).toEqual([])
  })

  it('leaves its own pages for nothing', async () => {
    await page.evaluate(() => {
      window.open('https://evil.example/')
      window.location.href = 'https://evil.example/'
    })
    expect(page.url()).toMatch(/^app:\/\/bundle\//)
    expect(app.windows()).toHaveLength(1)
  })

  it('has what was changed at its next start', { timeout: PATIENCE_MS * 2 }, async () => {
    await page.evaluate(() => window.tierwise?.invoke('settings.change', { theme: 'dark' }))
    await app.close()
    await launch()
    expect(await invoke('settings.get')).toMatchObject({ ok: true, value: { theme: 'dark' } })
  })
})
