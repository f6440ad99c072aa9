import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../..')
const RENDERER = join(PROJECT, 'src-renderer')
const MANTINE = join(PROJECT, 'node_modules/@mantine/core')
const STYLES = join(RENDERER, 'theme/mantine.ts')

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))

const allMatches = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found ?? [])

/** What a file names between the braces of its import of Mantine's components. */
const namesIn = (source: string): readonly string[] =>
  allMatches(/import \{([^}]*)\} from '@mantine\/core'/g, source).flatMap(
    (names) => names.match(/\w+/g) ?? [],
  )

/** Of the components a component is made of, in Mantine's own modules. */
function partsOf(component: string): readonly string[] {
  const folder = join(MANTINE, 'esm/components', component)
  return existsSync(folder)
    ? sourcesIn(folder).flatMap((source) => allMatches(/from "\.\.\/([A-Z]\w*)\//g, source))
    : []
}

function withParts(components: readonly string[]): ReadonlySet<string> {
  const found = new Set(components)
  for (const component of found) for (const part of partsOf(component)) found.add(part)
  return found
}

it('has the styles of every component that is used, in Mantine’s order', () => {
  const used = withParts(sourcesIn(RENDERER).flatMap(namesIn))
  const styled = [...used].filter((component) =>
    existsSync(join(MANTINE, 'styles', `${component}.layer.css`)),
  )
  expect(styled).toContain('Button')
  expect(styled).toContain('Overlay')
  const taken = allMatches(/styles\/(\w+)\.layer\.css'/g, readFileSync(STYLES, 'utf8'))
  expect(taken).toEqual(expect.arrayContaining(styled))

  const all = readFileSync(join(MANTINE, 'styles.layer.css'), 'utf8')
  const rulesOf = (component: string) =>
    readFileSync(join(MANTINE, 'styles', `${component}.layer.css`), 'utf8')
      .replace(/^@layer mantine\s*\{/, '')
      .trim()
      .slice(0, 80)
  const places = taken.map((component) => all.indexOf(rulesOf(component)))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})
