import type { GrantResult } from '#shared/funds-result.ts'
import type { BlockCause, PeriodResult, RunResult, UsageRow } from '#shared/run-result.ts'
import { figure, words } from '../figure.ts'
import { type Column, left, optional, right } from '../text-table.ts'
import { section } from './sections.ts'

/** What became of the credits: by period, what was not served and why, and by grant. */
export const creditsTexts = ({
  periods,
  usage,
  grants,
}: Pick<RunResult, 'periods' | 'usage' | 'grants'>): string[] => [
  ...section('Credits by period', PERIODS, periods),
  ...section('Usage that was not served, in credits', BLOCKS, usage.flatMap(blocksOf)),
  ...section('Grants of credits', GRANTS, grants),
]

type CreditsOf = {
  [Key in keyof PeriodResult]: PeriodResult[Key] extends string ? Key : never
}[keyof PeriodResult]

const credits = (title: string, key: CreditsOf): Column<PeriodResult> =>
  right(title, (row) => figure(row[key]))

const PERIODS: readonly Column<PeriodResult>[] = [
  right('no.', (row) => String(row.index)),
  left('from', (row) => row.start),
  left('to', (row) => (row.isCut ? `${row.end}, cut by the end of the run` : row.end)),
  left('plan', (row) => row.plans.map(({ plan }) => plan).join(', then ')),
  credits('opening', 'openingCredits'),
  credits('granted', 'grantedCredits'),
  credits('used', 'poolCredits'),
  optional(credits('repaid', 'repaidCredits')),
  credits('expired', 'expiredCredits'),
  credits('forfeited', 'forfeitedCredits'),
  credits('closing', 'closingCredits'),
  credits('usage', 'usage'),
  optional(credits('grace', 'graceCredits')),
  credits('overage', 'overageCredits'),
  credits('blocked', 'blockedCredits'),
  optional(credits('forgiven', 'forgivenCredits')),
  optional(credits('owed', 'deficitCredits')),
]

/** Usage of one period by one user that one cause stopped. */
interface Block {
  readonly row: UsageRow
  readonly cause: BlockCause
  readonly credits: string
}

const blocksOf = (row: UsageRow): readonly Block[] =>
  row.blocked.map(({ cause, credits: blocked }) => ({ row, cause, credits: blocked }))

const WHO = ['workspace', 'member', 'apiKey', 'company', 'product', 'model'] as const

const BLOCKS: readonly Column<Block>[] = [
  right('period', ({ row }) => String(row.period)),
  ...WHO.map((who) => optional(left(words(who), ({ row }: Block) => row[who] ?? ''))),
  left('because', ({ cause }) => words(cause)),
  right('credits', (block) => figure(block.credits)),
]

const day = (instant: string | null): string =>
  instant === null ? 'never' : instant.replace('T00:00:00.000Z', '')

const GRANTS: readonly Column<GrantResult>[] = [
  left('grant', (row) => row.grant),
  left('source', (row) => row.source),
  optional(left('name', (row: GrantResult) => row.name ?? '')),
  left('start', (row) => day(row.start)),
  left('expires', (row) => day(row.expires)),
  right('granted', (row) => figure(row.grantedCredits)),
  right('used', (row) => figure(row.usedCredits)),
  optional(right('repaid', (row: GrantResult) => figure(row.repaidCredits))),
  right('expired', (row) => figure(row.expiredCredits)),
  right('forfeited', (row) => figure(row.forfeitedCredits)),
  right('carried', (row) => figure(row.carriedCredits)),
  right('remaining', (row) => figure(row.remainingCredits)),
]
