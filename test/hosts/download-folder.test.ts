import type * as Files from 'node:fs'
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeDownloadFolder, removeLeftDownloads } from '#main/hosts/start/download-folder.ts'
import { failAt, failNever } from '../fakes/failing-disk.ts'

vi.mock('node:fs', async (original) => {
  // The mock comes before every import.
  const { failingFiles } = await import('../fakes/failing-disk.ts')
  return failingFiles(await original<typeof Files>())
})

let project: string
let home: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tierwise-download-'))
  home = join(project, 'node_modules/.cache/tierwise')
})
afterEach(async () => {
  failNever()
  await rm(project, { recursive: true })
})

describe('a folder for a download', () => {
  it('that cannot be removed keeps nobody from starting, and goes at the next start', () => {
    const { remove, env } = makeDownloadFolder(project)
    failAt(1)
    expect(remove).not.toThrow()
    expect(existsSync(env.TMPDIR ?? '')).toBe(true)
    remove()
    expect(readdirSync(home)).toEqual([])
  })

  it('that cannot be written keeps nobody from starting', async () => {
    const { usedBy, env } = makeDownloadFolder(project)
    await rm(env.TMPDIR ?? '', { recursive: true })
    expect(() => usedBy(process.pid)).not.toThrow()
  })

  it('of an earlier start that cannot be removed keeps no other one there', () => {
    for (const name of ['fetching-0', 'fetching-00']) mkdirSync(join(home, name), { recursive: true })
    failAt(1)
    removeLeftDownloads(project)
    expect(readdirSync(home)).toHaveLength(1)
  })
})
