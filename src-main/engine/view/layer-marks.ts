import type { Alert } from '#shared/alert.ts'
import type { LayerMark, LayerMarkKind } from '#shared/credit-layers.ts'
import type { ResultReference } from '#shared/reference.ts'
import type { GrantResult } from '#shared/funds-result.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { BilledAccount } from '#shared/run-result.ts'
import { instantText } from '../calendar/civil.ts'
import { toMicros, creditsText } from '../exact/amount.ts'
import type { Shortage } from '../report/shortage-writer.ts'

/** Alerts that are worth a mark; what others tell of, the ledger tells too, or nothing happens to credits on hand. */
const MARKED_ALERTS: Readonly<Partial<Record<Alert['kind'], LayerMarkKind>>> = {
  depleted: 'ranOut',
  blocked: 'blocked',
  walletEmpty: 'blocked',
  spendLimitReached: 'spendLimit',
  rolledOver: 'rollover',
  toppedUp: 'topUp',
}

/**
 * Every instant of an account’s run that is worth a mark on its burn-down, in the order of time: credits that come, are
 * lost or repay, changes of plan, and where they run out. What is of one kind and name at one instant is one mark.
 */
export function layerMarks(account: BilledAccount, shortages: readonly Shortage[]): readonly LayerMark[] {
  const marks = [...creditMarks(account, shortages), ...planMarks(account), ...alertMarks(account)]
  return [...Map.groupBy(marks, ({ at, kind, name }) => `${at}\u0000${kind}\u0000${name}`).values()]
    .map(together)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function together(marks: readonly LayerMark[]): LayerMark {
  const [first, ...others] = marks
  if (first === undefined) throw new Error('A group of marks has none.')
  if (others.length === 0 || first.credits === null) return first
  const credits = marks.reduce((sum, mark) => sum + toMicros(mark.credits ?? '0'), 0)
  return {
    ...first,
    credits: creditsText(credits),
    references: marks.flatMap(({ references }) => references),
  }
}

/** Movements of credits that are no usage, with the entry of the ledger that tells of each. */
function creditMarks(
  { ledger, grants }: BilledAccount,
  shortages: readonly Shortage[],
): readonly LayerMark[] {
  const known = new Map(grants.map((grant) => [grant.grant, grant]))
  const starts = new Set(shortages.map(({ start }) => instantText(start)))
  return ledger.flatMap((entry, index): readonly LayerMark[] => {
    if (entry.unit === 'money' || entry.to === 'credits.used') return []
    const grant = known.get(entry.reference)
    const kind = kindOfEntry(entry, grant, starts)
    if (kind === null) return []
    return [
      {
        at: entry.at,
        kind,
        name: kind === 'pack' || kind === 'gift' ? (grant?.name ?? null) : null,
        credits: entry.amount,
        references: [{ kind: 'entry', entry: index + 1 }],
      },
    ]
  })
}

/** `starts`: those of the billing periods. Null for what is no mark of its own. */
function kindOfEntry(
  { at, from, to }: LedgerEntry,
  grant: GrantResult | undefined,
  starts: ReadonlySet<string>,
): LayerMarkKind | null {
  if (to === 'credits.expired') return 'expiry'
  if (to === 'credits.forfeited') return 'forfeit'
  if (from === 'credits.pool' && to === 'credits.deficit') return 'repayment'
  if (from !== 'credits.issued' || grant === undefined) return null
  switch (grant.source) {
    case 'plan':
    case 'rollover':
      return starts.has(at) ? 'renewal' : 'planCredits'
    case 'seat':
      return 'seats'
    case 'pack':
    case 'prepaid':
      return 'pack'
    case 'gift':
      return grant.name === null ? 'trial' : 'gift'
  }
}

/** Changes of plan, each with the lines of the day's invoices that are about it. */
function planMarks({ periods, invoices }: BilledAccount): readonly LayerMark[] {
  const held = periods.flatMap(({ plans }) => plans)
  return held.flatMap(({ plan, from }, index): readonly LayerMark[] => {
    const before = held[index - 1]?.plan ?? plan
    if (before === plan) return []
    const references = invoices
      .filter(({ date }) => date === from.slice(0, 10))
      .flatMap(({ number, lines }) =>
        lines.flatMap(({ kind }, line): readonly ResultReference[] =>
          kind === 'subscription' || kind === 'proration'
            ? [{ kind: 'line', invoice: number, line: line + 1 }]
            : [],
        ),
      )
    return [{ at: from, kind: 'planChange', name: plan, credits: null, references }]
  })
}

const alertMarks = ({ alerts }: BilledAccount): readonly LayerMark[] =>
  alerts.flatMap(({ kind, at, credits }, index): readonly LayerMark[] => {
    const mark = MARKED_ALERTS[kind]
    if (mark === undefined) return []
    return [{ at, kind: mark, name: null, credits, references: [{ kind: 'alert', alert: index + 1 }] }]
  })
