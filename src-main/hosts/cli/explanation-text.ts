import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { UsageRow } from '#shared/run-result.ts'
import { figure, words } from './figure.ts'
import { type Column, left, optional, right, textTable } from './text-table.ts'

/** Why a figure is what it is, as people read it. */
export const explanationText = ({
  title,
  rule,
  steps,
  grants,
  usage,
  usageRule = '',
  sources,
}: Explanation): string =>
  [
    title,
    rule,
    textTable(STEPS, steps),
    ...section('Movements of credits', ENTRIES, grants),
    ...section('Usage behind it', USAGE, usage),
    usageRule,
    ...sources.map(
      (source) => `Source: ${[source.title, source.date, source.address].filter(Boolean).join(', ')}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')

const section = <Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly string[] => (rows.length === 0 ? [] : [`${title}\n${textTable(columns, rows)}`])

const STEPS: readonly Column<ExplanationStep>[] = [
  left('', ({ text }) => `  ${text}`),
  right('', ({ amount }) => figure(amount)),
  left('', ({ unit }) => unit),
]

const ENTRIES: readonly Column<LedgerEntry>[] = [
  left('at', ({ at }) => at),
  left('from', ({ from }) => from),
  left('to', ({ to }) => to),
  right('amount', ({ amount }) => figure(amount)),
  left('of', ({ reference }) => reference),
]

const USAGE: readonly Column<UsageRow>[] = [
  right('period', ({ period }) => String(period)),
  ...(['workspace', 'member', 'apiKey', 'company', 'product', 'model'] as const).map((who) =>
    optional(left(words(who), (row: UsageRow) => row[who] ?? '')),
  ),
  optional(right('requests', ({ requests }: UsageRow) => figure(String(requests)))),
  right('from credits', ({ poolCredits }) => figure(poolCredits)),
  optional(right('grace', ({ graceCredits }: UsageRow) => figure(graceCredits))),
  right('overage credits', ({ overageCredits }) => figure(overageCredits)),
  optional(
    left('blocked', ({ blocked }: UsageRow) =>
      blocked.map(({ cause, credits }) => `${words(cause)} ${figure(credits)}`).join(', '),
    ),
  ),
]
