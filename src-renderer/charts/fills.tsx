import type { MonthSeries } from './month-series.ts'

/** The fill of a series; patterns are defined once in the page by `FillPatterns`. */
export const fillOf = (fill: MonthSeries['fill'], ink: string): string => {
  switch (fill) {
    case 'solid':
      return ink
    case 'tint':
      return `color-mix(in srgb, ${ink} 45%, var(--tw-page))`
    case 'hatch':
      return 'url(#fill-hatch)'
    case 'blocked':
      return 'url(#fill-blocked)'
    case 'lost':
      return 'color-mix(in srgb, var(--tw-ink-3) 45%, var(--tw-page))'
    case 'lostHatch':
      return 'url(#fill-lost-hatch)'
  }
}

function Stripes({
  id,
  ink,
  paper,
  angle,
}: {
  readonly id: string
  readonly ink: string
  readonly paper: string
  readonly angle: number
}) {
  return (
    <pattern
      id={id}
      width={5}
      height={5}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${String(angle)})`}
    >
      <rect width={5} height={5} fill={paper} />
      <rect width={2} height={5} fill={ink} />
    </pattern>
  )
}

/** Hatches in the focused plan's ink, for the charts and for their key. */
export function FillPatterns({ ink }: { readonly ink: string }) {
  return (
    <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
      <defs>
        <Stripes
          id="fill-hatch"
          ink={ink}
          paper={`color-mix(in srgb, ${ink} 22%, var(--tw-page))`}
          angle={45}
        />
        <Stripes id="fill-blocked" ink="var(--tw-danger)" paper="var(--tw-danger-soft)" angle={-45} />
        <Stripes id="fill-lost-hatch" ink="var(--tw-ink-3)" paper="var(--tw-page)" angle={45} />
      </defs>
    </svg>
  )
}
