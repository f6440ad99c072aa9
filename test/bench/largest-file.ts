import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { createApplication } from '#main/hosts/application.ts'
import { openLog } from '#main/hosts/log.ts'
import { openBundle } from '#main/hosts/open-bundle.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import type { Result } from '#shared/problem.ts'
import { largestFile } from '../fakes/largest-scenario.ts'
import { SOURCE_THREADS } from '../fakes/source-threads.ts'
import { medianMs } from './measure.ts'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const WHAT = 'the largest file picked in Chromium and shown: longest task of the window'
const UNIT = 'ms'
const TARGET = { below: 50 }

const LongestTasks = z.object({ largest: z.number(), ordinary: z.number() })

/** The largest file anybody could mean: in the main process, and in a window. */
export async function largestFileRows(): Promise<readonly Row[]> {
  return [...(await mainRows()), ...windowRows()]
}

function windowRows(): readonly Row[] {
  const answer = askScript('largest-file.ts', LongestTasks)
  if (!answer.ok) return [skipped(WHAT, UNIT, TARGET, answer.why)]
  const { largest, ordinary } = answer.value
  return [
    measured(WHAT, UNIT, largest, TARGET),
    measured('  the same file with hardly any events', UNIT, ordinary),
  ]
}

/** Opened as the system hands it over, and shown as a window begins with it. */
async function mainRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-bench-'))
  const file = join(folder, 'largest.tierwise')
  const text = largestFile()
  writeFileSync(file, text)
  const log = openLog(folder)
  const secrets = sessionSecrets('a benchmark keeps none', log)
  const threads = SOURCE_THREADS
  const app = valueOf(await createApplication({ host: 'web', folder, threads, log, secrets }))
  try {
    // Started by their first call, which is no part of what is measured.
    valueOf(await app.api('runs.start', { method: 'documents.validate', input: { document: {} } }))
    const start = performance.now()
    const longest = await longestTask(async () => {
      const id = valueOf(await openBundle(app.api, file, () => Promise.resolve('refuse')))
      valueOf(await app.api('window.begin', { scenario: id }))
    })
    const took = performance.now() - start
    const bytes = `${(text.length / 1e6).toFixed(1)} MB`
    return [
      measured(
        `the largest file (${bytes}) opened and shown: longest task of the main thread`,
        UNIT,
        longest,
        TARGET,
      ),
      measured(
        '  the same file only parsed as JSON',
        UNIT,
        medianMs('parse', () => JSON.parse(text)),
      ),
      measured('  until it is shown', UNIT, took),
    ]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of processor time that this thread took at a time, at most, while the work went on. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  const over = new AbortController()
  let longest = 0
  const watch = async () => {
    let before = busyMs()
    while (!over.signal.aborted) {
      await setImmediate()
      const now = busyMs()
      longest = Math.max(longest, now - before)
      before = now
    }
  }
  const watching = watch()
  await work().finally(() => over.abort())
  await watching
  return longest
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '))
  return result.value
}
