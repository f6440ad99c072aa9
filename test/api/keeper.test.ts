import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { openKeeper } from '#main/api/keeper.ts'
import { companyWith, valueOf } from '../store/support.ts'

const HOUR = 60 * 60 * 1000

afterEach(() => vi.useRealTimers())

/** An open store whose clock goes by hand, and what it noted for the log. */
function newKeeper() {
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'Date'],
    now: Date.parse('2026-05-01T12:00:00Z'),
  })
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-keeper-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const noted: string[] = []
  const note = (message: string) => void noted.push(message)
  return {
    folder,
    noted,
    ...valueOf(openKeeper({ place: { folder }, events: { emit: () => undefined }, note })),
  }
}

it('backs up documents once a day for as long as it is open, and not after', async () => {
  const { folder, ask, close } = newKeeper()
  const backups = () => readdirSync(join(folder, 'backups')).toSorted()
  valueOf(await ask('library.create', { name: 'Acme', document: companyWith('x') }))

  vi.advanceTimersByTime(50 * HOUR)
  expect(backups()).toEqual([
    // An hour after there was something to keep, then when more than a day had passed.
    'tierwise-2026-05-01T13-00-00-000Z-automatic.db',
    'tierwise-2026-05-02T14-00-00-000Z-automatic.db',
  ])
  close()
  vi.advanceTimersByTime(50 * HOUR)
  expect(backups()).toHaveLength(2)
})

it('notes each time a backup cannot be made by itself, and goes on', async () => {
  const { folder, noted, ask, close } = newKeeper()
  valueOf(await ask('library.create', { name: 'Acme', document: companyWith('x') }))
  writeFileSync(join(folder, 'backups'), 'a file in its place')
  vi.advanceTimersByTime(2 * HOUR)
  const failure: unknown = expect.stringMatching(/^No backup could be written to .*backups\. .*\(EEXIST\)/)
  expect(noted).toEqual([failure, failure])
  const lastBackupFailure: unknown = expect.stringContaining('(EEXIST)')
  expect(valueOf(await ask('store.info', {}))).toMatchObject({ lastBackupFailure })
  close()
})
