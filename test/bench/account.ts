import { z } from 'zod'
import { answerOpen } from '#main/api/open-results.ts'
import { resolveCatalog } from '#main/api/resolve-catalog.ts'
import { prepareScenario } from '#main/engine/analysis/prepared-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import type { Result } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { accountOf, TWO_HUNDRED_PEOPLE } from '../fakes/account-of-people.ts'
import { percentile } from './measure.ts'
import { measured, type Row, skipped } from './row.ts'
import { askScript } from './script.ts'

const MS = 'ms'
const MB = 'MB'
const SIXTY = '60 people, 12 months'
const LARGE = '200 people, 3 workspaces, 36 months'
const OPENED = { below: 500 }
const REPAINTED = { below: 100 }
const TASK = { below: 50 }
const MEMORY = { below: 300 }
const ROUNDS = 7

const Times = z.array(z.object({ shown: z.number(), settled: z.number() }))
const Memory = z.object({ heap: z.number(), resident: z.number().nullable() })
const Speed = z.object({
  floor: Times,
  sixty: Times,
  variants: Times,
  opened: z.object({ shown: z.number() }),
  large: Times,
  ledger: z.object({ rows: z.number(), longestTask: z.number(), paged: Times, jumped: Times }),
  edits: z.number(),
  memory: Memory,
  floorMemory: Memory,
})

/** The Account screen: how soon accounts of many people are billed, and how soon a window shows it. */
export async function accountRows(): Promise<readonly Row[]> {
  return [...(await openingRows()), ...windowRows()]
}

/** Where results are open, in time of this thread's processor: other threads and programs take none of it. */
async function openingRows(): Promise<readonly Row[]> {
  const scenario = accountOf(TWO_HUNDRED_PEOPLE)
  const whole = Scenario.parse(scenario)
  const prepared = valueOf(prepareScenario(valueOf(resolveCatalog(whole.catalog)), whole))
  const ask = answerOpen(() => Promise.reject(new Error('It keeps no events.')))
  const [opened, lean]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    // No result is kept of another name.
    const named = { ...scenario, name: `round ${String(round)}` }
    opened.push(
      await busyMs(async () =>
        valueOf(await ask('results.open', { scenario: named, document: null }, () => undefined)),
      ),
    )
    lean.push(await busyMs(() => Promise.resolve(simulate(prepared.terms))))
  }
  const median = percentile(opened, 0.5)
  return [
    measured(`results opened: ${LARGE}, processor time`, MS, median, OPENED),
    measured('  the first time, nothing compiled', MS, opened[0] ?? Number.NaN),
    measured('  floor: a lean run of the same', MS, percentile(lean, 0.5)),
    measured('  results opened ÷ floor', 'times', median / percentile(lean, 0.5)),
  ]
}

function windowRows(): readonly Row[] {
  const what = `edit by a key in Chromium, ${SIXTY}: to repainted figures`
  const answer = askScript('account-speed/latency.ts', Speed)
  if (!answer.ok) return [skipped(what, MS, REPAINTED, answer.why)]
  const { floor, sixty, variants, opened, large, ledger, edits, memory, floorMemory } = answer.value
  const shown = (times: z.output<typeof Times>, share: number) =>
    percentile(
      times.map((time) => time.shown),
      share,
    )
  const settled = (times: z.output<typeof Times>, share: number) =>
    percentile(
      times.map((time) => time.settled),
      share,
    )
  const scrolled = `ledger of ${ledger.rows.toLocaleString('en-US')} rows scrolled: longest task of the window, processor time`
  const kept = `memory of the page after ${String(edits)} edits`
  return [
    measured(`${what}, p50`, MS, shown(sixty, 0.5)),
    measured(`${what}, p95`, MS, shown(sixty, 0.95), REPAINTED),
    measured('  until the view is at rest, p95', MS, settled(sixty, 0.95)),
    measured('  one call and one text of a bare page, p50', MS, shown(floor, 0.5)),
    measured('  the same, p95', MS, shown(floor, 0.95)),
    measured('  times the bare page, p95', 'x', shown(sixty, 0.95) / shown(floor, 0.95)),
    measured('  beside 8 variants, to the repainted comparison, p50', MS, shown(variants, 0.5)),
    measured('  beside 8 variants, to the repainted comparison, p95', MS, shown(variants, 0.95), REPAINTED),
    measured(`opened in Chromium, ${LARGE}: to painted figures`, MS, opened.shown, OPENED),
    measured('  edits of it, p50', MS, shown(large, 0.5)),
    measured('  edits of it, p95', MS, shown(large, 0.95), REPAINTED),
    measured('  until the view is at rest, p95', MS, settled(large, 0.95)),
    measured(scrolled, MS, ledger.longestTask, TASK),
    measured('  a page on, until its rows are there, p95', MS, shown(ledger.paged, 0.95)),
    measured('  to the other end, until its rows are there, p95', MS, shown(ledger.jumped, 0.95)),
    measured(`${kept}, whole process`, MB, memory.resident ?? Number.NaN, MEMORY),
    measured('  what its scripts hold', MB, memory.heap),
    measured('  a bare page, whole process', MB, floorMemory.resident ?? Number.NaN),
  ]
}

async function busyMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '))
  return result.value
}
