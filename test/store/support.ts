import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store, type StoreOptions } from '#main/store/index.ts'
import { ScenarioContent, type NewContent } from '#shared/library.ts'
import type { Problem, Result } from '#shared/problem.ts'

/** Memory where there is a file system of it: no test here is about the patience that a slow disk asks for. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Where a store lies for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(SCRATCH, 'tierwise-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The store in a folder, closed when the test ends. */
export function storeIn(folder: string, options: Omit<StoreOptions, 'folder'> = {}): Store {
  const store = valueOf(openStore({ folder, ...options }))
  onTestFinished(() => store.close())
  return store
}

export const newStore = (options: Omit<StoreOptions, 'folder'> = {}): Store =>
  storeIn(temporaryFolder(), options)

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problems))
}

/** Why it was refused. */
export function problemOf(result: Result<unknown>): Problem {
  const [problem] = result.ok ? [] : result.problems
  if (!problem) throw new Error('It was not refused.')
  return problem
}

/** A scenario that uses so many credits in its one month. */
export const scenarioUsing = (credits: string, name = 'One month'): NewContent & { kind: 'scenario' } => ({
  kind: 'scenario',
  content: ScenarioContent.parse({
    scenario: {
      schemaVersion: 1,
      name,
      catalog: 'elevenlabs-2026-04',
      plan: 'creator',
      start: '2026-01-01',
      months: 1,
      overage: { optIn: true },
      usage: { kind: 'series', credits: [credits] },
    },
  }),
})

/** One whose usage is a monthly figure instead of written out. */
export function scenarioWithMonthly(credits: string): NewContent & { kind: 'scenario' } {
  const { kind, content } = scenarioUsing('0')
  const usage = { kind: 'pattern' as const, monthly: credits, pattern: { kind: 'flat' as const } }
  return { kind, content: { ...content, scenario: { ...content.scenario, usage } } }
}

export const companyWith = (notes: string): NewContent & { kind: 'company' } => ({
  kind: 'company',
  content: { notes, scenarios: [], datasets: [] },
})

/** The names in a list, in its order. */
export const namesIn = (store: Store, query: Partial<Parameters<Store['library']['list']>[0]> = {}) =>
  valueOf(
    store.library.list({ kind: 'company', deleted: false, search: '', limit: 1000, offset: 0, ...query }),
  ).map(({ name }) => name)

/** A clock that stands still until it is moved. */
export function clockAt(instant: string) {
  let at = Date.parse(instant)
  return {
    now: () => new Date(at),
    forward: (days: number) => void (at += days * 24 * 60 * 60 * 1000),
  }
}
