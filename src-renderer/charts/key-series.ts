import type { MonthSeries } from './month-series.ts'

/** A fill, and what it stands for. */
export type KeySeries = Pick<MonthSeries, 'label' | 'fill'> & { readonly id: string }
