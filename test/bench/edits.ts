import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from '#main/api/router.ts'
import { type Application, createApplication } from '#main/hosts/application.ts'
import { call } from '#main/hosts/call.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import type { Result } from '#shared/problem.ts'
import type { RunState } from '#shared/runs.ts'
import { SOURCE_THREADS } from '../fakes/source-threads.ts'
import { isAtWork, LARGE_CALL, LONG_CALL } from './long-runs.ts'
import { percentile } from './measure.ts'
import { measured, type Row } from './row.ts'

const EDITS = 300
const EDIT_EVERY_MS = 20
const RUNS = 2

/** Edits of a stored scenario through the whole application: with nothing else to do, beside large answers, beside two long runs. */
export async function editRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-bench-'))
  const log = openLog(folder)
  const secrets = sessionSecrets('a benchmark keeps none', log)
  const threads = SOURCE_THREADS
  const app = valueOf(await createApplication({ host: 'web', folder, threads, log, secrets }))
  try {
    const alone = await editLatencies(app.api)
    const large = await besideLargeAnswers(app.api)
    await keepAtWork(app)
    const beside = await editLatencies(app.api)
    return [
      measured('edit stored over the API, nothing else to do, p95', 'ms', percentile(alone, 0.95)),
      measured(
        'edit stored while runs of 10 MB are asked for, p95',
        'ms',
        percentile(large.latencies, 0.95),
        {
          below: 50,
        },
      ),
      measured('  the worst of 300', 'ms', percentile(large.latencies, 1)),
      measured('  so many were answered meanwhile', 'runs', large.answers),
      measured('edit stored while 2 long runs work, p50', 'ms', percentile(beside, 0.5)),
      measured('edit stored while 2 long runs work, p95', 'ms', percentile(beside, 0.95), { below: 50 }),
      measured('  the worst of 300', 'ms', percentile(beside, 1)),
    ]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Milliseconds from when each edit is due to when the API has answered that it is stored: one that has to wait
 * because this thread is busy has waited from then.
 */
async function editLatencies(api: Api): Promise<readonly number[]> {
  const { scenario } = LONG_CALL
  const made = await call(api, 'library.create', {
    name: 'Edited',
    document: { kind: 'scenario', content: { scenario } },
  })
  const { id } = valueOf(made)
  let base = valueOf(made).revision
  const latencies: number[] = []
  const start = performance.now()
  for (let step = 1; step <= EDITS; step++) {
    const due = start + step * EDIT_EVERY_MS
    await wait(Math.max(0, due - performance.now()))
    const monthly = String(300_000 + step * 1000)
    const edited = {
      ...scenario,
      usage: { kind: 'pattern' as const, monthly, pattern: { kind: 'flat' as const } },
    }
    const document = { kind: 'scenario' as const, content: { scenario: edited } }
    const label = `Change usage to ${monthly}`
    base = valueOf(await call(api, 'library.edit', { id, base, label, document })).revision
    latencies.push(performance.now() - due)
  }
  return latencies
}

/** Edits while a window asks for one large run after the other, whose answers the host only passes on. */
async function besideLargeAnswers(api: Api) {
  let answers = 0
  const over = new AbortController()
  const ask = async () => {
    while (!over.signal.aborted) {
      valueOf(await api('scenarios.run', LARGE_CALL))
      answers += 1
    }
  }
  // The first starts the thread, which is no part of what is measured.
  valueOf(await api('scenarios.run', LARGE_CALL))
  const asking = ask()
  const latencies = await editLatencies(api)
  over.abort()
  await asking
  return { latencies, answers }
}

/** Starts the long runs, and another for each that is done; resolves when all of them are in the middle of it. */
async function keepAtWork({ api, events }: Application): Promise<void> {
  const start = () => call(api, 'runs.start', { method: 'analysis.bestUpgrade', input: LONG_CALL })
  const atWork = new Set<string>()
  const allAtWork = new Promise<void>((resolve) => {
    events.subscribe((event) => {
      if (event.kind !== 'run') return
      if (event.run.status === 'done') void replace(event.run)
      if (isAtWork(event.run)) atWork.add(event.run.id)
      if (atWork.size >= RUNS) resolve()
    })
  })
  /** As a window would: takes the result, and asks for the next thing. */
  const replace = async ({ id }: RunState) => {
    await call(api, 'runs.result', { id })
    await start()
  }
  for (let count = 0; count < RUNS; count++) await start()
  await allAtWork
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '))
  return result.value
}
