import type { WeekdayProfile } from '#shared/usage.ts'
import { weekdaysInWords } from '#renderer/finding/weekdays-in-words.ts'
import { setWeekdays } from '#renderer/state/account-edits/weekdays.ts'
import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'
import { editAccount } from '#renderer/state/draft.ts'
import { Weekdays } from './Weekdays.tsx'

const change = (profile: WeekdayProfile | undefined): void =>
  editAccount(
    profile === undefined ? 'Spread usage over every day' : `Set weekdays to ${weekdaysInWords(profile)}`,
    (account) => setWeekdays(account, profile),
    'weekdays of usage',
  )

/** The weekdays of usage that is one figure or written out. */
export function AccountWeekdays({ profile }: { readonly profile: WeekdayProfile | undefined }) {
  const refused = useAccountRun((run) => run.refused)
  const problem = refused.find(({ path }) => isBelow(path, 'usage.weekdays'))?.message
  return <Weekdays name="Usage" profile={profile} problem={problem} onChange={change} />
}
