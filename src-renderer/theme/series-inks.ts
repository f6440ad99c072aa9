/** An ink for what money is for and where credits come from, one per theme. */
export interface SeriesInk {
  readonly light: string
  readonly dark: string
}

/**
 * What a series is keeps its ink on every screen: credits of the subscription and its price, of seats and their price,
 * and so on. At least 3:1 on the page, and apart for protan, deutan and tritan eyes where two have the same pattern:
 * `test/renderer/series-inks.test.ts` keeps it so.
 */
export const SERIES_INKS = {
  plan: { light: '#3159c4', dark: '#7d9bff' },
  carried: { light: '#0f8a9d', dark: '#5fd0dd' },
  seat: { light: '#5a9632', dark: '#a6da72' },
  pack: { light: '#b86a00', dark: '#f0a63c' },
  prepaid: { light: '#571b86', dark: '#d8b9ff' },
  gift: { light: '#c0407f', dark: '#ff9fca' },
  overage: { light: '#c2410c', dark: '#ff8f5a' },
  other: { light: '#8b8782', dark: '#9a9893' },
} as const satisfies Readonly<Record<string, SeriesInk>>
export type SeriesInkName = keyof typeof SERIES_INKS

export const seriesInk = (name: SeriesInkName): string => `var(--series-${name})`

/** The CSS variables `--series-<name>` of one theme. */
export function seriesVariables(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SERIES_INKS).map(([name, ink]) => [`--series-${name}`, ink[theme]]),
  )
}
