import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LEDGER_RULES } from '#main/engine/explain/ledger-rules.ts'
import { ALERT_KINDS } from '#main/engine/alert/alert-kinds.ts'
import { BLOCK_CAUSES } from '#main/engine/alert/block-causes.ts'
import { LINE_KINDS } from '#main/engine/invoice/line-kinds.ts'
import { explain, run } from '#main/engine/index.ts'
import type { ResultReference } from '#shared/reference.ts'
import { Alert } from '#shared/alert.ts'
import { BlockCause } from '#shared/run-result.ts'
import { LedgerAccount } from '#shared/ledger.ts'
import { LineKind } from '#shared/invoice.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../support/build.ts'
import { preset } from '../support/people.ts'

const GOLDEN = join(import.meta.dirname, '../../golden')

const rulesOf = (table: Readonly<Record<string, { readonly rule: string }>>) =>
  Object.fromEntries(Object.entries(table).map(([kind, { rule }]) => [kind, rule]))

describe('there is nothing in a result without a rule in words', () => {
  test.each([
    ['kind of invoice line', LineKind.options, rulesOf(LINE_KINDS)],
    ['cause of a block', BlockCause.options, rulesOf(BLOCK_CAUSES)],
    ['kind of alert', Alert.shape.kind.options, rulesOf(ALERT_KINDS)],
    ['account of the ledger', LedgerAccount.options, LEDGER_RULES],
  ] as const)('every %s', (_, kinds, rules) => {
    expect(Object.keys(rules).toSorted()).toEqual([...kinds].toSorted())
    for (const rule of Object.values(rules)) expect(rule).toMatch(/^[A-Z].+\.$/)
  })

  const files = readdirSync(GOLDEN).filter((file) => /^\d\d-[^.]*\.json$/.test(file))

  test.each(files)('every line, balance, block, alert and movement of %s', (file) => {
    const scenario = Scenario.parse(JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')))
    const catalog = typeof scenario.catalog === 'string' ? preset(scenario.catalog) : scenario.catalog
    const result = valueOf(run(catalog, scenario))
    const why = (reference: ResultReference) => valueOf(explain(catalog, result, reference))
    for (const { number, lines } of result.invoices)
      for (const [index, { amount }] of lines.entries()) {
        const told = why({ kind: 'line', invoice: number, line: index + 1 })
        expect(told.steps.map((step) => step.amount)).toContain(amount)
        expect([told.rule === '', told.sources.length > 0]).toEqual([false, true])
      }
    for (const { index } of result.periods) {
      const told = why({ kind: 'balance', period: index })
      expect([told.rule === '', told.sources.length > 0]).toEqual([false, true])
    }
    for (const { index } of result.periods.filter(({ blockedBecause }) => blockedBecause.length > 0))
      expect(why({ kind: 'block', period: index }).rule).not.toBe('')
    for (const index of result.alerts.keys())
      expect(why({ kind: 'alert', alert: index + 1 }).rule).not.toBe('')
    for (const [index, { amount }] of result.ledger.entries()) {
      const told = why({ kind: 'entry', entry: index + 1 })
      expect(told.rule).not.toBe('')
      expect(told.steps.map((step) => step.amount)).toEqual([`-${amount}`, amount])
    }
  })
})
