import { createApi } from '#main/api/router.ts'
import { elevenLabs202604 as catalog } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { compare, crossovers, curves, run } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { CompareInput, CurvesInput } from '#shared/comparison.ts'
import { medianMs } from './measure.ts'
import { measured, type Row } from './row.ts'

const FRAME_BUDGET = { below: 50 }
const SEASONAL = { kind: 'seasonal', amplitude: '40', peakMonth: 11 } as const

/** Calls the screens make: alone, and with everything the API adds around them. */
export async function callRows(): Promise<readonly Row[]> {
  const flat = CompareInput.parse({ catalog: catalog.id, usage: '400000' })
  const seasonal = { ...flat, pattern: SEASONAL }
  const flatCurves = CurvesInput.parse({ catalog: catalog.id, upTo: '3000000' })
  const seasonalCurves = { ...flatCurves, pattern: SEASONAL }
  return [
    ms('full ledger: 1 account, 12 months, 7 plans', () => scenarios.map(fullLedger), { below: 5 }),
    ms('compare: 7 plans, 12 months, flat', () => compare(catalog, flat)),
    ms('compare: 7 plans, 12 months, seasonal', () => compare(catalog, seasonal)),
    ms('curves: 7 plans, flat', () => curves(catalog, flatCurves), FRAME_BUDGET),
    ms('curves: 7 plans, seasonal', () => curves(catalog, seasonalCurves), FRAME_BUDGET),
    ms('crossovers of the ladder', () => crossovers(catalog)),
    await sliderStep(flat, flatCurves),
  ]
}

const ms = (what: string, work: () => unknown, target: Row['target'] = null): Row =>
  measured(what, 'ms', medianMs(what, work), target)

/** One scenario on each plan, past the quota where the plan sells it. */
const scenarios = catalog.plans.map((plan) =>
  Scenario.parse({
    schemaVersion: 1,
    name: plan.id,
    catalog: catalog.id,
    plan: plan.id,
    start: '2026-01-31',
    months: 12,
    overage: { optIn: plan.pastQuota.kind !== 'block' },
    usage: { kind: 'pattern', monthly: '400000', pattern: SEASONAL },
  }),
)

function fullLedger(scenario: Scenario): void {
  if (!run(catalog, scenario).ok) throw new Error(`The engine refused ${scenario.plan}.`)
}

/** What one step of the usage slider asks of the API: a comparison and its curves, parsed and answered. */
async function sliderStep(compareInput: CompareInput, curvesInput: CurvesInput): Promise<Row> {
  const call = createApi({ host: 'bench' })
  const times: number[] = []
  for (let step = 0; step < 300; step++) {
    const started = performance.now()
    const usage = String(300_000 + step * 1000)
    await Promise.all([
      call('analysis.compare', { ...compareInput, usage }),
      call('analysis.curves', curvesInput),
    ])
    times.push(performance.now() - started)
  }
  const sorted = times.slice(100).toSorted((a, b) => a - b)
  return measured('slider step: compare + curves over the API', 'ms', sorted[100] ?? 0, FRAME_BUDGET)
}
