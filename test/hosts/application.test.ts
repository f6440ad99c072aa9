import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { createApplication } from '#main/hosts/application.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { companyWith, valueOf } from '../store/support.ts'

const HOUR = 60 * 60 * 1000

afterEach(() => vi.useRealTimers())

/** An application whose clock goes by hand. */
function newApplication() {
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'Date'],
    now: Date.parse('2026-05-01T12:00:00Z'),
  })
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-application-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const log = openLog(join(folder, 'logs'))
  const application = createApplication({
    host: 'web',
    folder,
    worker: new URL('file:///no-run-is-started.js'),
    log,
    secrets: sessionSecrets('There is no key store in this test.', log),
  })
  return { folder, log, ...valueOf(application) }
}

it('backs up documents once a day for as long as it is open, and not after', async () => {
  const { folder, api, close } = newApplication()
  const backups = () => readdirSync(join(folder, 'backups')).toSorted()
  valueOf(await api('library.create', { name: 'Acme', document: companyWith('x') }))

  vi.advanceTimersByTime(50 * HOUR)
  expect(backups()).toEqual([
    // An hour after there was something to keep, then when more than a day had passed.
    'tierwise-2026-05-01T13-00-00-000Z-automatic.db',
    'tierwise-2026-05-02T14-00-00-000Z-automatic.db',
  ])
  await close()
  vi.advanceTimersByTime(50 * HOUR)
  expect(backups()).toHaveLength(2)
})

it('writes down each time a backup cannot be made by itself, and goes on', async () => {
  const { folder, log, api, close } = newApplication()
  valueOf(await api('library.create', { name: 'Acme', document: companyWith('x') }))
  writeFileSync(join(folder, 'backups'), 'a file in its place')
  vi.advanceTimersByTime(2 * HOUR)
  const written = readFileSync(log.file, 'utf8').match(
    /No backup could be written to .*backups\. .*\(EEXIST\)/g,
  )
  expect(written).toHaveLength(2)
  const lastBackupFailure: unknown = expect.stringContaining('(EEXIST)')
  expect(valueOf(await api('store.info', {}))).toMatchObject({ lastBackupFailure })
  await close()
})
