import { afterAll, expect, it } from 'vitest'
import { readBundleFile } from '#main/hosts/bundle.ts'
import { fakeBundle } from '../fakes/bundle.ts'

const { root, remove } = fakeBundle()
afterAll(remove)

const cacheOf = async (path: string) => (await readBundleFile(root, path))?.headers['cache-control']

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
