import * as z from './zod.ts'
import { CreditsText, MoneyText } from './decimal.ts'

/** Money and credits of a whole run. */
export const RunCost = z.strictObject({
  total: MoneyText,
  subscription: MoneyText,
  overage: MoneyText,
  servedCredits: CreditsText,
  overageCredits: CreditsText,
  blockedCredits: CreditsText,
  expiredCredits: CreditsText,
  forfeitedCredits: CreditsText,
  remainingCredits: CreditsText,
})
export type RunCost = z.infer<typeof RunCost>
