import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { LOCK } from '#main/store/lock.ts'
import { makeTemporaryFolder, removeLeftFolders } from '#main/store/temporary-copy.ts'
import { storeIn, temporaryFolder, valueOf } from './support.ts'

/** In the place of the system's folder of temporary files, which other processes use meanwhile. */
let temporary: string
beforeEach(() => {
  temporary = temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
})

it.skipIf(process.platform === 'win32')(
  'a copy stays for as long as its process lives, and goes at the next start after it was killed',
  async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'copy-holder.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line]: unknown[] = await once(holder.stdout.setEncoding('utf8'), 'data')
    const copy = String(line).trim()
    storeIn(temporaryFolder()).close()
    expect(readdirSync(copy)).toContain('tierwise.db')

    holder.kill('SIGKILL')
    await once(holder, 'close')
    storeIn(temporaryFolder()).close()
    expect(existsSync(copy)).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  },
)

it('a copy goes with the store that was read from it', () => {
  const { path, remove } = valueOf(makeTemporaryFolder())
  expect(path.startsWith(join(temporary, 'tierwise-copy-'))).toBe(true)
  remove()
  expect(readdirSync(temporary)).toEqual([])
})

it.skipIf(process.platform === 'win32')('nothing of others is touched, whatever its name', () => {
  const elsewhere = temporaryFolder()
  writeFileSync(join(elsewhere, LOCK), '')
  symlinkSync(elsewhere, join(temporary, 'tierwise-copy-link'))
  writeFileSync(join(temporary, 'tierwise-copy-file'), '')
  mkdirSync(join(temporary, 'tierwise-copy-unlocked'))
  mkdirSync(join(temporary, 'tierwise-other'))
  writeFileSync(join(temporary, 'tierwise-other', LOCK), '')
  removeLeftFolders()
  expect(readdirSync(temporary).toSorted()).toEqual([
    'tierwise-copy-file',
    'tierwise-copy-link',
    'tierwise-copy-unlocked',
    'tierwise-other',
  ])
  expect(readdirSync(elsewhere)).toEqual([LOCK])
})
