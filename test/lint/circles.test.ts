import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circlesIn, filesUnder, foldersOf, type Graph, importsIn } from './import-graph.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

const graphOf = (imports: Readonly<Record<string, readonly string[]>>): Graph =>
  new Map(Object.entries(imports).map(([file, imported]) => [file, new Set(imported)]))

describe('what is found in sources', () => {
  it('is every file of ours that a file imports, types included', () => {
    const code = `
      import { a } from './a.ts'
      import type { B } from '../other/b.ts'
      export { c } from '#shared/c.ts'
      import './d.css'
      import {
        e,
        type E,
      } from '#main/engine/e.ts'
      const f = await import('#renderer/f.tsx')
      type G = import('./g.ts').G
      import { z } from 'zod'
    `
    expect(importsIn('src-main/room/x.ts', code)).toEqual([
      'src-main/room/a.ts',
      'src-main/other/b.ts',
      'shared/c.ts',
      'src-main/room/d.css',
      'src-main/engine/e.ts',
      'src-renderer/f.tsx',
      'src-main/room/g.ts',
    ])
  })

  it('is a circle of files, however long, and none where paths only meet again', () => {
    expect(circlesIn(graphOf({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [] }))).toEqual([['a', 'b', 'c']])
    expect(circlesIn(graphOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([])
  })

  it('is a circle of folders whose files know no circle', () => {
    const files = graphOf({
      'src/pool/deep/a.ts': ['src/gate/b.ts'],
      'src/gate/c.ts': ['src/pool/d.ts'],
      'src/index.ts': ['src/pool/d.ts'],
      'src/pool/d.ts': ['src/errors.ts'],
    })
    expect(circlesIn(files)).toEqual([])
    expect(circlesIn(foldersOf(files))).toEqual([['src/gate', 'src/pool']])
  })
})

describe('the project', () => {
  const files = filesUnder(PROJECT, ['shared', 'src-main', 'src-renderer'])

  it('has no circle of files, types included', () => {
    expect(files.size).toBeGreaterThan(500)
    expect(circlesIn(files)).toEqual([])
  })

  it('has no circle of folders, types included', () => {
    expect(circlesIn(foldersOf(files))).toEqual([])
  })
})
