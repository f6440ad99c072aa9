import { expect, test } from 'vitest'
import { BlockTally } from '#main/engine/analysis/block-tally.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { Recorder } from '#main/engine/record/recorder.ts'
import { RecorderGroup } from '#main/engine/record/recorder-group.ts'
import type { Stretch, Use } from '#main/engine/record/use.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { at } from '../support/build.ts'
import { basic, peopleOf, use, workspaceOf } from '../support/people.ts'

/*
 * Two streams of 3,100 a month are 100 a day of each, and the pool holds 250: both are served on the first of January, the
 * first stream half on the second, and nothing after that.
 */
const stream = (id: string, product: string) => ({ id, product, model: 'Standard', monthly: '3100' })
const usage = { kind: 'streams' as const, streams: [stream('a', 'create'), stream('b', 'api')] }

/** Writes down what it hears, as it hears it. */
class Listener extends BlockTally {
  readonly heard: (readonly [day: number, served: number, wanted: number])[] = []

  override used(stretch: Stretch, told: Use): void {
    super.used(stretch, told)
    this.heard.push([new Date(stretch.at).getUTCDate(), told.pooled / 1e6, told.wanted / 1e6])
  }
}

/** Hears of everything that the pool serves, too. */
class All extends Recorder {
  override burned(): void {}
}

function listen(others: readonly Recorder[], given: Parameters<typeof peopleOf>[1]): Listener {
  const catalog = workspaceOf({ credits: '250' })
  const plans = compileCatalog(catalog)
  const listener = new Listener()
  simulate(
    termsOfScenario(catalog, peopleOf(catalog, given), plans, at(plans, 0)),
    new RecorderGroup(...others, listener),
  )
  return listener
}

const uses = (days: number, of: readonly [number, number]) => Array.from({ length: days }, () => of)

test('who only asks what was blocked hears nothing of what the pool serves whole', () => {
  const { heard } = listen([], { usage })
  expect(heard[0]).toEqual([2, 50, 100])
  // The second stream on the second, and both on the 29 days that are left.
  expect(heard.slice(1).map(([, ...rest]) => rest)).toEqual(uses(1 + 2 * 29, [0, 100]))
})

test('events are heard of in the same way, those too that are stopped though they cost nothing', () => {
  const given = {
    members: [basic('bea'), basic('ben')],
    changes: [{ kind: 'lockMember' as const, on: '2026-01-03', member: 'bea' }],
    usageEvents: [use(2, 'ben', 'api', 200), use(4, 'bea', 'api', 0), use(5, 'ben', 'api', 60)],
  }
  expect(listen([], given).heard).toEqual([
    [4, 0, 0],
    [5, 0, 60],
  ])
})

test('beside somebody who writes everything down all is told, and the same is blocked', () => {
  const all = listen([new All()], { usage })
  expect(all.heard.slice(0, 3)).toEqual([
    [1, 100, 100],
    [1, 100, 100],
    [2, 50, 100],
  ])
  expect(all.rows).toEqual(listen([], { usage }).rows)
  // 6,200 less 250.
  expect(all.rows).toEqual([{ cause: 'poolEmpty', credits: '5950' }])
})
