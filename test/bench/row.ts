/** One line of the report. A target is met from its side on; rows without one are there to compare with. */
export interface Row {
  readonly what: string
  readonly unit: string
  readonly median: number | null
  readonly target: { readonly atLeast: number } | { readonly below: number } | null
  readonly met: boolean | null
  /** Why there is no figure. */
  readonly skipped: string | null
}

export const measured = (what: string, unit: string, median: number, target: Row['target'] = null): Row => ({
  what,
  unit,
  median,
  target,
  met: target === null ? null : isMet(median, target),
  skipped: null,
})

export const skipped = (what: string, unit: string, target: Row['target'], why: string): Row => ({
  what,
  unit,
  median: null,
  target,
  met: null,
  skipped: why,
})

const isMet = (median: number, target: NonNullable<Row['target']>): boolean =>
  'atLeast' in target ? median >= target.atLeast : median < target.below

/** Rows under their titles, figures aligned right. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [['what', 'unit', 'median', 'target', 'met'], ...rows.map(cellsOf)]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) =>
          column === 2 || column === 3
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const cellsOf = ({ what, unit, median, target, met, skipped: why }: Row): readonly string[] => [
  what,
  unit,
  median === null ? '-' : figureText(median),
  target === null
    ? ''
    : 'atLeast' in target
      ? `>= ${figureText(target.atLeast)}`
      : `< ${figureText(target.below)}`,
  why === null ? (met === null ? '' : met ? 'yes' : 'NO') : `skipped: ${why}`,
]

const figureText = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)))
