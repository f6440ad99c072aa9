import type { Charge } from '#shared/charge.ts'

/** A flat price for every 1,000 credits, linear in between. */
export const perThousand = (amount: string): Charge => ({ model: 'perUnit', rate: { amount, per: '1000' } })

/** A flat price for each seat. */
export const perSeat = (amount: string): Charge => ({ model: 'perUnit', rate: { amount, per: '1' } })
