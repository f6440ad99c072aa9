import type { CreditLayer } from '#shared/credit-layers.ts'

const NAMES: Readonly<Record<CreditLayer, string>> = {
  fresh: 'This period’s',
  rolledOver: 'Rolled over',
  seat: 'Seats',
  pack: 'Packs',
  prepaid: 'Prepaid',
  gift: 'Gifts and trial',
}

/** Credits on hand by where they come from, as a heading. */
export const creditLayerName = (layer: CreditLayer): string => NAMES[layer]
