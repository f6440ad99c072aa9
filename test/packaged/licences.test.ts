import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const PROJECT = resolve(import.meta.dirname, '../..')

/** Licences that allow shipping in a product whose own source stays closed, as long as their text comes along. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
])

/** Packages that name their licence without a copy of its text; there is none to pass on. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['react-remove-scroll-bar'])

/** A heading of the notices that the build writes: `## name - version (licence)`. */
const HEADING = /^## (?<name>\S+) - \S+ \((?<licence>.+)\)$/gm

describe.each([
  ['main', 'zod'],
  ['renderer', 'react'],
])('what is bundled into %s', (bundle, known) => {
  const notices = readFileSync(join(PROJECT, 'out', bundle, 'third-party.md'), 'utf8')
  const bundled = [...notices.matchAll(HEADING)].map(({ groups }) => ({
    name: groups?.name ?? '',
    licence: groups?.licence ?? '',
  }))

  it('may be shipped', () => {
    expect(bundled.map(({ name }) => name)).toContain(known)
    expect(bundled.filter(({ licence }) => !isPermissive(licence))).toEqual([])
  })

  it('has the text of each licence that was given one', () => {
    const texts = notices.split(/^## /m).slice(1)
    const names = texts
      .filter((text) => !/permi(?:t|ssion)/i.test(text))
      .map((text) => text.split(' ')[0] ?? '')
    expect(texts).toHaveLength(bundled.length)
    expect(names.filter((name) => !WITHOUT_TEXT.has(name))).toEqual([])
  })
})

it('names the typeface and its licence', () => {
  const notices = readFileSync(join(PROJECT, 'out/renderer/third-party.md'), 'utf8')
  expect(notices).toMatch(/^## @fontsource-variable\/inter - \S+ \(OFL-1\.1\)$/m)
  expect(notices).toContain('SIL OPEN FONT LICENSE')
})

it('depends in production on nothing that may not be shipped, on any system', () => {
  const Lock = z.object({
    packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), license: z.string().optional() })),
  })
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')))
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  expect(shipped.map(([path]) => path)).toContain('node_modules/@duckdb/node-bindings-win32-x64')
  expect(shipped.filter(([, { license }]) => !isPermissive(license ?? ''))).toEqual([])
})

const isPermissive = (licence: string) => licence.split(' AND ').every((part) => PERMISSIVE.has(part))
