import type { About } from '#shared/about.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { credits, plural } from '#renderer/format/figures.ts'

type Account = WindowContent['scenario']

const listedOr = (parts: readonly string[], nothing: string): string =>
  parts.length === 0 ? nothing : parts.join(', ')

const some = (count: number, one: string): readonly string[] => (count === 0 ? [] : [plural(count, one)])

/** What a part of an account's inputs holds, in a line. */
export const usageInLine = ({ usage, usageEvents }: Account): string => {
  const events = some(usageEvents.kept, 'event')
  switch (usage.kind) {
    case 'pattern':
      return listedOr([`${credits(usage.monthly)} a month`, usage.pattern.kind, ...events], '')
    case 'series':
      return listedOr([`${plural(usage.credits.length, 'month')} written out`, ...events], '')
    case 'streams':
      return listedOr([...some(usage.streams.length, 'product row'), ...events], 'none')
  }
}

export const termsInLine = ({ billing, months, invoicing, trial }: Account, plan: string): string =>
  listedOr(
    [
      plan,
      billing,
      plural(months, 'month'),
      ...(trial ? ['trial'] : []),
      ...some(invoicing?.discounts.length ?? 0, 'discount'),
    ],
    '',
  )

export function peopleInLine({ members }: Account): string {
  const full = members.filter(({ seat }) => seat === 'full').length
  const locked = members.filter((member) => member.locked).length
  const basic = members.filter(({ seat }) => seat === 'basic').length
  return listedOr(
    [
      ...(full === 0 ? [] : [`${credits(full)} Full`]),
      ...(basic === 0 ? [] : [`${credits(basic)} Basic`]),
      ...(locked === 0 ? [] : [`${credits(locked)} locked`]),
    ],
    'nobody named',
  )
}

export const workspacesInLine = ({ workspaces }: Account): string =>
  listedOr(some(workspaces.length, 'workspace'), 'one, unnamed')

export const limitsInLine = ({ groups, apiKeys }: Account): string =>
  listedOr([...some(groups.length, 'group'), ...some(apiKeys.length, 'key')], 'none')

export const changesInLine = ({ changes }: Account): string =>
  listedOr(some(changes.length, 'change'), 'none')

export const aboutInLine = ({ question, customer, tags }: About): string =>
  listedOr([customer, question, ...tags].filter((said) => said !== '').slice(0, 2), 'nothing said')
