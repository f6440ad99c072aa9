import { canonicalJson } from '#shared/canonical-json.ts'
import { refuse, type Result, succeed } from '#shared/result.ts'
import type { Share, ShareOutInput } from '#shared/share-out.ts'
import type { UsedAs } from './account-edits/own-usage.ts'
import { asStreams } from './account-edits/usage-kinds.ts'
import { answers } from './answers.ts'
import { contentNow, tryAccount, type WindowAccount } from './draft.ts'
import { useOpenScenario } from './open-scenario.ts'

/** The usage by product: a figure, or the average of months, is of `as`. */
async function byProduct(account: WindowAccount, as: UsedAs | null): Promise<Result<WindowAccount>> {
  const { usage } = account
  if (usage.kind === 'streams') return succeed(account)
  if (!as)
    return refuse({
      code: 'usage.not_by_product',
      message: 'Nothing on this plan burns a credit a unit: say the usage by product first.',
      path: 'usage',
    })
  if (usage.kind === 'pattern') return succeed(asStreams(account, usage.monthly, as))
  const answer = await answers.ask('scenarios.monthlyUsage', { ...account, usageEvents: [] })
  return answer.ok ? succeed(asStreams(account, answer.value, as)) : answer
}

const CHANGED = {
  code: 'usage.changed',
  message: 'The usage was changed meanwhile: share it out once more.',
  path: 'usage',
}

/** Shares the usage out among members or workspaces, as one edit; the engine splits it. */
export async function shareOut(
  among: ShareOutInput['among'],
  shares: readonly Share[],
  as: UsedAs | null,
  label: string,
): Promise<Result<null>> {
  const account = contentNow()?.scenario
  if (!account) return succeed(null)
  const document = useOpenScenario.getState().document?.id
  const whole = await byProduct(account, as)
  if (!whole.ok) return whole
  const answer = await answers.ask('scenarios.shareOut', {
    usage: whole.value.usage,
    among,
    shares: [...shares],
  })
  if (!answer.ok) return answer
  const asked = canonicalJson(account.usage)
  // Of other usage than was shared out, by somebody else or meanwhile or in another scenario, nothing is known.
  const isShared =
    useOpenScenario.getState().document?.id === document &&
    tryAccount(label, (now) => (canonicalJson(now.usage) === asked ? { ...now, usage: answer.value } : now))
  return isShared ? succeed(null) : refuse(CHANGED)
}
