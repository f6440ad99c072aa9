import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const PROJECT = resolve(import.meta.dirname, '../..')

/** One line of code in a file of ours, which the linter must refuse or take. */
type Case = readonly [file: string, code: string]

const from = (specifier: string) => `export { thing } from '${specifier}'`

const REFUSED: readonly Case[] = [
  ['shared/a.ts', from('#main/engine/index.ts')],
  ['shared/a.ts', from('../src-main/engine/index.ts')],
  ['shared/a.ts', from('node:fs')],
  ['shared/a.ts', from('react')],
  ['shared/a.ts', from('zod')],
  ['shared/a.ts', 'export const some = text.refine(Boolean)'],
  ['shared/a.ts', 'export const some = text.superRefine(Boolean)'],
  ['shared/a.ts', 'export const some = text.transform(Number)'],
  ['shared/a.ts', 'export const some = z.preprocess(Number, text)'],
  ['src-main/engine/a.ts', from('#main/catalogs/index.ts')],
  ['src-main/engine/a.ts', from('../catalogs/index.ts')],
  ['src-main/engine/pool/a.ts', from('../../catalogs/index.ts')],
  ['src-main/engine/pool/a.ts', from('../../api/router.ts')],
  ['src-main/engine/pool/a.ts', from('../../../shared/catalog.ts')],
  ['src-main/engine/pool/a.ts', from('node:crypto')],
  ['src-main/engine/pool/a.ts', from('fs')],
  ['src-main/engine/pool/a.ts', from('electron')],
  ['src-main/engine/pool/a.ts', from('react')],
  ['src-main/engine/pool/a.ts', "export const late = await import('node:os')"],
  ['src-main/engine/pool/a.ts', 'export const now = Date.now()'],
  ['src-main/engine/pool/a.ts', 'export const now = new Date()'],
  ['src-main/engine/pool/a.ts', 'export const now = globalThis.Date'],
  ['src-main/engine/pool/a.ts', 'export const now = performance.now()'],
  ['src-main/engine/pool/a.ts', 'export const chance = Math.random()'],
  ['src-main/engine/pool/a.ts', 'export const { random } = Math'],
  ['src-main/engine/pool/a.ts', 'export const chance = crypto.randomUUID()'],
  ['src-main/engine/pool/a.ts', 'export const env = process.env'],
  ['src-main/engine/record/a.ts', from('../pool/credit-pool.ts')],
  ['src-main/engine/record/a.ts', from('#main/engine/plan/compiled-plan.ts')],
  ['src-main/catalogs/a.ts', from('#main/engine/index.ts')],
  ['src-main/catalogs/preset/a.ts', from('../../engine/index.ts')],
  ['src-main/catalogs/a.ts', from('node:fs')],
  ['src-main/examples/a.ts', from('#main/engine/index.ts')],
  ['src-main/examples/a.ts', from('../catalogs/index.ts')],
  ['src-main/store/a.ts', from('#main/datasets/index.ts')],
  ['src-main/store/a.ts', from('../datasets/index.ts')],
  ['src-main/datasets/a.ts', from('#main/store/index.ts')],
  ['src-main/datasets/csv/a.ts', from('../../export/index.ts')],
  ['src-main/providers/a.ts', from('#main/export/index.ts')],
  ['src-main/providers/a.ts', from('../store/index.ts')],
  ['src-main/export/a.ts', from('#main/providers/index.ts')],
  ['src-main/export/a.ts', from('#main/api/router.ts')],
  ['src-main/export/a.ts', from('electron')],
  ['src-main/runs/a.ts', from('#main/hosts/web/server.ts')],
  ['src-main/runs/a.ts', from('#main/api/router.ts')],
  ['src-main/runs/a.ts', from('#main/store/index.ts')],
  ['src-main/runs/a.ts', from('../engine/index.ts')],
  ['src-main/api/a.ts', from('electron')],
  ['src-main/api/a.ts', from('node:http')],
  ['src-main/api/a.ts', from('http')],
  ['src-main/api/a.ts', from('#main/hosts/web/server.ts')],
  ['src-main/api/a.ts', from('../hosts/web/server.ts')],
  ['src-main/hosts/web/a.ts', from('electron')],
  ['src-main/hosts/web/a.ts', "import type { App } from 'electron'\nexport type Thing = App"],
  ['src-main/hosts/cli/a.ts', from('electron/main')],
  ['src-main/hosts/electron/a.ts', from('../web/server.ts')],
  ['src-main/hosts/electron/a.ts', from('#main/hosts/cli/index.ts')],
  ['src-main/hosts/web/a.ts', from('#renderer/client/client.ts')],
  ['src-main/preload/a.ts', from('node:fs')],
  ['src-main/preload/a.ts', from('#main/api/router.ts')],
  ['src-main/preload/a.ts', from('../api/router.ts')],
  ['src-renderer/a.ts', from('#main/engine/index.ts')],
  ['src-renderer/charts/a.tsx', from('../../src-main/engine/index.ts')],
  ['src-renderer/charts/a.tsx', "import type { Api } from '#main/api/router.ts'\nexport type Thing = Api"],
  ['src-renderer/a.ts', from('electron')],
  ['src-renderer/a.ts', from('node:fs')],
  ['src-renderer/a.ts', from('node:fs/promises')],
  ['src-renderer/charts/a.tsx', from('#renderer/state/inputs.ts')],
  [
    'src-renderer/charts/a.tsx',
    "import type { Inputs } from '../state/inputs.ts'\nexport type Thing = Inputs",
  ],
  ['src-renderer/fields/a.tsx', from('#renderer/commands/registry.ts')],
  ['src-renderer/format/a.ts', from('#renderer/client/client.ts')],
  ['src-renderer/tables/a.tsx', from('#renderer/queries/answers.ts')],
  ['src-renderer/finding/a.ts', from('#renderer/state/results.ts')],
  ['src-renderer/client/a.ts', from('#renderer/queries/answers.ts')],
  ['src-renderer/queries/a.ts', from('../state/backend.ts')],
  ['src-renderer/state/a.ts', from('#renderer/commands/registry.ts')],
  ['src-renderer/state/a.ts', from('zod')],
  ['src-renderer/commands/a.ts', from('#renderer/pages/compare/ComparePage.tsx')],
  ['src-renderer/pages/compare/a.tsx', from('#renderer/app/App.tsx')],
  ['src-renderer/a.ts', from('zod')],
  ['src-renderer/state/a.ts', from('#shared/problem.ts')],
]

const TAKEN: readonly Case[] = [
  ['shared/zod.ts', from('zod')],
  ['shared/issues.ts', from('zod')],
  ['shared/checked.ts', 'export const some = text.superRefine(Boolean)'],
  ['shared/a.ts', from('./zod.ts')],
  ['shared/a.ts', from('./catalog.ts')],
  ['src-main/engine/a.ts', from('#shared/catalog.ts')],
  ['src-main/engine/a.ts', from('./pool/grant.ts')],
  ['src-main/engine/pool/a.ts', from('../exact/amount.ts')],
  ['src-main/engine/pool/a.ts', from('../scenario/usage.ts')],
  ['src-main/engine/pool/a.ts', from('#main/engine/exact/amount.ts')],
  ['src-main/engine/pool/a.ts', 'export const most = Math.max(1, 2)'],
  ['src-main/engine/record/a.ts', from('../exact/amount.ts')],
  ['src-main/engine/record/a.ts', from('../calendar/civil.ts')],
  ['src-main/catalogs/preset/a.ts', from('../cite.ts')],
  ['src-main/catalogs/a.ts', from('#shared/catalog.ts')],
  ['src-main/examples/a.ts', from('#shared/library.ts')],
  ['src-main/examples/a.ts', from('./example.ts')],
  ['src-main/store/a.ts', from('node:sqlite')],
  ['src-main/store/migrations/a.ts', from('../database.ts')],
  ['src-main/datasets/a.ts', from('@duckdb/node-api')],
  ['src-main/runs/a.ts', from('#shared/runs.ts')],
  ['src-main/api/a.ts', from('#main/engine/index.ts')],
  ['src-main/api/a.ts', from('#main/store/index.ts')],
  ['src-main/api/a.ts', from('node:crypto')],
  ['src-main/hosts/web/a.ts', from('node:http')],
  ['src-main/hosts/web/a.ts', from('../bundle.ts')],
  ['src-main/hosts/web/a.ts', from('#main/api/router.ts')],
  ['src-main/hosts/electron/a.ts', from('electron')],
  ['src-main/hosts/electron/a.ts', from('../bundle.ts')],
  ['src-main/preload/a.ts', from('electron')],
  ['src-main/preload/a.ts', from('#shared/bridge.ts')],
  ['src-renderer/a.ts', "export type { Invoke } from '#shared/api.ts'"],
  ['src-renderer/a.ts', from('#shared/result.ts')],
  ['src-renderer/a.ts', from('#shared/screens.ts')],
  ['src-renderer/charts/a.tsx', from('../format/money.ts')],
  ['src-renderer/queries/a.ts', from('#renderer/client/unreachable.ts')],
  ['src-renderer/state/a.ts', from('#renderer/queries/answers.ts')],
  ['src-renderer/state/a.ts', from('../charts/nice.ts')],
  ['src-renderer/commands/a.ts', from('#renderer/state/inputs.ts')],
  ['src-renderer/pages/compare/a.tsx', from('#renderer/commands/registry.ts')],
  ['src-renderer/app/a.tsx', from('#renderer/pages/compare/ComparePage.tsx')],
  ['src-renderer/pages/usage/a.tsx', from('../../charts/costs.tsx')],
]

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})

/** Each case in a file of its own (`a.ts` becomes `refused-3.ts`), all linted in one go. */
function plant(folder: string, kind: string, cases: readonly Case[]): readonly string[] {
  return cases.map(([file, code], index) => {
    const path = file.replace('/a.', `/${kind}-${index}.`)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${code}\n`)
    return path
  })
}

let folder: string
let complaints: ReadonlyMap<string, readonly string[]>
let refused: readonly string[]
let taken: readonly string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-lint-'))
  copyFileSync(join(PROJECT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  refused = plant(folder, 'refused', REFUSED)
  taken = plant(folder, 'taken', TAKEN)
  const linter = join(PROJECT, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [linter, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { diagnostics } = Report.parse(JSON.parse(stdout))
  const byFile = Map.groupBy(diagnostics, ({ filename }) => filename)
  complaints = new Map([...byFile].map(([file, list]) => [file, list.map(({ code }) => code)]))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the linter', () => {
  it.each(REFUSED.map(([file, code], index) => ({ file, code, index })))(
    'refuses in $file: $code',
    ({ index }) => {
      expect(complaints.get(refused[index] ?? '') ?? []).toEqual(
        expect.arrayContaining([expect.stringContaining('no-restricted-')]),
      )
    },
  )

  it.each(TAKEN.map(([file, code], index) => ({ file, code, index })))(
    'takes in $file: $code',
    ({ index }) => {
      expect(complaints.get(taken[index] ?? '') ?? []).toEqual([])
    },
  )
})
