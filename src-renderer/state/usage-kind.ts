import { canonicalJson } from '#shared/canonical-json.ts'
import { type Result, succeed } from '#shared/result.ts'
import { asFigure, asSeries, asStreams, type UsageKind } from './account-edits/usage-kinds.ts'
import type { UsedAs } from './account-edits/own-usage.ts'
import { answers } from './answers.ts'
import { contentNow, editAccount, type WindowAccount } from './draft.ts'
import { isExampleUsage } from './example-usage.ts'

/*
 * Usage said in another way. What its figure or its months are comes from the engine, so that an edit waits for an answer.
 */

const KIND_NAMES: Readonly<Record<UsageKind, string>> = {
  pattern: 'one figure a month',
  series: 'usage month by month',
  streams: 'usage by product and model',
}

type Change = (account: WindowAccount) => WindowAccount

/** How the usage is changed to another kind; refused where the engine cannot tell what it comes to. */
async function changeTo(kind: UsageKind, account: WindowAccount, as: UsedAs | null): Promise<Result<Change>> {
  const asked = { ...account, usageEvents: [] }
  if (kind === 'series') {
    const answer = await answers.ask('scenarios.usageByMonth', asked)
    return answer.ok ? succeed((now: WindowAccount) => asSeries(now, answer.value.months)) : answer
  }
  const { usage } = account
  const answer =
    usage.kind === 'pattern' ? succeed(usage.monthly) : await answers.ask('scenarios.monthlyUsage', asked)
  if (!answer.ok) return answer
  const monthly = answer.value
  return succeed((now: WindowAccount) =>
    kind === 'pattern' ? asFigure(now, monthly) : asStreams(now, monthly, as),
  )
}

/** A figure that only shows how things look is nobody's usage in another way. */
const withoutUsage =
  (kind: UsageKind): Change =>
  (now) =>
    kind === 'series'
      ? asSeries(
          now,
          Array.from({ length: now.months }, () => '0'),
        )
      : asStreams(now, '0', null)

/** Says the usage in another way, as one edit. `as` is what a figure becomes a stream of. */
export async function changeUsageKind(kind: UsageKind, as: UsedAs | null): Promise<Result<null>> {
  const account = contentNow()?.scenario
  if (!account || account.usage.kind === kind) return succeed(null)
  const change = isExampleUsage(contentNow())
    ? succeed(withoutUsage(kind))
    : await changeTo(kind, account, as)
  if (!change.ok) return change
  // What was changed of the usage meanwhile is not thrown away.
  if (canonicalJson(contentNow()?.scenario.usage) !== canonicalJson(account.usage)) return succeed(null)
  editAccount(`Set ${KIND_NAMES[kind]}`, change.value, 'kind of usage')
  return succeed(null)
}
