import { canonicalJson } from '#shared/canonical-json.ts'
import { type Result, succeed } from '#shared/result.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'
import { restOf, setOwnUsage, streamsByMember, type UsedAs } from './account-edits/own-usage.ts'
import { asStreams } from './account-edits/usage-kinds.ts'
import { answers } from './answers.ts'
import { contentNow, editAccount, type WindowAccount } from './draft.ts'
import { inOrder } from './in-order.ts'
import { useOpenScenario } from './open-scenario.ts'

/*
 * Usage that becomes somebody's by name. What is left that nobody is named for comes from the engine, so that such an
 * edit waits for an answer; figures typed one after the other are taken in their order.
 */

const next = inOrder()

/** The account with its usage by product, where one figure stands for it. */
const byProduct = (account: WindowAccount, as: UsedAs | null): WindowAccount =>
  account.usage.kind === 'pattern' && as ? asStreams(account, account.usage.monthly, as) : account

/** What a figure typed for a member is taken out of: usage of that kind by nobody by name; null where there is none. */
export function takenFrom(account: WindowAccount, member: string, as: UsedAs | null): UsageStream | null {
  const whole = byProduct(account, as)
  const [own] = streamsByMember(whole).get(member) ?? []
  const of = own ?? as
  return of ? restOf(whole.usage, of) : null
}

/**
 * Sets what a member uses a month, in the unit of what is used, and takes it out of what nobody is named for; answers how
 * much of that is left, null where nothing was done.
 */
export const nameUsage = (
  member: string,
  monthly: string | null,
  as: UsedAs | null,
  label: string,
): Promise<Result<string | null>> => {
  const document = useOpenScenario.getState().document?.id
  return next(() => set(member, monthly, as, label, document))
}

async function set(
  member: string,
  monthly: string | null,
  as: UsedAs | null,
  label: string,
  document: string | undefined,
): Promise<Result<string | null>> {
  const account = contentNow()?.scenario
  if (!account || useOpenScenario.getState().document?.id !== document) return succeed(null)
  const rest = takenFrom(account, member, as)
  if (!rest) {
    editAccount(label, (now) => setOwnUsage(now, member, monthly, as), `usage of ${member}`)
    return succeed(null)
  }
  const whole = byProduct(account, as)
  const before = streamsByMember(whole).get(member)?.[0]?.monthly ?? '0'
  const { product, model } = rest
  const asked = { usage: whole.usage, product, model, before, after: monthly ?? '0' }
  const answer = await answers.ask('scenarios.namedUsage', asked)
  if (!answer.ok) return answer
  if (useOpenScenario.getState().document?.id !== document) return succeed(null)
  if (isOther(account)) return set(member, monthly, as, label, document)
  const named = (now: WindowAccount, usage: ModelledUsage): WindowAccount =>
    setOwnUsage({ ...now, usage }, member, monthly, as)
  const was = canonicalJson(account.usage)
  editAccount(
    label,
    (now) =>
      canonicalJson(now.usage) === was ? named(now, answer.value) : setOwnUsage(now, member, monthly, as),
    `usage of ${member}`,
  )
  return succeed(restOf(answer.value, rest)?.monthly ?? null)
}

/** Whether the usage was changed meanwhile. */
const isOther = ({ usage }: WindowAccount): boolean =>
  canonicalJson(contentNow()?.scenario.usage) !== canonicalJson(usage)
