import type { LinkedOrApart } from '#shared/linked-or-apart.ts'
import type { BillingView } from '#shared/workspace-views.ts'
import { isZero, money } from '#renderer/format/figures.ts'
import { creditsOf } from './counted.ts'
import { differenceInWords } from './full-seat-in-words.ts'

/** What the workspaces together use and cost; with two of them, or one that uses all, nothing is left to tell apart. */
export function sharesTitle(
  { shares, whole }: Pick<BillingView, 'shares' | 'whole'>,
  currency: string,
): string {
  const count = shares.length === 1 ? 'One workspace' : `${String(shares.length)} workspaces`
  const used = shares.length === 1 ? 'asks for' : 'ask for'
  const blocked = isZero(whole.blockedCredits)
    ? ''
    : `, of which ${creditsOf(whole.blockedCredits)} are blocked`
  return `${count} ${used} ${creditsOf(whole.usage)}${blocked}, on invoices of ${money(whole.amount, currency)}`
}

/** That one of several workspaces has all of the usage, or none has any; null where it is shared out. */
export function allUsageIn({
  shares,
  workspaces,
}: Pick<BillingView, 'shares' | 'workspaces'>): string | null {
  const [first, ...others] = shares.filter(({ usage }) => !isZero(usage))
  if (first === undefined) return 'No workspace has any usage'
  if (others.length > 0 || shares.length === 1) return null
  return `All usage is in ${workspaces.find(({ id }) => id === first.workspace)?.name ?? first.workspace}`
}

/** Whether workspaces are better linked, in words. */
export function apartTitle({ linked, apart, difference }: LinkedOrApart, currency: string): string {
  const both = `${money(linked.total, currency)} linked, ${money(apart.total, currency)} apart`
  if (isZero(difference.replace(/^-/, ''))) return `Linked or apart costs the same: ${both}`
  return `Apart costs ${differenceInWords(difference, currency)}: ${both}`
}
