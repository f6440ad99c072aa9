import {
  burned,
  cardOf,
  countSeats,
  creditsByMonth,
  explainInDetail,
  monthlyFigure,
  movedWork,
  namedUsage,
  run,
  runWithDetail,
  shareOut,
  usageByMonth,
  webhookEvents,
} from '#main/engine/index.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import { inputHash } from './input-hash.ts'
import { resolveAgreedCatalog, resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'

export const scenarios: AreaHandlers<'scenarios'> = {
  'scenarios.run': (scenario, onProgress) => {
    const catalog = resolveAgreedCatalog(scenario)
    if (!catalog.ok) return catalog
    const result = run(catalog.value, scenario, onProgress)
    if (!result.ok) return result
    return succeed({ ...result.value, inputHash: inputHash(scenario, catalog.value) })
  },
  'scenarios.monthlyUsage': (scenario) => {
    const { usage } = scenario
    if (usage.kind !== 'streams') return succeed(monthlyFigure(usage))
    const catalog = resolveAgreedCatalog(scenario)
    if (!catalog.ok) return catalog
    const months = usageByMonth(catalog.value, scenario)
    return months.ok ? succeed(monthlyFigure({ kind: 'series', credits: [...months.value] })) : months
  },
  'scenarios.usageByMonth': (scenario) => {
    const { usage } = scenario
    if (usage.kind !== 'streams') return monthsOf(creditsByMonth(usage, scenario.months))
    const catalog = resolveAgreedCatalog(scenario)
    return catalog.ok ? monthsOf(usageByMonth(catalog.value, scenario)) : catalog
  },
  'scenarios.burned': ({ catalog: ref, plan, work }) => {
    const catalog = resolveCatalog(ref)
    if (!catalog.ok) return catalog
    const answer = burned(catalog.value, plan, work)
    return answer.ok ? succeed([...answer.value]) : answer
  },
  'scenarios.moveWork': ({ usage, move }) => movedWork(usage, move),
  'scenarios.shareOut': shareOut,
  'scenarios.namedUsage': (named) => succeed(namedUsage(named)),
  'scenarios.seats': (scenario) => {
    const catalog = resolveAgreedCatalog(scenario)
    return catalog.ok ? countSeats(catalog.value, scenario) : catalog
  },
  'scenarios.events': (scenario, onProgress) => {
    const catalog = resolveAgreedCatalog(scenario)
    if (!catalog.ok) return catalog
    const result = run(catalog.value, scenario, onProgress)
    return result.ok ? succeed(webhookEvents(result.value)) : result
  },
  'scenarios.card': (scenario) => {
    const catalog = resolveAgreedCatalog(scenario)
    return catalog.ok ? cardOf(catalog.value, scenario) : catalog
  },
  'scenarios.explain': ({ scenario, reference }, onProgress) => {
    const catalog = resolveScenarioCatalog(scenario)
    if (!catalog.ok) return catalog
    const billed = within('scenario', runWithDetail(catalog.value, scenario, onProgress))
    if (!billed.ok) return billed
    const { result, detail } = billed.value
    return within(
      'reference',
      explainInDetail(catalog.value, { run: result, detail }, reference, scenario.usage),
    )
  },
}

const monthsOf = (months: Result<readonly string[]>): Result<{ months: string[] }> =>
  months.ok ? succeed({ months: [...months.value] }) : months
