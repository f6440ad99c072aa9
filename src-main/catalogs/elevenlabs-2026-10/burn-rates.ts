import type { BurnRate } from '#shared/catalog.ts'

export const burnRates: BurnRate[] = []
