import type { WindowAccount } from '../draft.ts'

/** The credits of some months, by their place from 0. */
export type CreditsByMonth = ReadonlyMap<number, string>

const NONE = '0'

/** The account with other credits in some of the months that are written out. */
export function setMonths(account: WindowAccount, changed: CreditsByMonth): WindowAccount {
  const { usage } = account
  if (usage.kind !== 'series') return account
  const credits = usage.credits.map((before, place) => changed.get(place) ?? before)
  const isSame = credits.every((each, place) => each === usage.credits[place])
  return isSame ? account : { ...account, usage: { ...usage, credits } }
}

/** The account with the credits of a month in all that follow it, too. */
export function fillRight(account: WindowAccount, from: number): WindowAccount {
  const { usage } = account
  if (usage.kind !== 'series') return account
  const filling = usage.credits[from] ?? NONE
  return setMonths(
    account,
    new Map(usage.credits.flatMap((_, place) => (place > from ? [[place, filling] as const] : []))),
  )
}

/** The account with as many months written out as it has: as many of the last one as are missing, or without those past its end. */
export function fitMonths(account: WindowAccount): WindowAccount {
  const { usage, months } = account
  if (usage.kind !== 'series' || usage.credits.length === months) return account
  const last = usage.credits.at(-1) ?? NONE
  const credits = Array.from({ length: months }, (_, place) => usage.credits[place] ?? last)
  return { ...account, usage: { ...usage, credits } }
}
