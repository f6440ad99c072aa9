import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface FakeBundle {
  /** The served folder. */
  readonly root: string
  readonly remove: () => void
}

/** A tiny built renderer in a temporary folder, with a secret beside it that must never be served. */
export function fakeBundle(): FakeBundle {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-bundle-'))
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-of-another'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Tierwise</title>')
  writeFileSync(join(root, 'assets/app.js'), 'export {}')
  writeFileSync(join(root, 'assets/app.css'), ':root {}')
  writeFileSync(join(root, 'assets/inter.woff2'), 'font')
  writeFileSync(join(root, 'notes'), 'a file of no known type')
  writeFileSync(join(folder, 'secret.json'), '"secret"')
  writeFileSync(join(folder, 'renderer-of-another/secret.json'), '"secret"')
  return { root, remove: () => rmSync(folder, { recursive: true }) }
}

/** Ways out of the served folder, as they are written in an address. */
export const WAYS_OUT = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/../renderer-of-another/secret.json',
  '/%252e%252e%252fsecret.json',
  '//secret.json',
  '/%00/secret.json',
  '/%',
]
