import type { ExportableTable } from '#renderer/tables/exportable-table.ts'

/** A part of the screen that can be saved: its chart, where one is shown, and its tables. */
export interface Exportable {
  /** What its picture is called, after the scenario. */
  readonly name: string
  /** What names of its files say behind that: whose figures they are and of which time; empty where nothing. */
  readonly about: string
  /** The part of the page: its heading says what the chart finds, and `data-chart` marks the chart. */
  readonly section: () => Element | null
  /** The first is the main one. */
  readonly tables: readonly ExportableTable[]
  /** Shows its table in place of its chart, and the chart again; null where it has no chart. */
  readonly turn: (() => void) | null
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
