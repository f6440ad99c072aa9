import * as fc from 'fast-check'
import { runWithDetail } from '#main/engine/index.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../../engine/support/build.ts'
import { anyOfAll } from '../../laws/support/any-account.ts'
import type { ShownAccount } from './shown-account.ts'

/** So many accounts of all kinds that laws are held to, each of which carries its own catalogue. */
export const accountsOf = (seed: number, many: number): readonly ShownAccount[] =>
  fc.sample(anyOfAll, { seed, numRuns: many }).map(({ catalog, scenario }, place) => {
    const name = `account ${String(place)} of seed ${String(seed)}`
    const named = Scenario.parse({ ...scenario, catalog, name })
    return { name, catalog, scenario: named, variants: [], run: valueOf(runWithDetail(catalog, named)) }
  })
