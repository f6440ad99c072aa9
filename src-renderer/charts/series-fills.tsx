import { type SeriesInkName, seriesInk } from '#renderer/theme/series-inks.ts'

/** `blocked` and `lost` are the inks of what was held back and of what was lost. */
export type FillInk = SeriesInkName | 'blocked' | 'lost'
export type FillPattern = 'solid' | 'hatch' | 'back' | 'bars' | 'dots' | 'tint'

/** How a series is filled: its ink, and a pattern that says the same without colour. */
export interface SeriesFill {
  readonly ink: FillInk
  readonly pattern: FillPattern
}

export const inkOf = (ink: FillInk): string => {
  switch (ink) {
    case 'blocked':
      return 'var(--tw-danger)'
    case 'lost':
      return 'var(--tw-ink-3)'
    default:
      return seriesInk(ink)
  }
}

const tintOf = (ink: FillInk, share: number): string =>
  `color-mix(in srgb, ${inkOf(ink)} ${String(share)}%, var(--tw-page))`

const idOf = ({ ink, pattern }: SeriesFill): string => `series-${ink}-${pattern}`

/** The SVG paint of a fill; what has a pattern is defined in the page by `SeriesFills`. */
export function paintOf(fill: SeriesFill): string {
  switch (fill.pattern) {
    case 'solid':
      return inkOf(fill.ink)
    case 'tint':
      return tintOf(fill.ink, 38)
    default:
      return `url(#${idOf(fill)})`
  }
}

/** Which way the stripes of a pattern run. */
const ANGLES = { hatch: 45, back: -45, bars: 90 } as const

function Pattern({ fill }: { readonly fill: SeriesFill }) {
  const { ink, pattern } = fill
  if (pattern === 'solid' || pattern === 'tint') return null
  const paper = <rect width={5} height={5} fill={tintOf(ink, 24)} />
  const shared = { id: idOf(fill), width: 5, height: 5, patternUnits: 'userSpaceOnUse' } as const
  if (pattern === 'dots')
    return (
      <pattern {...shared}>
        {paper}
        <circle cx={2.5} cy={2.5} r={1.45} fill={inkOf(ink)} />
      </pattern>
    )
  return (
    <pattern {...shared} patternTransform={`rotate(${String(ANGLES[pattern])})`}>
      {paper}
      <rect width={2.2} height={5} fill={inkOf(ink)} />
    </pattern>
  )
}

/** The patterns that some fills need, for a chart and for its key. */
export function SeriesFills({ fills }: { readonly fills: readonly SeriesFill[] }) {
  return (
    <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
      <defs>
        {fills.map((fill) => (
          <Pattern key={idOf(fill)} fill={fill} />
        ))}
      </defs>
    </svg>
  )
}
