/** A table of a part of the screen, and its rows as a CSV file when they are asked for. */
export interface ExportableTable {
  readonly name: string
  readonly csv: () => string
}

/** A part of the screen that can be saved: its chart, where one is shown, and its tables. */
export interface Exportable {
  /** What files of it are called after the scenario. */
  readonly name: string
  /** The part of the page: its heading says what the chart finds, and `data-chart` marks the chart. */
  readonly section: () => Element | null
  /** The first is the main one. */
  readonly tables: readonly ExportableTable[]
}

/** What is on the screen, by what commands call it. */
const onScreen = new Map<string, Exportable>()

/** Lets commands save a part of the screen for as long as it is there; answers what ends that. */
export function offerExport(id: string, exportable: Exportable): () => void {
  onScreen.set(id, exportable)
  return () => {
    if (onScreen.get(id) === exportable) onScreen.delete(id)
  }
}

export const exportableOf = (id: string): Exportable | undefined => onScreen.get(id)

/** The chart that is shown; null while its table is. */
export const chartOf = ({ section }: Exportable): Element | null =>
  section()?.querySelector('[data-chart]') ?? null
