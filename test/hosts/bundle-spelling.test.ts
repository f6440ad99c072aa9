import type * as Disk from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { bundleFiles } from '#main/hosts/bundle.ts'
import { fakeBundle } from '../fakes/bundle.ts'

const { root, remove } = fakeBundle()
afterAll(remove)

/** A disk as macOS and Windows have it, which knows a file by its name in small letters and in large ones. */
vi.mock('node:fs/promises', async (load) => {
  const disk = await load<typeof Disk>()
  const spelt = (path: string) => join(root, relative(root, path).toLowerCase())
  return {
    ...disk,
    readFile: (file: string) => disk.readFile(spelt(file)),
    readdir: (folder: string) => disk.readdir(spelt(folder)),
  }
})

const files = bundleFiles(root)

it('has a file by its own name', async () => {
  for (const path of ['/', '/index.html', '/assets/app.js']) expect(await files(path)).toBeDefined()
})

it.each(['/assets/APP.js', '/assets/%41pp.js', '/ASSETS/app.js', '/Index.html'])(
  'has none by another spelling that the disk knows it by, which could be kept once more for each: %s',
  async (path) => {
    expect(await files(path)).toBeUndefined()
    expect(await readFile(join(root, decodeURIComponent(path)))).toBeDefined()
  },
)
