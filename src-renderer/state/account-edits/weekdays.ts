import { canonicalJson } from '#shared/canonical-json.ts'
import type { ModelledUsage, WeekdayProfile } from '#shared/usage.ts'
import type { WindowContent } from '#shared/window-document.ts'

type Account = WindowContent['scenario']

/** Of usage that is spread evenly it is left out. */
export interface OnWeekdays {
  readonly weekdays?: WeekdayProfile
}

export const onWeekdays = (weekdays: WeekdayProfile | undefined): OnWeekdays =>
  weekdays === undefined ? {} : { weekdays }

/** The weekday profile of all the usage; of streams the one that all of them have. */
export function weekdaysOf(usage: ModelledUsage): WeekdayProfile | undefined {
  if (usage.kind !== 'streams') return usage.weekdays
  const profiles = usage.streams.map(({ weekdays }) => weekdays)
  const [first] = profiles
  return new Set(profiles.map((each) => canonicalJson(each ?? null))).size === 1 ? first : undefined
}

/** The account with its usage on other weekdays; streams have their own. */
export function setWeekdays(account: Account, weekdays: WeekdayProfile | undefined): Account {
  const { usage } = account
  if (usage.kind === 'streams') return account
  const { weekdays: _before, ...rest } = usage
  return { ...account, usage: { ...rest, ...onWeekdays(weekdays) } }
}
