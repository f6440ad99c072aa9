import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bundleFiles } from '#main/hosts/bundle.ts'
import { fakeBundle } from '../fakes/bundle.ts'

const { root, remove } = fakeBundle()
afterAll(remove)

const files = bundleFiles(root)
const cacheOf = async (path: string) => (await files(path))?.headers['cache-control']
const textOf = async (path: string) => Buffer.from((await files(path))?.body ?? []).toString()

it.each(['/assets/app.js', '/%61ssets/app.js', '/assets/../assets/app.js'])(
  'keeps the asset %s',
  async (path) => {
    expect(await cacheOf(path)).toBe('public, max-age=31536000, immutable')
  },
)

it.each([
  '/',
  '/index.html',
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets/..%2findex.html',
])('never keeps the page, asked for as %s', async (path) => {
  expect(await cacheOf(path)).toBe('no-store')
})

it('has the bytes of an asset once, whoever asks and however often', async () => {
  const bodies = await Promise.all(['/assets/app.css', '/assets/app.css', '/%61ssets/app.css'].map(files))
  const [first] = bodies
  expect(first).toBeDefined()
  for (const file of bodies) expect(file?.body).toBe(first?.body)
})

it('shows the page of a newer build, and the assets it names, while it runs', async () => {
  expect(await textOf('/')).toContain('<title>Tierwise</title>')
  expect(await files('/assets/newer.js')).toBeUndefined()
  writeFileSync(join(root, 'assets/newer.js'), 'export const newer = true')
  writeFileSync(join(root, 'index.html'), '<script src="./assets/newer.js"></script>')
  expect(await textOf('/')).toContain('newer.js')
  expect(await textOf('/assets/newer.js')).toContain('newer = true')
  rmSync(join(root, 'assets/newer.js'))
  expect(await textOf('/assets/newer.js')).toContain('newer = true')
})
